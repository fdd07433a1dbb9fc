import { describeExit, stopAll } from './processes.mjs';
import { readTrouble } from './service-log.mjs';

/**
 * Waits until one of the programs ends by itself, says in one sentence which and why, stops the others and answers
 * the exit code 1. Does not end while all of them run.
 */
export async function watchServices(handles, { log = console.error } = {}) {
  const { handle, exit } = await Promise.race(
    handles.map(async (one) => ({ handle: one, exit: await one.exit })),
  );
  // A stop we asked for is no failure: whoever asked ends this process.
  if (handle.stopping) return new Promise(() => {});
  log(`The ${handle.name} ended unexpectedly (${describeExit(exit)}).${describeTrouble(handle)}`);
  await stopAll();
  return 1;
}

/** What the log of a program says about its end, as words to put behind a sentence; empty without a log. */
export function describeTrouble({ logFile }) {
  if (!logFile) return '';
  const trouble = readTrouble(logFile);
  return `${trouble ? ` It said: ${trouble}` : ''} (log: ${logFile})`;
}
