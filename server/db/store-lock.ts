import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';

const holderSchema = z.object({ pid: z.number().int().positive(), startedAt: z.string() });

type Holder = z.infer<typeof holderSchema>;

const giveUpAfterMs = 1_500;
const pauseMs = 100;
const takeoverAtMostMs = 10_000;

/** Somebody else has the embedded database open. */
export class StoreLocked extends Error {
  constructor(file: string, holder: Holder | undefined) {
    const who = holder ? `process ${holder.pid}` : 'another process';
    super(
      `The embedded database is in use by ${who}. Stop it first, or set DATABASE_URL. Lock file: ${file}`,
    );
    this.name = 'StoreLocked';
  }
}

/**
 * Takes the lock on an embedded database and answers with a function that releases it; the end of the process does
 * too. A process that holds it already gets it again. Throws `StoreLocked` within two seconds. The engine itself has no lock: two processes on one directory destroy it.
 */
export async function lockStore(file: string): Promise<() => void> {
  mkdirSync(dirname(file), { recursive: true });
  const me: Holder = { pid: process.pid, startedAt: startOf(process.pid) ?? '' };
  const giveUpAtMs = performance.now() + giveUpAfterMs;
  for (;;) {
    if (isMine(file, me) || createExclusively(file, me) || takeOver(file, me)) {
      const release = () => releaseIfMine(file, me);
      process.once('exit', release);
      return () => {
        process.off('exit', release);
        release();
      };
    }
    if (performance.now() >= giveUpAtMs) throw new StoreLocked(file, readHolder(file));
    await delay(pauseMs);
  }
}

/**
 * Replaces the lock of a process that is certainly gone. Two processes may see the same dead holder: the second file
 * lets one of them act, and that one looks again before it removes anything.
 */
function takeOver(file: string, me: Holder): boolean {
  if (!isAbandoned(file)) return false;
  const guard = `${file}.takeover`;
  if (!createExclusively(guard, me)) {
    removeOldGuard(guard);
    return false;
  }
  try {
    if (!isAbandoned(file)) return false;
    unlinkSync(file);
    return createExclusively(file, me);
  } finally {
    unlinkSync(guard);
  }
}

/** A takeover is over in milliseconds: an old guard belongs to a process that died in the middle of one. */
function removeOldGuard(guard: string): void {
  try {
    if (Date.now() - statSync(guard).mtimeMs > takeoverAtMostMs) unlinkSync(guard);
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  }
}

function isAbandoned(file: string): boolean {
  const holder = readHolder(file);
  if (!holder) return isTornWrite(file);
  if (!isAlive(holder.pid)) return true;
  // The number may have been given to another process since, after a reboot for example.
  const startedAt = startOf(holder.pid);
  return startedAt !== undefined && holder.startedAt !== '' && startedAt !== holder.startedAt;
}

/** A lock without content: its maker died between creating and writing, unless it is doing so right now. */
function isTornWrite(file: string): boolean {
  try {
    return Date.now() - statSync(file).mtimeMs > takeoverAtMostMs;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return false;
    throw error;
  }
}

function createExclusively(file: string, holder: Holder): boolean {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'wx', 0o600);
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
  writeSync(descriptor, JSON.stringify(holder));
  closeSync(descriptor);
  return true;
}

function isMine(file: string, me: Holder): boolean {
  const holder = readHolder(file);
  return holder?.pid === me.pid && holder.startedAt === me.startedAt;
}

function releaseIfMine(file: string, me: Holder): void {
  if (isMine(file, me)) unlinkSync(file);
}

function readHolder(file: string): Holder | undefined {
  try {
    const result = holderSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return result.success ? result.data : undefined;
  } catch (error) {
    // Gone meanwhile, or being written right now.
    if (isCode(error, 'ENOENT') || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return !isCode(error, 'ESRCH');
  }
}

/** When a process started, as an opaque text; undefined where the system does not say. */
function startOf(pid: number): string | undefined {
  if (process.platform === 'linux') {
    try {
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The second field is a name in brackets and may hold blanks; the start is the 20th after it.
      const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
      return ticks && `${boot}/${ticks}`;
    } catch (error) {
      if (isCode(error, 'ENOENT') || isCode(error, 'EACCES')) return undefined;
      throw error;
    }
  }
  if (process.platform === 'win32') return undefined;
  const answer = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', timeout: 1_000 });
  return answer.status === 0 ? answer.stdout.trim() || undefined : undefined;
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
