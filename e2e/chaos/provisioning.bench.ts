import { startEmulator } from '@/e2e/emulator/bench-servers';
import { demoOrganisation } from '@/e2e/emulator/seed-world';
import { fillReferences, type MadeObject } from '@/lib/plan/fill-references';
import { joinPlans } from '@/lib/plan/join-plans';
import type { Plan } from '@/lib/plan/plan';
import { createTestDatabase } from '@/server/db/test-database';
import { driveRun } from '@/server/provisioning/drive-run';
import { objectClients } from '@/server/provisioning/object-clients';
import { anOnboarding, aPerson, connect, log, patientPlatformFor, type Subject, submit } from './lane';
import { aPlan } from './plans';

const latencyMs = 200;
const tenant = demoOrganisation;
const paths = ['charges', 'customers', 'refunds', 'prices', 'subscriptions', 'balance'];

type Setting = Awaited<ReturnType<typeof openSetting>>;
let setting: Promise<Setting> | undefined;
let count = 0;
/** Runs go on after their dataflows exist. */
const driven: Promise<void>[] = [];

/** Ends the platform and the database, where a benchmark has opened them. */
export async function close(): Promise<void> {
  await (await setting)?.end();
}

/**
 * A platform that answers after exactly so many milliseconds, and a database in memory. The platform is a process of its
 * own, as in life: here its work would wait for ours, and its answers would take longer the more we do.
 */
async function openSetting() {
  const { db, close: closeDb } = await createTestDatabase();
  const emulator = await startEmulator();
  const url = `http://127.0.0.1:${emulator.port}`;
  const platform = patientPlatformFor(url, tenant);
  const personId = await aPerson(db);
  const baseConnectionId = await connect(db, platform, { name: 'Bench' }, 'trib-ACCOUNT');
  const slowed = await fetch(`${url}/__emu/faults`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      seed: 1,
      rules: [{ id: 'latency', match: { op: '*' }, action: { type: 'delay', ms: latencyMs } }],
    }),
  });
  if (!slowed.ok) throw new Error(`the emulator takes no fault: ${slowed.status}`);
  const end = async () => {
    await Promise.all(driven);
    emulator.process.kill();
    await closeDb();
  };
  return { db, platform, personId, baseConnectionId, end };
}

const open = (): Promise<Setting> => {
  setting ??= openSetting();
  return setting;
};

async function aSubject({ db, personId }: Setting): Promise<Subject> {
  count += 1;
  return await anOnboarding(db, tenant, personId, `Bench ${count}`);
}

/** Resolves when every dataflow of the plan exists; what follows goes on by itself. */
async function createWithRun({ db, platform }: Setting, subject: Subject, plan: Plan): Promise<void> {
  const { run } = await submit(db, tenant, subject, plan);
  let missing = plan.objects.filter(({ kind }) => kind === 'dataflow').length;
  await new Promise<void>((resolve, reject) => {
    const { dataflow } = objectClients;
    const clients = {
      ...objectClients,
      dataflow: {
        ...dataflow,
        create: async (...args: Parameters<typeof dataflow.create>) => {
          const created = await dataflow.create(...args);
          missing -= 1;
          if (missing === 0) resolve();
          return created;
        },
      },
    };
    const drive = driveRun(
      {
        db,
        platform,
        clients,
        log,
        owner: 'bench',
        sleep: (ms) => new Promise((wake) => setTimeout(wake, ms)),
        monotonicMs: () => performance.now(),
        random: Math.random,
        every: (ms, call) => {
          const timer = setInterval(call, ms);
          return () => clearInterval(timer);
        },
      },
      run.id as never,
    ).then(() => undefined, reject);
    driven.push(drive);
  });
}

/** The creates of a plan one after another, with nothing in between. */
async function createInTurn({ platform }: Setting, plan: Plan): Promise<void> {
  const made: Record<string, MadeObject> = {};
  for (const object of plan.objects) {
    made[object.key] = await objectClients[object.kind].create(platform, fillReferences(object, made));
  }
}

const planOf = (given: Setting, subject: Subject) => aPlan(subject, tenant, given.baseConnectionId);

/** Wall-clock until the dataflows exist, on a platform that takes 200 ms for each call. */
export const benchmarks = [
  {
    name: 'provisioning.onePath',
    rounds: 5,
    warmUpRounds: 3,
    run: async () => {
      const given = await open();
      const subject = await aSubject(given);
      await createWithRun(given, subject, planOf(given, subject));
    },
    baseline: async () => {
      const given = await open();
      await createInTurn(given, planOf(given, await aSubject(given)));
    },
  },
  {
    name: 'provisioning.sixPaths',
    rounds: 3,
    warmUpRounds: 1,
    run: async () => {
      const given = await open();
      const subject = await aSubject(given);
      const parts = paths.map((part) => ({
        part,
        plan: planOf(given, { ...subject, name: `${subject.name} ${part}` }),
      }));
      await createWithRun(given, subject, joinPlans(parts));
    },
    baseline: async () => {
      const given = await open();
      for (const _path of paths) {
        const subject = await aSubject(given);
        await createWithRun(given, subject, planOf(given, subject));
      }
    },
  },
];
