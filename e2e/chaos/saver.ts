import { onboardingIdSchema } from '@/lib/ids';
import { openEmbeddedDatabase } from '@/server/db/embedded';
import { saveDraft } from '@/server/db/onboardings';
import { onboardings } from '@/server/db/schema';
import { addTenant, anOnboarding, aPerson, openLane } from './lane';

/** Saves a draft again and again, and says each number only after its save was acknowledged, until it is killed. */
async function main(): Promise<void> {
  const db = await openEmbeddedDatabase(process.env.CHAOS_FOLDER ?? '', { onBroken: () => undefined });
  const personId = await aPerson(db);
  const [known] = await db.select().from(onboardings);
  if (!known) {
    const lane = await openLane();
    await anOnboarding(db, addTenant(lane, 'saver'), personId, 'Saved often');
    await lane.close();
  }
  const [row] = await db.select().from(onboardings);
  if (!row) throw new Error('the onboarding is gone');
  const draft = row.draft as { number?: number };
  let number = draft.number ?? 0;
  let { version } = row;
  process.stdout.write(`found ${number}\n`);
  for (;;) {
    number += 1;
    const saved = await saveDraft(db, {
      id: onboardingIdSchema.parse(row.id),
      orgId: row.orgId,
      expectedVersion: version,
      draft: { ...draft, number },
      updatedBy: personId,
    });
    if (!saved.ok) throw new Error('somebody else saved');
    version = saved.version;
    process.stdout.write(`saved ${number}\n`);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
