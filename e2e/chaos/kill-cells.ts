import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildWorker } from './build-worker';
import { kindOfStep } from './cells';
import { operations } from './faults';
import { liveObjects } from './invariants';
import { dropDatabase, isOnPostgres, newDatabase, templateFolder } from './own-database';
import type { Bench, Seen, Stage } from './stage';
import type { WorkerOrder, WorkerReport } from './worker';

/** A process dies at a point of a step, and another one takes up what it finds. */
export async function killProcess(stage: Stage, bench: Bench): Promise<Seen> {
  const { cell, lane, tenant, subject } = stage;
  const home = mkdtempSync(path.join(tmpdir(), 'chaos-'));
  const onPostgres = isOnPostgres(bench, cell.step);
  const order: WorkerOrder = {
    cell: cell.id,
    step: cell.step,
    point: cell.fault,
    key: kindOfStep[cell.step] ?? '',
    url: lane.url,
    tenant,
    name: subject.name,
    target: stage.target,
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
  const all = liveObjects(lane, tenant.orgId);
  const live = all.filter(({ marker }) => marker !== undefined);
  const found: string[] = [];
  for (const { id, table, marker } of live) {
    if (!report.ids.includes(id)) found.push(`I2 ${table} ${id} is in no ledger`);
    if (live.some((other) => other.marker === marker && other.id !== id)) found.push(`I1 two live ${table}`);
  }
  for (const id of report.ids) {
    if (!all.some((object) => object.id === id)) found.push(`I3 ${id} does not exist`);
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
