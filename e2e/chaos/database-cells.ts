import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';
import { openPostgres } from '@/server/db/postgres';
import { workDue } from '@/server/provisioning/due-work';
import { kindOfStep } from './cells';
import { operations } from './faults';
import {
  anOnboarding,
  aPerson,
  connect,
  driveUntil,
  isResting,
  log,
  patientPlatformFor,
  scale,
  submit,
} from './lane';
import { dropDatabase, newDatabase } from './own-database';
import { aPlan } from './plans';
import type { Bench, Seen, Stage } from './stage';
import { watchedDb } from './watched-db';

/** The same on a PostgreSQL server, which is really down, or really refuses every write. */
export async function breakPostgres(stage: Stage, bench: Bench): Promise<Seen> {
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

/** The database is taken away at a statement of a step, or refuses every write, and is given back later. */
export async function breakDatabase(stage: Stage, server?: Server): Promise<Seen> {
  const { cell, tenant, subject, platform, lane } = stage;
  const key = kindOfStep[cell.step];
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
      sql.includes('update "run_steps"') &&
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
  const { run } = await submit(db, tenant, subject, aPlan(subject, tenant, baseConnectionId, stage.target));
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
