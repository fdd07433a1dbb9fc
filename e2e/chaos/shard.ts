import { verifyAudit } from '@/server/db/audit';
import * as schema from '@/server/db/schema';
import type { Cell } from './cells';
import { type Lane, openLane } from './lane';
import { openSharedDatabase } from './own-database';
import { runCell } from './run-cell';
import type { CellResult } from './stage';

/** One process of the runner: a database and several emulators, each with one cell at a time. */
export async function openShard({
  seed,
  lanes: count,
  isAllOnPostgres = false,
}: {
  seed: number;
  lanes: number;
  isAllOnPostgres?: boolean;
}) {
  const postgresUrl = process.env.CHAOS_POSTGRES_URL ?? '';
  const settings = { seed, postgresUrl, isAllOnPostgres };
  const { db, close } = await openSharedDatabase(settings);
  const lanes = await Promise.all(Array.from({ length: count }, openLane));

  return {
    db,
    lanes,
    async run(cells: readonly Cell[], onResult: (result: CellResult) => void): Promise<string[]> {
      const queue = [...cells];
      const done: CellResult[] = [];
      let earlyBytes = 0;
      const work = async (lane: Lane) => {
        for (let cell = queue.shift(); cell; cell = queue.shift()) {
          const result = await runCell({ lane, db, ...settings }, cell);
          done.push(result);
          onResult(result);
          if (done.length === 30) earlyBytes = heapBytes();
        }
      };
      await Promise.all(lanes.map(work));
      return [...(await findBroken()), ...findGrowth(earlyBytes)];
    },
    async close() {
      for (const lane of lanes) await lane.close();
      await close();
    },
  };

  /** What is checked once for all cells: the chain of the audit, and that no credential stands anywhere. */
  async function findBroken(): Promise<string[]> {
    const chain = await verifyAudit(db);
    const found = chain.ok ? [] : [`I7 the audit is broken at row ${chain.seq}`];
    for (const [name, table] of Object.entries({
      runs: schema.runs,
      steps: schema.runSteps,
      accounts: schema.accountCreations,
      audit: schema.audit,
      onboardings: schema.onboardings,
      credentials: schema.credentials,
    })) {
      const text = JSON.stringify(await db.select().from(table));
      if (/sk_test_|secret-cell|"eyJ/.test(text)) found.push(`I8 a credential stands in ${name}`);
    }
    return found;
  }
}

function heapBytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

function findGrowth(earlyBytes: number): string[] {
  // Without a collection the figure says when the last one was.
  if (!globalThis.gc) return [];
  const lateBytes = heapBytes();
  // What one run leaves behind for good would show after hundreds.
  return earlyBytes > 0 && lateBytes > earlyBytes * 1.2 + 20_000_000
    ? [`I11 memory grew from ${Math.round(earlyBytes / 1e6)} to ${Math.round(lateBytes / 1e6)} MB`]
    : [];
}
