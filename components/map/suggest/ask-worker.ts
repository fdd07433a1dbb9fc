import type { SchemaTree } from '@/lib/schema/schema-tree';
import { fieldsOfTree } from '@/lib/suggest/fields-of-tree';
import { requestSuggestions } from '@/lib/suggest/request-suggestions';
import type { SourceSuggestions, SuggestField, SuggestInput } from '@/lib/suggest/suggestion';

export type Question = Omit<SuggestInput, 'sourceFields' | 'targetFields'> & {
  sourceTree: SchemaTree;
  targetTree: SchemaTree;
};

/** A worker of its own that answers one question at a time; `stop` ends it for good. */
export type SuggestionSource = {
  /** Rejects when the signal is aborted, and when the worker cannot be loaded. */
  ask: (question: Question, signal: AbortSignal) => Promise<readonly SourceSuggestions[]>;
  stop: () => void;
};

/** Starts the worker. */
export function startSuggestionSource(): SuggestionSource {
  const worker = new Worker(new URL('../../../lib/suggest/suggest.worker.ts', import.meta.url), {
    type: 'module',
  });
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', () => reject(new Error('The suggestions cannot be worked out here.')));
  });
  // Nobody may be asking when it breaks.
  broken.catch(() => undefined);
  const fields = new WeakMap<SchemaTree, SuggestField[]>();
  const fieldsOf = (tree: SchemaTree) => {
    const known = fields.get(tree) ?? fieldsOfTree(tree);
    fields.set(tree, known);
    return known;
  };
  return {
    ask: ({ sourceTree, targetTree, ...rest }, signal) =>
      Promise.race([
        requestSuggestions(
          worker,
          { ...rest, sourceFields: fieldsOf(sourceTree), targetFields: fieldsOf(targetTree) },
          { signal },
        ),
        broken,
      ]),
    stop: () => worker.terminate(),
  };
}
