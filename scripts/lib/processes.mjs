import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const running = new Set();
// Below the five seconds everything promises to end within, with room for the last signal to work.
const gracePeriodMs = 4000;

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
    return true;
  } catch {
    return false;
  }
}

const isGroupAlive = (child) => signalGroup(child, 0);

/**
 * Starts a program in a process group of its own, so that everything it starts in turn can be stopped with it.
 * Its output goes to `log` (from openServiceLog), to `stdio` (that of `spawn`), or to ours, each line after `prefix`
 * where there is one; `stop()` resolves once the whole group is gone.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { name?: string, prefix?: string, log?: { file: string, stdio: any[] } }} options
 */
export function startProcess(command, args, { name = command, log, prefix, ...options } = {}) {
  const ours = prefix === undefined ? 'inherit' : ['ignore', 'pipe', 'pipe'];
  const stdio = log?.stdio ?? options.stdio ?? ours;
  const child = spawn(command, args, { ...options, stdio, detached: true });
  if (prefix !== undefined) {
    for (const input of [child.stdout, child.stderr]) {
      createInterface({ input }).on('line', (line) => console.log(`${prefix}${line}`));
    }
  }
  const handle = {
    name,
    child,
    logFile: log?.file,
    stop: () => stopProcess(handle),
    exit: readExit(child),
    stopping: false,
  };
  running.add(handle);
  void handle.exit.then(() => isGroupAlive(child) || running.delete(handle));
  return handle;
}

function readExit(child) {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 127, signal: null, error }));
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
}

async function stopProcess(handle) {
  const { child } = handle;
  handle.stopping = true;
  if (child.pid === undefined) return;
  signalGroup(child, 'SIGTERM');
  const deadline = Date.now() + gracePeriodMs;
  while (isGroupAlive(child) && Date.now() < deadline) await pause(50);
  if (isGroupAlive(child)) signalGroup(child, 'SIGKILL');
  await handle.exit;
  running.delete(handle);
}

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Stops everything this process has started and not yet stopped, side by side. */
export async function stopAll() {
  await Promise.all([...running].map((handle) => handle.stop()));
}

/**
 * Makes SIGINT, SIGTERM and SIGHUP stop everything we started, then run `cleanUp`, then end; `withParent` makes the end
 * of the program that started us do so as well. A second signal does not interrupt the stopping.
 */
export function stopOnSignals({
  cleanUp = async () => {},
  exitCode = 0,
  // npm runs us through a shell and passes a signal on to that shell only: its end is all we get to know.
  withParent = Boolean(process.env.npm_lifecycle_event),
} = {}) {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await stopAll();
    await cleanUp();
    process.exit(exitCode);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  if (withParent) whenParentEnds(stop);
  return stop;
}

function whenParentEnds(listener) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) {
      clearInterval(timer);
      listener();
    }
  }, 250);
  timer.unref();
}

/** Runs a program to its end and answers its exit code (128 when a signal ended it, 127 when it could not start). */
export async function runProcess(command, args, options) {
  const { code } = await startProcess(command, args, options).exit;
  return code ?? 128;
}

/** Runs a program to its end and answers its exit code with everything it printed. */
export async function captureProcess(command, args, options) {
  const handle = startProcess(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [handle.child.stdout, handle.child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  const closed = once(handle.child, 'close').catch(() => {});
  const { code } = await handle.exit;
  if (handle.child.pid !== undefined) await closed;
  return { code: code ?? 128, output };
}

/** "exit code 1" or "signal SIGKILL", for a sentence about a program that ended. */
export function describeExit({ code, signal, error }) {
  if (error) return error.message;
  return signal ? `signal ${signal}` : `exit code ${code}`;
}
