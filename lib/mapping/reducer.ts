import { changeComments } from './change-comments';
import type { MappingCommand, NewFieldMapping } from './commands';
import {
  emptyMappingState,
  type FieldMapping,
  type MappingState,
  maxSuggestedPairs,
  pairKey,
  type RestoreCommand,
  type SuggestedPair,
} from './mapping';
import { editMany, followTargets, retarget } from './move-ends';
import { replaceAll } from './replace-all';
import { inverseOf, restore } from './restore';

export type CommandContext = {
  /** Ids for new mappings; each call a new one. */
  createId: () => string;
};

export type CommandOutcome = {
  /** The same object as before when the command changed nothing. */
  state: MappingState;
  /** Applied to `state` it gives back the state before, order included. */
  inverse: RestoreCommand;
};

/** Applies one command. Ids that are gone and repeated work change nothing; no command throws. */
export function applyCommand(
  state: MappingState,
  command: MappingCommand,
  context: CommandContext,
): CommandOutcome {
  const next = reduce(state, command, context);
  return { state: next, inverse: inverseOf(state, next) };
}

function reduce(state: MappingState, command: MappingCommand, context: CommandContext): MappingState {
  switch (command.type) {
    case 'connect':
      return connect(state, [command.mapping], context);
    case 'connect-many':
      return connect(withoutMappings(state, new Set(command.replaces)), command.mappings, context);
    case 'apply-preset':
    case 'import':
      return connect(state, command.mappings, context);
    case 'disconnect':
      return withoutMappings(state, new Set([command.id]));
    case 'disconnect-many':
      return withoutMappings(state, new Set(command.ids));
    case 'retarget':
      return retarget(state, command.id, command.target);
    case 'set-source':
      return change(state, command.id, (mapping) => ({
        ...mapping,
        kind: command.kind,
        source: command.source,
      }));
    case 'set-note':
      return change(state, command.id, ({ note: _, ...mapping }) =>
        command.note.trim() === '' ? mapping : { ...mapping, note: command.note },
      );
    case 'edit-many':
      return editMany(state, command.changes);
    case 'follow-targets':
      return followTargets(state, command.moves);
    case 'leave-out': {
      const gone = new Set(command.ids);
      const paths = state.mappings
        .filter(({ id, kind }) => gone.has(id) && kind === 'attribute')
        .map(({ source }) => source);
      return reduce(withoutMappings(state, gone), { type: 'mark-unmapped', paths }, context);
    }
    case 'replace-all':
      return replaceAll(state, command.mappings, (taken) => freshId(taken, context));
    case 'bring-back': {
      const { mappings } = replaceAll(state, command.mappings, (taken) => freshId(taken, context));
      const unmappedOnPurpose = withMarks(state.unmappedOnPurpose, command.unmappedOnPurpose);
      const isSame = mappings === state.mappings && unmappedOnPurpose === state.unmappedOnPurpose;
      return isSame ? state : { ...state, mappings, unmappedOnPurpose };
    }
    case 'add-comment':
    case 'resolve-comment':
    case 'reopen-comment':
    case 'remove-comment':
      return change(state, command.id, (mapping) => changeComments(mapping, command, context.createId));
    case 'mark-unmapped': {
      const known = new Set(state.unmappedOnPurpose);
      const added = [...new Set(command.paths)].filter((path) => !known.has(path));
      return added.length === 0
        ? state
        : { ...state, unmappedOnPurpose: [...state.unmappedOnPurpose, ...added] };
    }
    case 'unmark': {
      const gone = new Set(command.paths);
      const kept = state.unmappedOnPurpose.filter((path) => !gone.has(path));
      return kept.length === state.unmappedOnPurpose.length ? state : { ...state, unmappedOnPurpose: kept };
    }
    case 'accept-suggestions':
      return connect(state, stillOpen(state, command.pairs).map(toMapping), context);
    case 'reject-suggestion': {
      const rejected = state.rejectedSuggestions ?? [];
      const key = pairKey(command.pair);
      return rejected.length >= maxSuggestedPairs || rejected.some((pair) => pairKey(pair) === key)
        ? state
        : { ...state, rejectedSuggestions: [...rejected, command.pair] };
    }
    case 'forget-rejections': {
      const { rejectedSuggestions, ...rest } = state;
      return rejectedSuggestions ? rest : state;
    }
    case 'clear':
      return state.mappings.length === 0 && state.unmappedOnPurpose.length === 0
        ? state
        : { ...state, ...emptyMappingState };
    case 'restore':
      return restore(state, command);
    default:
      return command satisfies never;
  }
}

// What stays keeps its order: undo relies on it.
function withMarks(before: readonly string[], wanted: readonly string[]): readonly string[] {
  const isWanted = new Set(wanted);
  const kept = before.filter((path) => isWanted.has(path));
  for (const path of kept) isWanted.delete(path);
  return isWanted.size === 0 && kept.length === before.length ? before : [...kept, ...isWanted];
}

