import type * as z from 'zod';
import type { FieldMapping, HistoryStep, MappingHistory, RestoreCommand } from './mapping';
import type { currentHistorySchema, storedStepSchema } from './stored-history-schema';

/** Steps back that a stored history keeps whole before it forgets any: about 200 that each touch 10,000 mappings. */
export const maxStoredEntries = 2_000_000;
/** Mappings that only steps still name; each of them costs as much room as one of the state. */
export const maxStoredRows = 60_000;

type StoredStep = z.infer<typeof storedStepSchema>;

/**
 * A history as it is sent and stored: each mapping once, and steps as runs of numbers into that list. A step that adds
 * or clears 10,000 mappings costs a few bytes.
 */
export type StoredHistory = Readonly<z.infer<typeof currentHistorySchema>>;

/** The history without repetition. Steps that would make it too large for the draft are forgotten, oldest first. */
export function packHistory(history: MappingHistory): StoredHistory {
  const { state, codeText, offered } = history;
  const rows: FieldMapping[] = [];
  const texts: string[] = [];
  const placeOfRow = new Map<FieldMapping, number>();
  const placeOfId = new Map<string, number>();
  const placeOfPath = new Map<string, number>();
  const placeOfText = new Map<string, number>();
  for (const [at, mapping] of state.mappings.entries()) {
    placeOfRow.set(mapping, at);
    placeOfId.set(mapping.id, at);
  }
  for (const [at, path] of state.unmappedOnPurpose.entries()) placeOfPath.set(path, at);

  const rowPlace = (mapping: FieldMapping): number => {
    let place = placeOfRow.get(mapping);
    if (place === undefined) {
      place = state.mappings.length + rows.length;
      rows.push(mapping);
      placeOfRow.set(mapping, place);
      if (!placeOfId.has(mapping.id)) placeOfId.set(mapping.id, place);
    }
    return place;
  };
  const textPlace = (text: string): number => {
    let place = placeOfText.get(text);
    if (place === undefined) {
      place = texts.length;
      texts.push(text);
      placeOfText.set(text, place);
    }
    return place;
  };
  const pathPlace = (path: string) =>
    placeOfPath.get(path) ?? state.unmappedOnPurpose.length + textPlace(path);

  let entries = 0;
  const pack = ({ label, restore }: HistoryStep) => {
    entries += restore.remove.length + restore.put.length + restore.unmark.length + restore.mark.length;
    if (entries > maxStoredEntries) return undefined;
    const before = rows.length;
    const put = toTriples(restore.put.map(({ at, mapping }) => [at, rowPlace(mapping)]));
    if (rows.length > maxStoredRows) {
      rows.length = before;
      return undefined;
    }
    const unmark = toPairs(restore.unmark.map(pathPlace));
    const mark = toTriples(restore.mark.map(({ at, path }) => [at, pathPlace(path)]));
    return { label, remove: restore.remove, put, unmark, mark, ...rejectionsOf(restore) };
  };
  // The newest steps first: they are the ones that people take back.
  const undo = takeWhileDefined(history.undo.toReversed(), pack);
  const redo = takeWhileDefined(history.redo.toReversed(), pack);
  // Only now is every row known that an id may belong to.
  const finish = (steps: typeof undo): StoredStep[] =>
    steps
      .map((step) => ({
        ...step,
        remove: toPairs(
          step.remove.map((id) => placeOfId.get(id) ?? state.mappings.length + rows.length + textPlace(id)),
        ),
      }))
      .reverse();
  return {
    state,
    rows,
    undo: finish(undo),
    redo: finish(redo),
    texts,
    ...(codeText !== undefined && { codeText }),
    ...(offered !== undefined && { offered }),
  };
}

/** The history that `packHistory` was given. Numbers that lead nowhere are left out. */
export function unpackHistory(stored: StoredHistory): MappingHistory {
  const { state, rows, texts, codeText, offered } = stored;
  const mappings = [...state.mappings, ...rows];
  const paths = [...state.unmappedOnPurpose, ...texts];
  const idAt = (place: number) => mappings[place]?.id ?? texts[place - mappings.length];
  let entries = 0;
  const unpack = (step: StoredStep): HistoryStep | undefined => {
    entries +=
      lengthOf(step.remove, 2) + lengthOf(step.put, 3) + lengthOf(step.unmark, 2) + lengthOf(step.mark, 3);
    if (entries > maxStoredEntries) return undefined;
    return {
      label: step.label,
      restore: {
        type: 'restore',
        remove: fromPairs(step.remove, idAt),
        put: fromTriples(step.put, (place) => mappings[place]).map(({ at, item }) => ({ at, mapping: item })),
        unmark: fromPairs(step.unmark, (place) => paths[place]),
        mark: fromTriples(step.mark, (place) => paths[place]).map(({ at, item }) => ({ at, path: item })),
        ...rejectionsOf(step),
      },
    };
  };
  const undo = takeWhileDefined(stored.undo.toReversed(), unpack).reverse();
  const redo = takeWhileDefined(stored.redo.toReversed(), unpack).reverse();
  return {
    state,
    undo,
    redo,
    ...(codeText !== undefined && { codeText }),
    ...(offered !== undefined && { offered }),
  };
}

function rejectionsOf({ unreject, reject }: Pick<RestoreCommand, 'unreject' | 'reject'>) {
  return { ...(unreject && { unreject }), ...(reject && { reject }) };
}

function takeWhileDefined<In, Out>(items: readonly In[], of: (item: In) => Out | undefined): Out[] {
  const taken: Out[] = [];
  for (const item of items) {
    const made = of(item);
    if (made === undefined) break;
    taken.push(made);
  }
  return taken;
}

function toPairs(places: readonly number[]): number[] {
  const pairs: number[] = [];
  let next = -1;
  for (const place of places) {
    if (place === next) pairs[pairs.length - 1] = (pairs.at(-1) ?? 0) + 1;
    else pairs.push(place, 1);
    next = place + 1;
  }
  return pairs;
}

function toTriples(places: readonly (readonly [at: number, place: number])[]): number[] {
  const triples: number[] = [];
  let nextAt = -1;
  let nextPlace = -1;
  for (const [at, place] of places) {
    if (at === nextAt && place === nextPlace) triples[triples.length - 1] = (triples.at(-1) ?? 0) + 1;
    else triples.push(at, place, 1);
    nextAt = at + 1;
    nextPlace = place + 1;
  }
  return triples;
}

function lengthOf(flat: readonly number[], width: number): number {
  let sum = 0;
  for (let index = width - 1; index < flat.length; index += width) sum += flat[index] ?? 0;
  return sum;
}

function fromPairs<T>(pairs: readonly number[], itemAt: (place: number) => T | undefined): T[] {
  const items: T[] = [];
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    const first = pairs[index] ?? 0;
    for (let step = 0; step < (pairs[index + 1] ?? 0); step += 1) {
      const item = itemAt(first + step);
      if (item !== undefined) items.push(item);
    }
  }
  return items;
}

function fromTriples<T>(
  triples: readonly number[],
  itemAt: (place: number) => T | undefined,
): { at: number; item: T }[] {
  const items: { at: number; item: T }[] = [];
  for (let index = 0; index + 2 < triples.length; index += 3) {
    const [at = 0, first = 0, count = 0] = triples.slice(index, index + 3);
    for (let step = 0; step < count; step += 1) {
      const item = itemAt(first + step);
      if (item !== undefined) items.push({ at: at + step, item });
    }
  }
  return items;
}
