import type { SourceSuggestions, SuggestInput } from './suggestion';
import type { SuggestAnswer, SuggestRequest } from './worker-messages';

/** The part of a `Worker` that is used. */
export type SuggestWorker = {
  postMessage: (request: SuggestRequest) => void;
  addEventListener: (type: 'message', listener: (event: MessageEvent<SuggestAnswer>) => void) => void;
  removeEventListener: (type: 'message', listener: (event: MessageEvent<SuggestAnswer>) => void) => void;
};

let lastId = 0;

/**
 * Asks a worker made from `suggest.worker.ts` for suggestions. Rejects at once with the signal's reason when it is
 * aborted; the worker stops within a slice. A worker that fails to load never answers: listen to its `error` too.
 */
export function requestSuggestions(
  worker: SuggestWorker,
  input: SuggestInput,
  options: { signal?: AbortSignal; onProgress?: (progress: number) => void } = {},
): Promise<readonly SourceSuggestions[]> {
  const { signal, onProgress } = options;
  lastId += 1;
  const id = lastId;
  return new Promise((resolve, reject) => {
    const end = () => {
      worker.removeEventListener('message', listen);
      signal?.removeEventListener('abort', cancel);
    };
    const cancel = () => {
      worker.postMessage({ type: 'cancel', id });
      end();
      reject(signal?.reason);
    };
    const listen = ({ data }: MessageEvent<SuggestAnswer>) => {
      if (data.id !== id) return;
      if (data.type === 'progress') return onProgress?.(data.progress);
      end();
      if (data.type === 'done') resolve(data.results);
      else reject(new Error(data.type === 'failed' ? data.message : 'The suggestions were cancelled.'));
    };
    if (signal?.aborted) return reject(signal.reason);
    worker.addEventListener('message', listen);
    signal?.addEventListener('abort', cancel);
    worker.postMessage({ type: 'suggest', id, input });
  });
}
