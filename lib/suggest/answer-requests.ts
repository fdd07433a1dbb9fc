import { runInSlices } from './run-in-slices';
import type { SuggestAnswer, SuggestRequest } from './worker-messages';

/** The worker's behaviour without the worker: takes its messages and answers through `send`. */
export function answerRequests(
  send: (answer: SuggestAnswer) => void,
): (request: SuggestRequest) => Promise<void> {
  const running = new Map<number, AbortController>();
  return async (request) => {
    const { id } = request;
    if (request.type === 'cancel') {
      running.get(id)?.abort();
      return;
    }
    const controller = new AbortController();
    running.set(id, controller);
    try {
      const results = await runInSlices(request.input, {
        signal: controller.signal,
        onProgress: (progress) => send({ type: 'progress', id, progress }),
      });
      send({ type: 'done', id, results });
    } catch (error) {
      if (controller.signal.aborted) send({ type: 'cancelled', id });
      else send({ type: 'failed', id, message: error instanceof Error ? error.message : String(error) });
    } finally {
      running.delete(id);
    }
  };
}
