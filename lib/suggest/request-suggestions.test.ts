import { describe, expect, it } from 'vitest';
import { buildSchemaTree } from '@/lib/schema/schema-tree';
import { answerRequests } from './answer-requests';
import { readTree } from './cases/read-cases';
import { fieldsOfTree } from './fields-of-tree';
import { requestSuggestions, type SuggestWorker } from './request-suggestions';
import { suggest } from './suggest';
import type { SuggestAnswer } from './worker-messages';

/** A worker in this thread: messages are copied and arrive later, as between threads. */
function aWorker(): SuggestWorker & { answers: SuggestAnswer[] } {
  const listeners = new Set<(event: MessageEvent<SuggestAnswer>) => void>();
  const answers: SuggestAnswer[] = [];
  const answer = answerRequests((message) => {
    answers.push(message);
    const data = structuredClone(message);
    for (const listener of listeners) listener(new MessageEvent('message', { data }));
  });
  return {
    answers,
    postMessage: (request) => {
      const copy = structuredClone(request);
      setTimeout(() => answer(copy), 0);
    },
    addEventListener: (_, listener) => listeners.add(listener),
    removeEventListener: (_, listener) => listeners.delete(listener),
  };
}

const tree = buildSchemaTree({
  type: 'object',
  properties: {
    last_name: { type: 'string' },
    tags: { type: 'array', items: { type: 'object', properties: { label: { type: 'string' } } } },
  },
});
const input = { sourceFields: fieldsOfTree(tree), targetFields: readTree('profile-b2b') };
const wide = { sourceFields: readTree('profile-full').slice(0, 200), targetFields: readTree('ee-analytics') };

describe('requestSuggestions', () => {
  it('answers what the matcher answers, through messages', async () => {
    expect(await requestSuggestions(aWorker(), input)).toEqual(suggest(input));
  });

  it('tells how far it is and stops within 100 ms of a cancel', async () => {
    const worker = aWorker();
    const controller = new AbortController();
    // Time on the processor: what else the machine does is no matter of the matcher's.
    const usedMs = () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1000;
    };
    let cancelledMs = 0;
    const answer = requestSuggestions(worker, wide, {
      signal: controller.signal,
      onProgress: () => {
        if (cancelledMs > 0) return;
        cancelledMs = usedMs();
        controller.abort(new Error('stopped by the person'));
      },
    });
    await expect(answer).rejects.toThrow('stopped by the person');
    await expect.poll(() => worker.answers.at(-1)?.type, { interval: 5 }).toBe('cancelled');
    expect(usedMs() - cancelledMs).toBeLessThan(100);
  });

  it('asks nothing when it is cancelled before', async () => {
    const worker = aWorker();
    const signal = AbortSignal.abort(new Error('too late'));
    await expect(requestSuggestions(worker, input, { signal })).rejects.toThrow('too late');
    expect(worker.answers).toEqual([]);
  });

  it('passes on what goes wrong', async () => {
    const broken = JSON.parse('{"sourceFields": null, "targetFields": []}');
    await expect(requestSuggestions(aWorker(), broken)).rejects.toThrow(/not iterable/);
  });
});
