import { suggestInSteps } from './suggest';
import type { SourceSuggestions, SuggestInput } from './suggestion';

export type SliceOptions = {
  readonly signal?: AbortSignal;
  /** Called between slices with 0 to 1. */
  readonly onProgress?: (progress: number) => void;
  /** Work between two pauses, in milliseconds. */
  readonly sliceMs?: number;
  /** How to let others run; the next macrotask by default, in which messages and clicks arrive. */
  readonly pause?: () => Promise<void>;
  readonly nowMs?: () => number;
};

/** Suggests with pauses, so that the thread stays free; rejects with the signal's reason within a slice of its abort. */
export async function runInSlices(
  input: SuggestInput,
  options: SliceOptions = {},
): Promise<SourceSuggestions[]> {
  const {
    signal,
    onProgress,
    sliceMs = 16,
    pause = nextMacrotask,
    nowMs = () => performance.now(),
  } = options;
  signal?.throwIfAborted();
  const steps = suggestInSteps(input);
  let startedMs = nowMs();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (nowMs() - startedMs < sliceMs) continue;
    onProgress?.(step.value);
    await pause();
    signal?.throwIfAborted();
    startedMs = nowMs();
  }
}

// Timers are slowed down to 4 ms after a few turns; messages are not.
function nextMacrotask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
