import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';
import { openPostgres } from '@/server/db/postgres';
import { limitCalls } from '@/server/limit-calls';
import { workDue } from '@/server/provisioning/due-work';
import { buildWorker } from './build-worker';
import { targetOfStep } from './cells';
import { operations } from './faults';
import { liveObjects } from './invariants';
import {
  anOnboarding,
  aPerson,
  aPlan,
  connect,
  driveUntil,
  isResting,
  log,
  patientPlatformFor,
  platformFor,
  reasonsOf,
  scale,
  submit,
} from './lane';
import type { Bench, Seen, Stage } from './run-cell';
import { watchedDb } from './watched-db';
import type { WorkerOrder, WorkerReport } from './worker';

/** A cell of the group `process`: submissions, kills, the database, the clock. */
export async function runProcessCell(stage: Stage, bench: Bench): Promise<Seen> {
  switch (stage.cell.fault) {
    case 'F22':
      return await submitOften(stage);
    case 'F24a':
    case 'F24b':
    case 'F25':
      return bench.postgresUrl !== '' && !embedded.has(stage.cell.step)
        ? await inTurn(() => breakPostgres(stage, bench))
        : await breakDatabase(stage);
    case 'F26':
      return await moveClock(stage);
    default:
      return await inTurn(() => kill(stage, bench));
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

const kinds: Readonly<Record<string, string>> = {
  C2: 'sourceConnection',
  C3a: 'fieldGroup',
  C3b: 'schema',
  C4: 'dataset',
  C5: 'targetConnection',
  C6: 'mappingSet',
  C7: 'dataflow',
  C8: 'schemaClass',
  C9: 'identity',
  C10: 'profileSchema',
};

/** The same on a PostgreSQL server, which is really down, or really refuses every write. */
async function breakPostgres(stage: Stage, bench: Bench): Promise<Seen> {
  const { cell, tenant } = stage;
  const url = await newDatabase(bench, cell.id);
  const db = openPostgres(url);
  const subject = await anOnboarding(db, tenant, await aPerson(db), `${stage.subject.name} on its own`);
  const server = await openServer(bench, url, cell.fault === 'F25');
  const seen = await breakDatabase({ ...stage, db, subject }, server);
  return {
    ...seen,
    own: {
      db,
      subject,
      async close() {
        await (db as unknown as { $client: Pool }).$client.end();
        await dropDatabase(bench, url);
      },
    },
  };
}

/** What takes a database away and gives it back, without anybody in between. */
type Server = { fail: () => Promise<void>; heal: () => Promise<void> };

async function openServer(bench: Bench, url: string, isFull: boolean): Promise<Server> {
  const { Client } = await import('pg');
  const name = new URL(url).pathname.slice(1);
  const run = async (connectionString: string, statements: readonly string[]) => {
    const client = new Client({ connectionString });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  if (!isFull) {
    return {
      fail: () =>
        run(bench.postgresUrl, [
          `alter database ${name} with allow_connections false`,
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
        ]),
      heal: () => run(bench.postgresUrl, [`alter database ${name} with allow_connections true`]),
    };
  }
  const tables = ['runs', 'run_steps', 'audit', 'account_creations', 'onboardings'];
  const refusing = `create function chaos_full() returns trigger language plpgsql as
    $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`;
  return {
    fail: () =>
      run(url, [
        refusing,
        ...tables.map(
          (table) =>
            `create trigger chaos_full before insert or update on ${table} for each statement execute function chaos_full()`,
        ),
      ]),
    heal: () => run(url, ['drop function chaos_full() cascade']),
  };
}

async function breakDatabase(stage: Stage, server?: Server): Promise<Seen> {
  const { cell, tenant, subject, platform, lane } = stage;
  const key = kinds[cell.step];
  const isAccount = key === undefined;
  let isBroken = false;
  let hasStruck = false;
  let failing: Promise<void> | undefined;
  const code = cell.fault === 'F25' ? '53100' : '57P01';
  const strikesAt = (sql: string, params: readonly unknown[]): boolean => {
    const isAnswer = cell.fault === 'F24b';
    if (isAccount) {
      if (!sql.startsWith('insert into "account_creations"')) return false;
      const hasId = /do update set.*"remote_id" =/s.test(sql);
      return hasId === isAnswer;
    }
    return (
      sql.startsWith('update "run_steps"') &&
      params.includes(key) &&
      params.includes(isAnswer ? 'done' : 'sent')
    );
  };
  const db = watchedDb(stage.db, (sql, params) => {
    if (!hasStruck && strikesAt(sql, params)) {
      hasStruck = true;
      isBroken = true;
      // From then on statements meet what the server really is.
      failing = server?.fail().then(() => {
        isBroken = false;
      });
    }
    if (isBroken) throw Object.assign(new Error('the database is not there'), { code });
  });
  const op = operations[cell.step] ?? '';
  const sent = () => lane.emulator.control.journal({ org: tenant.orgId, op }).length;
  const violations: string[] = [];
  const heal = async () => {
    // Down for longer than the answer of a create is held for every other step.
    await delay(['C2', 'C3b', 'C5', 'C7'].includes(cell.step) ? 20_000 * scale : 70_000 * scale);
    if (hasStruck && cell.fault !== 'F24b' && sent() > 0)
      violations.push('sent although the intent was not stored');
    await failing;
    await server?.heal();
    isBroken = false;
  };

  let baseConnectionId = '';
  if (isAccount) {
    const startMs = performance.now();
    const first = connect(db, platform, subject, 'trib-ACCOUNT').catch(() => undefined);
    await first;
    if (performance.now() - startMs > 5_000) violations.push('waited longer than 5 s');
    await heal();
    baseConnectionId = await connect(db, platform, subject, 'trib-ACCOUNT');
  } else {
    baseConnectionId = await connect(db, patientPlatformFor(lane.url, tenant), subject, 'trib-ACCOUNT');
  }
  const { run } = await submit(
    db,
    tenant,
    subject,
    aPlan(subject, tenant, baseConnectionId, targetOfStep(cell.step)),
  );
  if (!isAccount) {
    const working = workDue({ db: async () => db, log, orgId: tenant.orgId, platform: () => platform }).catch(
      () => 0,
    );
    for (let waited = 0; !hasStruck && waited < 400; waited += 1) await delay(10);
    await heal();
    await working;
  }
  if (!hasStruck) violations.push('the fault did not strike');
  const after = await driveUntil(db, platform, run.id, isResting);
  if (after.state !== 'succeeded') violations.push(`ended as ${after.state}`);
  return { runId: run.id, violations, rests: 2 };
}

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

/** Processes take a core each while they start. */
const inTurn = limitCalls(2);

/** Steps whose processes are killed on the embedded database; the others on a PostgreSQL server where there is one. */
const embedded = new Set(['C1', 'C3a', 'C4', 'C6']);

async function kill(stage: Stage, bench: Bench): Promise<Seen> {
  const { cell, lane, tenant, subject } = stage;
  const home = mkdtempSync(path.join(tmpdir(), 'chaos-'));
  const onPostgres = bench.postgresUrl !== '' && !embedded.has(cell.step);
  const order: WorkerOrder = {
    cell: cell.id,
    step: cell.step,
    point: cell.fault,
    key: kinds[cell.step] ?? '',
    url: lane.url,
    tenant,
    name: subject.name,
    database: onPostgres
      ? { kind: 'postgres', url: await newDatabase(bench, cell.id) }
      : { kind: 'folder', path: path.join(home, 'pg') },
    isSuccessor: false,
  };
  if (order.database.kind === 'folder')
    cpSync(await templateFolder(), order.database.path, { recursive: true });
  const barrier = `kill-${cell.id}`;
  const isHeld = ['K3', 'K4', 'F28'].includes(cell.fault);
  if (isHeld) {
    lane.emulator.control.faults.put({
      seed: 1,
      rules: [
        {
          id: barrier,
          match: { op: operations[cell.step] },
          when: { nth: [1] },
          phase: cell.fault === 'K4' ? 'after' : 'before',
          action: { type: 'barrier', name: barrier, detached: cell.fault === 'F28' },
        },
      ],
    });
  }
  try {
    const first = await startWorker(order);
    if (isHeld) {
      const held = await lane.emulator.control.barriers.held(barrier, 30_000);
      if (held === 0) throw new Error(`the request was never held: ${first.output()}`);
      first.child.kill('SIGKILL');
    }
    await first.exit;
    if (first.child.signalCode !== 'SIGKILL') throw new Error(`not killed: ${first.output()}`);
    if (cell.fault === 'F28') {
      // It is executed although nobody waits for it any more, while the successor is at work.
      setTimeout(() => lane.emulator.control.barriers.open(barrier, 'release'), 500);
    }
    const second = await startWorker({ ...order, isSuccessor: true });
    await second.exit;
    const report = second.report();
    if (!report) throw new Error(`the successor said nothing: ${second.output()}`);
    return {
      facts: 'elsewhere',
      violations: [
        ...report.violations,
        ...(report.state === 'succeeded' ? [] : [`ended as ${report.state}`]),
        ...(report.ms > 30_000 ? [`resumed after ${report.ms} ms`] : []),
        ...findLoose(stage, report),
      ],
    };
  } finally {
    lane.emulator.control.barriers.open(barrier, 'drop');
    if (order.database.kind === 'postgres') await dropDatabase(bench, order.database.url);
    rmSync(home, { recursive: true, force: true });
  }
}

/** I1 to I3 for a cell whose ledger was in another process. */
function findLoose({ lane, tenant }: Stage, report: WorkerReport): string[] {
  const live = liveObjects(lane, tenant.orgId).filter(({ marker }) => marker !== undefined);
  const found: string[] = [];
  for (const { id, table, marker } of live) {
    if (!report.ids.includes(id)) found.push(`I2 ${table} ${id} is in no ledger`);
    if (live.some((other) => other.marker === marker && other.id !== id)) found.push(`I1 two live ${table}`);
  }
  for (const id of report.ids) {
    if (!live.some((object) => object.id === id)) found.push(`I3 ${id} does not exist`);
  }
  return found;
}

type Worker = {
  child: ChildProcess;
  exit: Promise<void>;
  output: () => string;
  report: () => WorkerReport | undefined;
};

let workerFile: Promise<string> | undefined;

async function startWorker(order: WorkerOrder): Promise<Worker> {
  workerFile ??= process.env.CHAOS_WORKER ? Promise.resolve(process.env.CHAOS_WORKER) : buildWorker('worker');
  const child = spawn(process.execPath, ['--conditions=react-server', await workerFile], {
    env: { ...process.env, CHAOS_ORDER: JSON.stringify(order) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
    });
  }
  const exit = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    child,
    exit,
    output: () => text.slice(-2_000),
    report: () => {
      const line = /^report (.*)$/m.exec(text)?.[1];
      return line === undefined ? undefined : (JSON.parse(line) as WorkerReport);
    },
  };
}

let template: Promise<string> | undefined;

/** A migrated folder of the embedded database, made once: the first opening takes seconds. */
async function templateFolder(): Promise<string> {
  template ??= (async () => {
    const { openEmbeddedDatabase } = await import('@/server/db/embedded');
    const folder = path.join(mkdtempSync(path.join(tmpdir(), 'chaos-template-')), 'pg');
    const db = await openEmbeddedDatabase(folder, { onBroken: () => undefined });
    await (db as unknown as { $client: { close: () => Promise<void> } }).$client.close();
    return folder;
  })();
  return await template;
}

let databases = 0;

async function newDatabase(bench: Bench, name: string): Promise<string> {
  const { Client } = await import('pg');
  databases += 1;
  const database = `chaos_${process.pid}_${databases}_${name.replace(/\W/g, '').toLowerCase()}`;
  const client = new Client({ connectionString: bench.postgresUrl });
  await client.connect();
  await client.query(`create database ${database}`);
  await client.end();
  const url = new URL(bench.postgresUrl);
  url.pathname = `/${database}`;
  const { migrateDatabase } = await import('./migrate-database');
  await migrateDatabase(url.href);
  return url.href;
}

async function dropDatabase(bench: Bench, url: string): Promise<void> {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: bench.postgresUrl });
  await client.connect();
  await client.query(`drop database if exists ${new URL(url).pathname.slice(1)} with (force)`);
  await client.end();
}
