import { type MappingState, pairKey, type RestoreCommand } from './mapping';

/** Does what an inverse says: takes rows and marks out, then puts others back at their places. */
export function restore(state: MappingState, command: RestoreCommand): MappingState {
  const mappings = insertAt(
    state.mappings.filter(notIn(new Set(command.remove), (mapping) => mapping.id)),
    command.put.map(({ at, mapping }) => ({ at, item: mapping })),
  );
  const unmappedOnPurpose = insertAt(
    state.unmappedOnPurpose.filter(notIn(new Set(command.unmark), (path) => path)),
    command.mark.map(({ at, path }) => ({ at, item: path })),
  );
  const { rejectedSuggestions = [], ...rest } = state;
  const rejected = insertAt(
    rejectedSuggestions.filter(notIn(new Set(command.unreject), pairKey)),
    (command.reject ?? []).map(({ at, pair }) => ({ at, item: pair })),
  );
  return {
    ...rest,
    mappings,
    unmappedOnPurpose,
    ...(rejected.length > 0 && { rejectedSuggestions: rejected }),
  };
}

function notIn<T>(gone: ReadonlySet<string>, keyOf: (item: T) => string): (item: T) => boolean {
  return (item) => !gone.has(keyOf(item));
}

// `at` counts in the finished list and rises, so one walk is enough: inserting one by one is quadratic for a clear.
function insertAt<T>(kept: readonly T[], insertions: readonly { at: number; item: T }[]): readonly T[] {
  if (insertions.length === 0) return kept;
  const finished: T[] = [];
  let next = 0;
  for (const { at, item } of insertions) {
    while (finished.length < at && next < kept.length) {
      const entry = kept[next];
      next += 1;
      if (entry !== undefined) finished.push(entry);
    }
    finished.push(item);
  }
  for (; next < kept.length; next += 1) {
    const entry = kept[next];
    if (entry !== undefined) finished.push(entry);
  }
  return finished;
}

/** The command that leads from `after` back to `before`, order included. */
export function inverseOf(before: MappingState, after: MappingState): RestoreCommand {
  const mappings = difference(before.mappings, after.mappings, (mapping) => mapping.id);
  const marks = difference(before.unmappedOnPurpose, after.unmappedOnPurpose, (path) => path);
  const rejected = difference(before.rejectedSuggestions ?? [], after.rejectedSuggestions ?? [], pairKey);
  return {
    type: 'restore',
    remove: mappings.remove,
    put: mappings.put.map(({ at, item }) => ({ at, mapping: item })),
    unmark: marks.remove,
    mark: marks.put.map(({ at, item }) => ({ at, path: item })),
    ...(rejected.remove.length > 0 && { unreject: rejected.remove }),
    ...(rejected.put.length > 0 && { reject: rejected.put.map(({ at, item }) => ({ at, pair: item })) }),
  };
}

// Commands never reorder what they keep, so identity of the entries tells everything.
function difference<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
): { remove: string[]; put: { at: number; item: T }[] } {
  if (before === after) return { remove: [], put: [] };
  const had = new Set(before);
  const has = new Set(after);
  return {
    remove: after.filter((item) => !had.has(item)).map(keyOf),
    put: before.flatMap((item, at) => (has.has(item) ? [] : [{ at, item }])),
  };
}
