import { limitCalls } from '@/server/limit-calls';
import { breakDatabase, breakPostgres } from './database-cells';
import { killProcess } from './kill-cells';
import {
  aPerson,
  connect,
  driveUntil,
  isResting,
  patientPlatformFor,
  platformFor,
  reasonsOf,
  submit,
} from './lane';
import { isOnPostgres } from './own-database';
import { aPlan } from './plans';
import type { Bench, Seen, Stage } from './stage';

/** A cell of the group `process`: submissions, kills, the database, the clock. */
export async function runProcessCell(stage: Stage, bench: Bench): Promise<Seen> {
  switch (stage.cell.fault) {
    case 'F22':
      return await submitOften(stage);
    case 'F24a':
    case 'F24b':
    case 'F25':
      return isOnPostgres(bench, stage.cell.step)
        ? await inTurn(() => breakPostgres(stage, bench))
        : await breakDatabase(stage);
    case 'F26':
      return await moveClock(stage);
    default:
      return await inTurn(() => killProcess(stage, bench));
  }
}

async function submitOften(stage: Stage): Promise<Seen> {
  const { db, tenant, subject, platform, cell, lane } = stage;
  const baseConnectionId = await connect(db, patientPlatformFor(lane.url, tenant), subject, 'trib-ACCOUNT');
  const plan = aPlan(subject, tenant, baseConnectionId);
  const other = { ...subject, personId: await aPerson(db, 'ben') };
  const submissions = {
    'double-click': async () => {
      const key = '3c5e4a3a-0000-4000-8000-000000000001';
      const first = await submit(db, tenant, subject, plan, key);
      return [first, await submit(db, tenant, subject, plan, key)];
    },
    'two-tabs': () => Promise.all([submit(db, tenant, subject, plan), submit(db, tenant, subject, plan)]),
    'fifty-parallel': () => Promise.all(Array.from({ length: 50 }, () => submit(db, tenant, subject, plan))),
    'two-people': () => Promise.all([submit(db, tenant, subject, plan), submit(db, tenant, other, plan)]),
  }[cell.step];
  const all = await (submissions?.() ?? []);
  const ids = new Set(all.map(({ run }) => run.id));
  const violations = ids.size === 1 ? [] : [`${ids.size} runs`];
  if (all.filter(({ started }) => started).length !== 1) violations.push('not started exactly once');
  const [runId = ''] = ids;
  // Everybody who submitted drives.
  const states = await Promise.all(
    Array.from({ length: 4 }, () => driveUntil(db, platform, runId, isResting)),
  );
  if (states.some(({ state }) => state !== 'succeeded')) violations.push('not everybody sees success');
  return { runId, violations };
}

/** Processes take a core each while they start. */
const inTurn = limitCalls(2);

const shifts: Readonly<Record<string, number>> = {
  '+10min': 600_000,
  '-10min': -600_000,
  '+1day': 86_400_000,
  '-1day': -86_400_000,
};

async function moveClock(stage: Stage): Promise<Seen> {
  const { cell, db, tenant, subject, lane } = stage;
  const shiftMs = shifts[cell.step] ?? 0;
  const platform = platformFor(lane.url, tenant, { now: () => Date.now() + shiftMs });
  const baseConnectionId = await connect(db, patientPlatformFor(lane.url, tenant), subject, 'trib-ACCOUNT');
  lane.emulator.control.faults.put({
    seed: 1,
    rules: [
      {
        id: 'date',
        match: { op: 'flow.sourceConnections.create' },
        when: { nth: [1] },
        phase: 'before',
        action: { type: 'throttle', retryAfter: 'date' },
      },
      {
        id: 'lost',
        match: { op: 'catalog.dataSets.create' },
        when: { nth: [1] },
        phase: 'after',
        action: { type: 'reset' },
      },
    ],
  });
  const plan = aPlan(subject, tenant, baseConnectionId, 'plain', platform.now());
  const { run } = await submit(db, tenant, subject, plan);
  const after = await driveUntil(db, platform, run.id, isResting);
  const tokens = lane.emulator.control.journal({}).filter(({ op }) => op === 'ims.token').length;
  return {
    runId: run.id,
    rests: 1,
    violations: [
      ...(after.state === 'succeeded' ? [] : [`ended as ${after.state}: ${await reasonsOf(db, run.id)}`]),
      ...(tokens > 2 ? [`asked for ${tokens} tokens`] : []),
    ],
    struck: { op: 'flow.sourceConnections.create', waitMs: 58_000 },
  };
}
