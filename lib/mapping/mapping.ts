import type * as z from 'zod';
import type {
  fieldMappingSchema,
  historyStepSchema,
  mappingCommentSchema,
  mappingHistorySchema,
  mappingStateSchema,
  restoreSchema,
  signatureSchema,
  suggestedPairSchema,
} from './mapping-schema';

/** The longest calculated field that Data Prep takes, in characters. */
export const maxExpressionLength = 4096;

/** The longest unfinished text of the code view that is kept in the draft, in characters. */
export const maxCodeTextLength = 400_000;

/** Who wrote or settled something, and when. */
export type Signature = Readonly<z.infer<typeof signatureSchema>>;
/** One remark of the team about a row. */
export type MappingComment = Readonly<z.infer<typeof mappingCommentSchema>>;

/** One row of a mapping set. */
export type FieldMapping = Readonly<z.infer<typeof fieldMappingSchema>>;
export type FieldMappingKind = FieldMapping['kind'];

/** How sure the product was of a suggestion. */
export const suggestionBands = ['high', 'medium', 'low'] as const;

/** One pair as the product offered it. */
export type SuggestedPair = Readonly<z.infer<typeof suggestedPairSchema>>;
export type SuggestionBand = SuggestedPair['band'];

/** What a draft keeps of each kind; a larger number of decisions about single suggestions is nobody's work. */
export const maxSuggestedPairs = 2_000;

/** Every mapping of one dataflow. Changed only by `applyCommand`. */
export type MappingState = Readonly<z.infer<typeof mappingStateSchema>>;

export const emptyMappingState: MappingState = { mappings: [], unmappedOnPurpose: [] };

/** The exact reversal of one command. */
export type RestoreCommand = Readonly<z.infer<typeof restoreSchema>>;

/** A step back, with what was done in words. */
export type HistoryStep = Readonly<z.infer<typeof historyStepSchema>>;

/** The mappings with the way back, kept in the draft so that undo survives a reload. */
export type MappingHistory = Readonly<z.infer<typeof mappingHistorySchema>>;

/** Two suggestions of one key are of the same two fields. */
export function pairKey({ source, target }: Pick<SuggestedPair, 'source' | 'target'>): string {
  return JSON.stringify([source, target]);
}

/** The pairs with their targets under the names they have now; where two become one, the first stays. The same list when none moves. */
export function movePairs(
  pairs: readonly SuggestedPair[],
  moves: ReadonlyMap<string, string>,
): readonly SuggestedPair[] {
  const isMoved = ({ target }: SuggestedPair) => (moves.get(target) ?? target) !== target;
  if (!pairs.some(isMoved)) return pairs;
  const moved = new Map<string, SuggestedPair>();
  for (const pair of pairs) {
    const next = isMoved(pair) ? { ...pair, target: moves.get(pair.target) ?? pair.target } : pair;
    const key = pairKey(next);
    if (!moved.has(key)) moved.set(key, next);
  }
  return [...moved.values()];
}

export const emptyMappingHistory: MappingHistory = { state: emptyMappingState, undo: [], redo: [] };
