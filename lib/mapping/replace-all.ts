import type { NewFieldMapping } from './commands';
import type { FieldMapping, MappingState } from './mapping';

/**
 * The state with exactly these rows. A row takes over id, note and comments of the row before it that has the same
 * ends, else the same target, else the same source. The same state when nothing differs.
 */
export function replaceAll(
  state: MappingState,
  wanted: readonly NewFieldMapping[],
  freshId: (taken: Set<string>) => string,
): MappingState {
  const before = state.mappings;
  const partners = pairUp(before, wanted);
  const taken = new Set(before.map(({ id }) => id));
  let lastKept = -1;
  const mappings = wanted.map((row, at): FieldMapping => {
    const place = partners[at] ?? -1;
    const known = before[place];
    if (!known) return { ...row, id: freshId(taken) };
    const merged = merge(known, row);
    // Undo finds what was kept by its identity and needs its order: a row that moved up or down counts as new.
    if (merged === known && place > lastKept) {
      lastKept = place;
      return known;
    }
    return merged === known ? { ...known } : merged;
  });
  const isSame = mappings.length === before.length && mappings.every((mapping, at) => mapping === before[at]);
  const used = new Set(wanted.filter(({ kind }) => kind === 'attribute').map(({ source }) => source));
  const unmapped = state.unmappedOnPurpose.filter((path) => !used.has(path));
  const areMarksSame = unmapped.length === state.unmappedOnPurpose.length;
  if (isSame && areMarksSame) return state;
  return {
    ...state,
    mappings: isSame ? before : mappings,
    unmappedOnPurpose: areMarksSame ? state.unmappedOnPurpose : unmapped,
  };
}

/** For each wanted row the place of the row before that it continues, or −1. */
function pairUp(before: readonly FieldMapping[], wanted: readonly NewFieldMapping[]): number[] {
  const partners = wanted.map(() => -1);
  const isUsed = new Uint8Array(before.length);
  const passes: ((row: NewFieldMapping) => string)[] = [
    (row) => JSON.stringify([row.kind, row.source, row.target]),
    (row) => row.target,
    (row) => JSON.stringify([row.kind, row.source]),
  ];
  for (const keyOf of passes) {
    const places = new Map<string, number[]>();
    for (let at = before.length - 1; at >= 0; at -= 1) {
      const row = before[at];
      if (!row || isUsed[at] === 1) continue;
      const key = keyOf(row);
      const known = places.get(key);
      if (known) known.push(at);
      else places.set(key, [at]);
    }
    for (const [at, row] of wanted.entries()) {
      if (partners[at] !== -1) continue;
      const place = places.get(keyOf(row))?.pop();
      if (place === undefined) continue;
      partners[at] = place;
      isUsed[place] = 1;
    }
  }
  return partners;
}

function merge(known: FieldMapping, row: NewFieldMapping): FieldMapping {
  const { name: _name, description: _description, ...rest } = known;
  const merged = { ...rest, ...row };
  const isSame =
    known.kind === merged.kind &&
    known.source === merged.source &&
    known.target === merged.target &&
    known.name === merged.name &&
    known.description === merged.description &&
    known.note === merged.note &&
    known.comments === merged.comments;
  return isSame ? known : merged;
}
