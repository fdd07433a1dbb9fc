import { onboardingIdSchema } from '@/lib/ids';
import { verifyAudit } from '@/server/db/audit';
import type { Db } from '@/server/db/db';
import { openEmbeddedDatabase } from '@/server/db/embedded';
import { openPostgres } from '@/server/db/postgres';
import { accountCreations, onboardings, runSteps, runs } from '@/server/db/schema';
import {
  anOnboarding,
  aPerson,
  connect,
  driveUntil,
  isResting,
  platformFor,
  type Subject,
  submit,
  type Tenant,
} from './lane';
import { aPlan, type ChaosTarget } from './plans';
import { watchedDb } from './watched-db';

export type WorkerOrder = {
  cell: string;
  step: string;
  point: string;
  key: string;
  url: string;
  tenant: Tenant;
  name: string;
  target: ChaosTarget;
  database: { kind: 'postgres'; url: string } | { kind: 'folder'; path: string };
  /** The process that is started after the first one was killed. */
  isSuccessor: boolean;
};

export type WorkerReport = {
  state: string;
  ids: string[];
  violations: string[];
  /** From the first line of the process to the end of its run. */
  ms: number;
};

const startedMs = performance.now();

const paths: Readonly<Record<string, string>> = {
  C1: '/connections',
  C2: '/sourceConnections',
  C3a: '/tenant/fieldgroups',
  C3b: '/tenant/schemas',
  C4: '/dataSets',
  C5: '/targetConnections',
  C6: '/mappingSets',
  C7: '/flows',
  C8: '/tenant/classes',
  C9: '/tenant/descriptors',
  C10: '/tenant/schemas/',
  C11: '/tenant/fieldgroups/',
};

const die = (): never => {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('killed');
};

/** The process that works on one onboarding and dies where it is told to; the successor finishes what it finds. */
async function main(): Promise<void> {
  const order = JSON.parse(process.env.CHAOS_ORDER ?? '{}') as WorkerOrder;
  const { database, isSuccessor, step, point } = order;
  const opened =
    database.kind === 'postgres'
      ? openPostgres(database.url)
      : await openEmbeddedDatabase(database.path, { onBroken: () => undefined });
  const isFirst = !isSuccessor;
  const db =
    isFirst && point === 'K1' ? watchedDb(opened, (sql, params) => watchIntent(order, sql, params)) : opened;
  const fetch = isFirst && (point === 'K2' || point === 'K5') ? deadlyFetch(step, point) : globalThis.fetch;
  const platform = platformFor(order.url, order.tenant, { fetch });
  const subject = await findSubject(db, order);
  const baseConnectionId = await connectAgain(db, platform, subject);
  // A second person carries on.
  const successor = isSuccessor ? { ...subject, personId: await aPerson(db, 'ben') } : subject;
  const [known] = await db.select().from(runs);
  const runId =
    known?.id ??
    (await submit(db, order.tenant, successor, aPlan(subject, order.tenant, baseConnectionId, order.target)))
      .run.id;
  const { state } = await driveUntil(db, platform, runId, isResting, 28_000);
  const steps = await db.select().from(runSteps);
  const accounts = await db.select().from(accountCreations);
  const chain = await verifyAudit(db);
  const report: WorkerReport = {
    state,
    ids: [...steps, ...accounts].flatMap(({ remoteId }) => (remoteId === null ? [] : [remoteId])),
    ms: Math.round(performance.now() - startedMs),
    violations: chain.ok ? [] : [`I7 the audit is broken at ${chain.seq}`],
  };
  process.stdout.write(`report ${JSON.stringify(report)}\n`);
  process.exit(0);
}

async function findSubject(db: Db, order: WorkerOrder): Promise<Subject> {
  const personId = await aPerson(db);
  const [row] = await db.select().from(onboardings);
  if (!row) return await anOnboarding(db, order.tenant, personId, order.name);
  return { onboardingId: onboardingIdSchema.parse(row.id), name: row.name, personId, draft: row.draft };
}

/** The person presses "Connect" again while the platform does not say whether the account exists. */
async function connectAgain(db: Db, platform: ReturnType<typeof platformFor>, subject: Subject) {
  for (let tries = 1; ; tries += 1) {
    try {
      return await connect(db, platform, subject, 'trib-ACCOUNT');
    } catch (error) {
      if (tries >= 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

function watchIntent({ step, key }: WorkerOrder, sql: string, params: readonly unknown[]): void {
  const isIntent =
    step === 'C1'
      ? sql.startsWith('insert into "account_creations"')
      : sql.includes('update "run_steps"') && params.includes('sent') && params.includes(key);
  if (isIntent) die();
}

function deadlyFetch(step: string, point: string): typeof globalThis.fetch {
  return async (input, init) => {
    const url = new URL(String(input));
    const isIt =
      step === 'C10' || step === 'C11'
        ? init?.method === 'PATCH' && url.pathname.includes(paths[step] ?? '?')
        : init?.method === 'POST' && url.pathname.endsWith(paths[step] ?? '?');
    if (isIt && point === 'K2') die();
    const response = await globalThis.fetch(input, init);
    if (!isIt) return response;
    await response.text();
    return die();
  };
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
