import { setTimeout as delay } from 'node:timers/promises';
import { PlatformError } from '@/server/platform/platform-error';
import { workDue } from '@/server/provisioning/due-work';
import { connect, driveUntil, isResting, log, scale, submit } from './lane';
import { aPlan } from './plans';
import { calm, hits, needsPerson, type Seen, type Stage, strike } from './stage';

/** A fault while the account is connected, which keeps no credential to try again with. */
export async function runAccountCell(stage: Omit<Stage, 'baseConnectionId'>): Promise<Seen> {
  const { cell, lane, db, platform, subject, tenant } = stage;
  strike(stage);
  const violations: string[] = [];
  let tries = 0;
  let id: string | undefined;
  let marker = 'trib-ACCOUNT';
  for (; tries < 12 && id === undefined; tries += 1) {
    if (tries === 1 && (needsPerson.has(cell.fault) || cell.fault === 'F30')) calm(stage);
    try {
      id = await connect(db, platform, subject, marker);
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      // The person reads the message and presses again some seconds later, under another name when this one is taken.
      if (cell.fault === 'F19b') marker = 'trib-RENAMED';
      await delay(Math.max(10_000, (error.retryAfterSeconds ?? 0) * 1000) * scale);
    }
  }
  if (hits(lane) === 0 && !needsPerson.has(cell.fault) && cell.fault !== 'F30') {
    violations.push('the fault did not strike');
  }
  if (id === undefined) violations.push('the account was never connected');
  calm(stage);
  if (cell.fault === 'F27') {
    await delay(250_000 * scale);
    for (let sweep = 0; sweep < 3; sweep += 1) await sweepNow(stage);
  }
  const baseConnectionId = id ?? '';
  if (violations.length === 0) {
    const { run } = await submit(db, tenant, subject, aPlan(subject, tenant, baseConnectionId));
    const after = await driveUntil(db, platform, run.id, isResting);
    if (after.state !== 'succeeded') violations.push(`ended as ${after.state}`);
    return { runId: run.id, violations, rests: tries };
  }
  return { violations, rests: tries };
}

async function sweepNow({ db, platform }: Omit<Stage, 'baseConnectionId'>): Promise<void> {
  await workDue({ db: async () => db, log, orgId: platform.orgId, platform: () => platform });
  await delay(100);
}
