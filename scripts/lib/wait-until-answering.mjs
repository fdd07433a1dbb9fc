import { PlainError } from './plain-error.mjs';
import { describeExit } from './processes.mjs';
import { describeTrouble } from './watch-services.mjs';

/**
 * Waits until a URL answers with a status that is `isReady` (a success unless told). Fails with a sentence as soon as
 * the program behind it ends, or at the time limit.
 */
export async function waitUntilAnswering(
  handle,
  url,
  { timeoutMs = 120_000, isReady = (status) => status >= 200 && status < 300 } = {},
) {
  let ended;
  void handle.exit.then((exit) => {
    ended = exit;
  });
  const deadline = Date.now() + timeoutMs;
  let lastAnswer = 'nothing';
  while (Date.now() < deadline) {
    // A stop we asked for is no failure: whoever asked ends this process.
    if (handle.stopping) return new Promise(() => {});
    if (ended) {
      throw new PlainError(
        `The ${handle.name} ended before it was ready (${describeExit(ended)}).${describeTrouble(handle)}`,
      );
    }
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5000), redirect: 'manual' });
      await response.body?.cancel();
      if (isReady(response.status)) return;
      lastAnswer = `status ${response.status}`;
    } catch {
      lastAnswer = 'no connection';
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new PlainError(
    `The ${handle.name} was not ready at ${url} after ${timeoutMs / 1000} s (last answer: ${lastAnswer}).${describeTrouble(handle)}`,
  );
}
