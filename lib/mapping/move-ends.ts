import type { MappingChange } from './commands';
import { type FieldMapping, type MappingState, movePairs } from './mapping';

/** One mapping with another target; what filled that one is gone. */
export function retarget(state: MappingState, id: string, target: string): MappingState {
  const moved = state.mappings.find((mapping) => mapping.id === id);
  if (!moved || moved.target === target) return state;
  return {
    ...state,
    mappings: state.mappings.flatMap((mapping) => {
      if (mapping.id === id) return [{ ...mapping, target }];
      return mapping.target === target ? [] : [mapping];
    }),
  };
}

/** Mappings with other ends; what filled a target that one of them takes is gone. The same state when nothing differs. */
export function editMany(state: MappingState, changes: readonly MappingChange[]): MappingState {
  const changeOf = new Map(changes.map((change) => [change.id, change]));
  const edited = new Map<FieldMapping, FieldMapping>();
  const takenTargets = new Set<string>();
  for (const mapping of state.mappings) {
    const { source = mapping.source, target = mapping.target } = changeOf.get(mapping.id) ?? {};
    if (source === mapping.source && target === mapping.target) continue;
    edited.set(mapping, { ...mapping, source, target });
    if (target !== mapping.target) takenTargets.add(target);
  }
  if (edited.size === 0) return state;
  return {
    ...state,
    mappings: state.mappings.flatMap((mapping) => {
      const after = edited.get(mapping);
      if (after) return [after];
      return takenTargets.has(mapping.target) ? [] : [mapping];
    }),
  };
}

/** Mappings and turned down suggestions under the names that their targets have now. The same state when none moves. */
export function followTargets(state: MappingState, moves: ReadonlyMap<string, string>): MappingState {
  const changes = state.mappings.flatMap(({ id, target }): MappingChange[] => {
    const moved = moves.get(target);
    return moved === undefined ? [] : [{ id, target: moved }];
  });
  const followed = editMany(state, changes);
  if (!followed.rejectedSuggestions) return followed;
  const rejected = movePairs(followed.rejectedSuggestions, moves);
  return rejected === followed.rejectedSuggestions
    ? followed
    : { ...followed, rejectedSuggestions: rejected };
}
