import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildWorker } from './build-worker';
import { allCells, type Cell, cellGroups, furtherCells, isProcessFault } from './cells';
import { type Options, readOptions, usage } from './options';
import { runRandom } from './random';
import { runSaves } from './saves';
import { openShard } from './shard';
import type { CellResult } from './stage';
import { runThroughApi } from './through-api';

export type ShardMessage = { kind: 'result'; result: CellResult } | { kind: 'end'; violations: string[] };

/** Runs cells of the fault matrix and prints a line for each; the exit code is 0 only when all survive. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === undefined) {
    process.stderr.write(usage);
    process.exit(2);
  }
  const startMs = performance.now();
  if (process.env.CHAOS_SHARD !== undefined) {
    await runShard(JSON.parse(process.env.CHAOS_SHARD) as string[], options);
    return;
  }
  if (options.isAllOnPostgres && !process.env.CHAOS_POSTGRES_URL) {
    process.stderr.write('There is no PostgreSQL to run on.\n');
    process.exit(2);
  }
  if (options.isThroughApi) process.exit(await runThroughApi());
  if (options.saves > 0) process.exit(await runSaves(options.saves));
  if (options.random > 0 || options.n > 0) {
    process.exit(await runRandom(options));
  }
  const cells = [...allCells(), ...furtherCells()].filter(
    ({ id }) => options.cell === '' || id === options.cell || id.startsWith(`${options.cell}/`),
  );
  if (cells.length === 0) {
    process.stderr.write(`There is no cell ${options.cell}.\n`);
    process.exit(2);
  }
  // Once for all parts, and here: what builds it is large, and would look like a leak in them.
  if (cells.some(({ fault }) => isProcessFault(fault)))
    process.env.CHAOS_WORKER = await buildWorker('worker');
  const shards = Math.max(1, Math.min(2, Math.ceil(options.jobs / 4), cells.length));
  const results: CellResult[] = [];
  // The counted ones come first: the others begin when they are nearly done.
  const endedMs = { counted: 0, further: 0 };
  const ends = await Promise.all(
    Array.from({ length: shards }, (_, index) =>
      startShard(
        cells.filter((__, position) => position % shards === index),
        (result) => {
          results.push(result);
          endedMs[result.cell.group === 'further' ? 'further' : 'counted'] = performance.now() - startMs;
          process.stdout.write(`${lineOf(result, options.seed)}\n`);
        },
      ),
    ),
  );
  for (const violation of ends.flat()) process.stdout.write(`FAIL ${violation}\n`);
  const [further, counted] = [true, false].map((wanted) =>
    cells.filter(({ group }) => (group === 'further') === wanted),
  );
  // The figure of the 492 comes last; what was added to them has one of its own.
  if (further?.length) process.stdout.write(`${summaryOf('further', further, results, endedMs.further)}\n`);
  if (counted?.length) process.stdout.write(`${summaryOf('matrix', counted, results, endedMs.counted)}\n`);
  const survived = results.filter(({ violations }) => violations.length === 0).length;
  process.exitCode = survived === cells.length && ends.flat().length === 0 ? 0 : 1;
}

function startShard(cells: readonly Cell[], onResult: (result: CellResult) => void): Promise<string[]> {
  return new Promise((resolve) => {
    const child = fork(fileURLToPath(import.meta.url), process.argv.slice(2), {
      execArgv: ['--expose-gc', '--conditions=react-server', '--import', 'tsx'],
      env: { ...process.env, CHAOS_SHARD: JSON.stringify(cells.map(({ id }) => id)) },
    });
    let violations: string[] | undefined;
    child.on('message', (message: ShardMessage) => {
      if (message.kind === 'result') onResult(message.result);
      else violations = message.violations;
    });
    child.once('exit', (code) => resolve(violations ?? [`a part of the runner ended with ${code}`]));
  });
}

async function runShard(ids: string[], options: Options): Promise<void> {
  const wanted = new Set(ids);
  const cells = [...allCells(), ...furtherCells()].filter(({ id }) => wanted.has(id));
  const shard = await openShard({
    seed: options.seed,
    isAllOnPostgres: options.isAllOnPostgres,
    lanes: Math.max(1, Math.min(Math.ceil(options.jobs / 2), cells.length)),
  });
  const violations = await shard.run(cells, (result) => process.send?.({ kind: 'result', result }));
  process.send?.({ kind: 'end', violations });
  await shard.close();
  process.disconnect?.();
  process.exit(0);
}

/** One line for one cell, with the command that repeats it when it failed. */
function lineOf({ cell, violations, facts, ms }: CellResult, seed: number): string {
  const seconds = `${(ms / 1000).toFixed(1)}s`;
  if (violations.length === 0) return `ok   ${cell.id} ${cell.title}  ${facts}  ${seconds}`;
  return `FAIL ${cell.id} ${cell.title}  ${violations.join('; ')}  ${seconds}  repro: npm run chaos -- --cell ${cell.id} --seed ${seed}`;
}

function summaryOf(
  name: string,
  cells: readonly Cell[],
  results: readonly CellResult[],
  endedMs: number,
): string {
  const ids = new Set(cells.map(({ id }) => id));
  const survivors = results.filter(({ cell, violations }) => violations.length === 0 && ids.has(cell.id));
  const parts = cellGroups.flatMap((group) => {
    const all = cells.filter((cell) => cell.group === group).length;
    const alive = survivors.filter(({ cell }) => cell.group === group).length;
    return all === 0 || all === cells.length ? [] : [`${group} ${alive}/${all}`];
  });
  const details = parts.length > 0 ? ` (${parts.join(', ')})` : '';
  return `${name}: ${survivors.length} survived of ${cells.length}${details} ${Math.round(endedMs / 1000)} s`;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
