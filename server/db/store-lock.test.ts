import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockStore } from './store-lock';

const subject = fileURLToPath(new URL('./store-lock.ts', import.meta.url));

// Another process that takes the lock, says how that went, and stays until its input ends.
const program = `
  const { lockStore } = await import(process.argv[1]);
  const startMs = performance.now();
  const outcome = await lockStore(process.argv[2]).then(() => 'locked', (error) => error.name + ': ' + error.message);
  console.log(JSON.stringify({ outcome, tookMs: performance.now() - startMs }));
  process.stdin.resume().on('end', () => process.exit(0));
`;

let directory: string;
let file: string;
let others: ChildProcess[];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'store-lock-'));
  file = join(directory, 'data', 'pg.lock');
  others = [];
});

afterEach(async () => {
  await Promise.all(others.map((child) => stop(child)));
  rmSync(directory, { recursive: true });
});

async function startOther(): Promise<{ child: ChildProcess; outcome: string; tookMs: number }> {
  const args = ['--import', 'tsx', '--input-type=module', '-e', program, subject, file];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  others.push(child);
  const [line] = await once(child.stdout, 'data');
  return { child, ...JSON.parse(String(line)) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

describe('the lock on the embedded database', () => {
  it('refuses a second process within two seconds and names the holder', async () => {
    const release = await lockStore(file);
    const { outcome, tookMs } = await startOther();
    release();

    expect(outcome).toBe(
      `StoreLocked: The embedded database is in use by process ${process.pid}. Stop it first, or set DATABASE_URL. Lock file: ${file}`,
    );
    expect(tookMs).toBeLessThan(2_000);
  });

  it('is never taken from a living holder, however old it is', async () => {
    const { child } = await startOther();
    utimesSync(file, 0, 0);
    await expect(lockStore(file)).rejects.toThrow(`process ${child.pid}`);
  });

  it('is taken over from a holder that was killed', async () => {
    const { child } = await startOther();
    await stop(child);
    expect(existsSync(file)).toBe(true);

    const release = await lockStore(file);

    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid });
    release();
    expect(existsSync(file)).toBe(false);
  });

  it('goes to exactly one of several processes that find a dead holder', async () => {
    const { child } = await startOther();
    await stop(child);
    const outcomes = await Promise.all([startOther(), startOther(), startOther(), startOther()]);
    expect(outcomes.filter(({ outcome }) => outcome === 'locked')).toHaveLength(1);
  });

  it('is released when its holder ends by itself', async () => {
    const { child } = await startOther();
    const exit = once(child, 'exit');
    child.stdin?.end();
    await exit;
    expect(existsSync(file)).toBe(false);
  });

  it('is handed on to a process that waits for a moment', async () => {
    const release = await lockStore(file);
    const other = startOther();
    setTimeout(release, 50);
    expect((await other).outcome).toBe('locked');
  });

  it('knows that a number was given to another process since', async () => {
    const release = await lockStore(file);
    release();
    writeFileSync(file, JSON.stringify({ pid: process.ppid, startedAt: 'another boot/1' }));
    const releaseAgain = await lockStore(file);
    releaseAgain();
  });

  it('gets over a process that died while writing the lock or taking it over', async () => {
    const release = await lockStore(file);
    release();
    for (const name of [file, `${file}.takeover`]) {
      writeFileSync(name, '');
      utimesSync(name, 0, 0);
    }
    const releaseAgain = await lockStore(file);
    releaseAgain();
  });
});
