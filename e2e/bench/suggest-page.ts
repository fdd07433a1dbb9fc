import { matchByLevenshtein } from '@/lib/suggest/baselines';
import { benchInputs } from '@/lib/suggest/cases/bench-inputs';
import { requestSuggestions } from '@/lib/suggest/request-suggestions';
import type { SuggestInput } from '@/lib/suggest/suggestion';
import type { SuggestAnswer } from '@/lib/suggest/worker-messages';

/** What one size costs in the browser, in milliseconds. */
export type SuggestTimes = {
  /** Of a worker made for the question, its code read and compiled. */
  fresh: number;
  /** Of the next question about the same target. */
  next: number;
  /** The longest time in which the page's own thread did not run, from question to answer. */
  longestBlock: number;
  /** From the cancel to the worker's word that it has stopped, the slowest of several moments. */
  cancel: number;
  /** Edit distances of the last names, in a worker of their own. */
  levenshtein: number;
};

const rounds = 5;

/** Runs in a page: measures the worker behind `script` against the inputs, with the page's thread watched. */
export async function measureSuggestions(script: string): Promise<Record<'small' | 'large', SuggestTimes>> {
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  return {
    small: await measureInput(url, benchInputs.small),
    large: await measureInput(url, benchInputs.large),
  };
}

async function measureInput(url: string, input: SuggestInput): Promise<SuggestTimes> {
  const fresh: number[] = [];
  const next: number[] = [];
  const blocks: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const startMs = performance.now();
    const worker = new Worker(url);
    const watch = watchThread();
    await requestSuggestions(worker, input);
    fresh.push(performance.now() - startMs);
    const againMs = performance.now();
    await requestSuggestions(worker, input);
    next.push(performance.now() - againMs);
    blocks.push(watch());
    worker.terminate();
  }
  const cancels: number[] = [];
  for (const share of [0.05, 0.2, 0.4, 0.6, 0.8])
    cancels.push(await measureCancel(url, input, share * median(fresh)));
  const baselineMs = performance.now();
  matchByLevenshtein(input.sourceFields, input.targetFields);
  return {
    fresh: median(fresh),
    next: median(next),
    longestBlock: median(blocks),
    cancel: Math.max(...cancels),
    levenshtein: performance.now() - baselineMs,
  };
}

/** Asks, cancels after a while, and answers how long the worker took to say that it has stopped; 0 where it was done. */
async function measureCancel(url: string, input: SuggestInput, afterMs: number): Promise<number> {
  const worker = new Worker(url);
  const stopped = new Promise<number>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<SuggestAnswer>) => {
      if (data.type === 'cancelled' || data.type === 'done') resolve(performance.now());
    });
  });
  const controller = new AbortController();
  const asked = requestSuggestions(worker, input, { signal: controller.signal }).catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  const cancelledMs = performance.now();
  controller.abort();
  await asked;
  const tookMs = Math.max(0, (await stopped) - cancelledMs);
  worker.terminate();
  return tookMs;
}

/** Watches how long this thread is kept from running; the function it gives ends that and answers the longest time. */
function watchThread(): () => number {
  const { port1, port2 } = new MessageChannel();
  let lastMs = performance.now();
  let longest = 0;
  port1.onmessage = () => {
    const nowMs = performance.now();
    longest = Math.max(longest, nowMs - lastMs);
    lastMs = nowMs;
    setTimeout(() => port2.postMessage(undefined), 1);
  };
  port2.postMessage(undefined);
  return () => {
    longest = Math.max(longest, performance.now() - lastMs);
    port1.close();
    return longest;
  };
}

function median(times: readonly number[]): number {
  return [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
}

Object.assign(globalThis, { measureSuggestions });
