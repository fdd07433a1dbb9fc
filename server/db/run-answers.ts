import { and, eq, sql } from 'drizzle-orm';
import type { Db } from './db';
import { runSteps, runs } from './schema';

export type StepAnswer =
  /** The step goes on with another plan. */
  | { kind: 'plan'; plan: unknown }
  /** An object of somebody else takes the place of the step's own: undo never touches it. */
  | { kind: 'adopt'; remoteId: string };

/** Stores a person's answer to a question of a step that rests; without effect on a step that does not. */
export async function answerStep(db: Db, runId: string, key: string, answer: StepAnswer): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.select({ id: runs.id }).from(runs).where(eq(runs.id, runId)).for('update');
    const isResting = and(eq(runSteps.runId, runId), eq(runSteps.key, key), eq(runSteps.state, 'failed'));
    if (answer.kind === 'adopt') {
      await tx
        .update(runSteps)
        .set({ state: 'done', remoteId: answer.remoteId, adopted: true, error: null, updatedAt: sql`now()` })
        .where(isResting);
      return;
    }
    const [changed] = await tx
      .update(runSteps)
      .set({ state: 'waiting', error: null, updatedAt: sql`now()` })
      .where(isResting)
      .returning({ key: runSteps.key });
    if (changed) await tx.update(runs).set({ plan: answer.plan }).where(eq(runs.id, runId));
  });
}