function connect(
  state: MappingState,
  wanted: readonly NewFieldMapping[],
  context: CommandContext,
): MappingState {
  const mappings: (FieldMapping | undefined)[] = [...state.mappings];
  const placeOfTarget = new Map<string, number[]>();
  for (const [at, mapping] of state.mappings.entries()) {
    const places = placeOfTarget.get(mapping.target);
    if (places) places.push(at);
    else placeOfTarget.set(mapping.target, [at]);
  }
  const taken = new Set(state.mappings.map((mapping) => mapping.id));
  const used = new Set<string>();
  let changed = false;
  for (const mapping of wanted) {
    if (mapping.kind === 'attribute') used.add(mapping.source);
    const places = placeOfTarget.get(mapping.target) ?? [];
    const [first, ...others] = places;
    const before = first === undefined ? undefined : mappings[first];
    if (before && others.length === 0 && sameRow(before, mapping)) continue;
    const created: FieldMapping = { ...mapping, id: freshId(taken, context) };
    changed = true;
    if (first === undefined) {
      placeOfTarget.set(mapping.target, [mappings.length]);
      mappings.push(created);
    } else {
      mappings[first] = created;
      for (const place of others) mappings[place] = undefined;
      placeOfTarget.set(mapping.target, [first]);
    }
  }
  const unmapped = state.unmappedOnPurpose.filter((path) => !used.has(path));
  if (!changed && unmapped.length === state.unmappedOnPurpose.length) return state;
  return {
    ...withoutRejections(state, wanted),
    mappings: changed ? mappings.filter((mapping) => mapping !== undefined) : state.mappings,
    unmappedOnPurpose:
      unmapped.length === state.unmappedOnPurpose.length ? state.unmappedOnPurpose : unmapped,
  };
}

/** Who maps two fields after all no longer rejects the suggestion to do so. */
function withoutRejections(state: MappingState, wanted: readonly NewFieldMapping[]): MappingState {
  const { rejectedSuggestions, ...rest } = state;
  if (!rejectedSuggestions) return state;
  const mapped = new Set(wanted.map(pairKey));
  const kept = rejectedSuggestions.filter((pair) => !mapped.has(pairKey(pair)));
  if (kept.length === rejectedSuggestions.length) return state;
  return kept.length === 0 ? rest : { ...rest, rejectedSuggestions: kept };
}

/** Suggestions never take the place of what somebody decided; of two for one target the first counts. */
function stillOpen(state: MappingState, pairs: readonly SuggestedPair[]): SuggestedPair[] {
  const closed = new Set(state.unmappedOnPurpose);
  const filled = new Set<string>();
  for (const mapping of state.mappings) {
    filled.add(mapping.target);
    if (mapping.kind === 'attribute') closed.add(mapping.source);
  }
  return pairs.filter(({ source, target }) => {
    if (closed.has(source) || filled.has(target)) return false;
    closed.add(source);
    filled.add(target);
    return true;
  });
}

function toMapping({ source, target, expression }: SuggestedPair): NewFieldMapping {
  return expression === undefined
    ? { kind: 'attribute', source, target }
    : { kind: 'expression', source: expression, target };
}

function freshId(taken: Set<string>, context: CommandContext): string {
  let id = context.createId();
  // Bounded: a generator that repeats itself forever must not hang the page.
  for (let tries = 0; taken.has(id) && tries < 1000; tries += 1) id = `${context.createId()}-${tries}`;
  taken.add(id);
  return id;
}

function sameRow(before: FieldMapping, wanted: NewFieldMapping): boolean {
  return (
    before.kind === wanted.kind &&
    before.source === wanted.source &&
    (wanted.name ?? before.name) === before.name &&
    (wanted.description ?? before.description) === before.description &&
    (wanted.note ?? before.note) === before.note
  );
}

function change(state: MappingState, id: string, to: (mapping: FieldMapping) => FieldMapping): MappingState {
  const before = state.mappings.find((mapping) => mapping.id === id);
  if (!before) return state;
  const after = to(before);
  if (sameMapping(before, after)) return state;
  return { ...state, mappings: state.mappings.map((mapping) => (mapping === before ? after : mapping)) };
}

function sameMapping(left: FieldMapping, right: FieldMapping): boolean {
  return (
    left.kind === right.kind &&
    left.source === right.source &&
    left.target === right.target &&
    left.name === right.name &&
    left.description === right.description &&
    left.note === right.note &&
    left.comments === right.comments
  );
}

function withoutMappings(state: MappingState, ids: ReadonlySet<string>): MappingState {
  const kept = state.mappings.filter((mapping) => !ids.has(mapping.id));
  return kept.length === state.mappings.length ? state : { ...state, mappings: kept };
}
