import { PlainError } from './plain-error.mjs';
import { describeExit } from './processes.mjs';

/**
 * Waits until a URL answers with a success. Fails with a sentence as soon as the program behind it ends, or at the
 * time limit.
 */
export async function waitUntilAnswering(handle, url, { timeoutMs = 120_000 } = {}) {
  let ended;
  handle.exit.then((exit) => {
    ended = exit;
  });
  const deadline = Date.now() + timeoutMs;
  let lastAnswer = 'nothing';
  while (Date.now() < deadline) {
    if (ended) throw new PlainError(`The ${handle.name} ended before it was ready (${describeExit(ended)}).`);
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5000), redirect: 'manual' });
      if (response.ok) return;
      lastAnswer = `status ${response.status}`;
    } catch {
      lastAnswer = 'no connection';
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new PlainError(
    `The ${handle.name} was not ready at ${url} after ${timeoutMs / 1000} s (last answer: ${lastAnswer}).`,
  );
}
