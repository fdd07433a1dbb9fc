import { AppFailure } from '@/lib/app-error';
import type { OnboardingId, SandboxName } from '@/lib/ids';
import { findSource } from '@/lib/sources/sources';
import { draftFormat, emptyDraft } from '@/lib/wizard/draft';
import { createOnboarding, listOnboardings } from '@/server/db/onboardings';
import type { TeamContext } from './team-context';

/** A new onboarding for a source in the chosen sandbox, named so that two of one day can be told apart. */
export async function startOnboarding(ctx: TeamContext, sourceId: string): Promise<OnboardingId> {
  const source = findSource(sourceId);
  if (!source) throw new AppFailure({ kind: 'not-found', what: 'source' });
  const { sandboxName, person } = ctx.session;
  if (!sandboxName) throw new AppFailure({ kind: 'not-found', what: 'sandbox' });
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }).format(
    ctx.now(),
  );
  const onboarding = await createOnboarding(ctx.db, {
    orgId: ctx.orgId,
    sandboxName,
    ownerId: person.id,
    name: await freeName(ctx, sandboxName, `${source.title}, ${day}`),
    sourceId,
    draft: emptyDraft(sourceId),
    draftVersion: draftFormat,
  });
  return onboarding.id;
}

async function freeName(ctx: TeamContext, sandboxName: SandboxName, wanted: string): Promise<string> {
  const others = await listOnboardings(ctx.db, { orgId: ctx.orgId, sandboxName });
  const taken = new Set(others.map(({ name }) => name));
  let name = wanted;
  for (let count = 2; taken.has(name); count++) name = `${wanted} (${count})`;
  return name;
}
