import { operations } from './faults';
import { findViolations } from './invariants';
import {
  addTenant,
  anOnboarding,
  aPerson,
  connect,
  driveUntil,
  isResting,
  type Lane,
  patientPlatformFor,
  platformFor,
  submit,
} from './lane';
import type { Options } from './options';
import { aPlan } from './plans';
import { faultWithChance } from './random-faults';
import { openShard } from './shard';

/** Every kind of object has its share. */
const targets = ['plain', 'class', 'profile'] as const;

type Outcome = { seed: number; violations: string[]; needsPerson: boolean };

/** Plays onboardings under random faults, one for each seed, and prints what became of them; answers the exit code. */
export async function runRandom(options: Options): Promise<number> {
  const total = options.random > 0 ? options.random : options.n;
  const chance = options.random > 0 ? 0.15 : options.noise;
  const startMs = performance.now();
  const shard = await openShard({
    seed: options.seed,
    lanes: options.jobs,
    isAllOnPostgres: options.isAllOnPostgres,
  });
  const outcomes: Outcome[] = [];
  let next = options.seed;
  const end = options.seed + total;
  await Promise.all(
    shard.lanes.map(async (lane) => {
      while (next < end) {
        const seed = next;
        next += 1;
        const outcome = await play(lane, shard.db, seed, chance);
        outcomes.push(outcome);
        if (outcome.violations.length > 0) {
          process.stdout.write(
            `FAIL seed ${seed}  ${outcome.violations.join('; ')}  repro: npm run chaos -- ${options.random > 0 ? '--random 1' : `--noise ${chance} --n 1`} --seed ${seed}\n`,
          );
        }
      }
    }),
  );
  await shard.close();
  const bad = outcomes.filter(({ violations }) => violations.length > 0).length;
  const alone = outcomes.filter(
    ({ needsPerson, violations }) => !needsPerson && violations.length === 0,
  ).length;
  const seconds = Math.round((performance.now() - startMs) / 1000);
  process.stdout.write(
    `random: ${total - bad} of ${total} without a violation, ${alone} finished alone (${((100 * alone) / total).toFixed(1)} %), ${Math.round(100 * chance)} % faults per call, ${seconds} s\n`,
  );
  return bad > 0 || alone < 0.99 * total ? 1 : 0;
}

async function play(
  lane: Lane,
  db: Parameters<typeof aPerson>[0],
  seed: number,
  chance: number,
): Promise<Outcome> {
  try {
    lane.emulator.control.reset();
    const tenant = addTenant(lane, `seed${process.pid}n${seed}`);
    const platform = platformFor(lane.url, tenant);
    const subject = await anOnboarding(db, tenant, await aPerson(db), `Seed ${seed}`);
    const baseConnectionId = await connect(db, patientPlatformFor(lane.url, tenant), subject, 'trib-ACCOUNT');
    lane.emulator.control.faults.put(faultWithChance(seed, chance, Object.values(operations)));
    const { run } = await submit(
      db,
      tenant,
      subject,
      aPlan(subject, tenant, baseConnectionId, targets[seed % targets.length]),
    );
    const state = await driveUntil(db, platform, run.id, isResting, 150_000);
    lane.emulator.control.faults.clear();
    const swept = await driveUntil(
      db,
      platform,
      run.id,
      (now) => now.sweeps >= 1 && now.leaseUntil === null,
      60_000,
    );
    const violations = await findViolations({
      lane,
      db,
      tenant,
      subjects: [subject],
      runId: swept.id,
      foreign: [],
      rests: 1 + swept.wakeUps,
      struck: undefined,
    });
    return { seed, violations, needsPerson: state.state !== 'succeeded' };
  } catch (error) {
    return { seed, violations: [error instanceof Error ? error.message : String(error)], needsPerson: true };
  }
}
