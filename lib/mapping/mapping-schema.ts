import * as z from 'zod';
import { maxCodeTextLength, maxExpressionLength, maxSuggestedPairs, suggestionBands } from './mapping';

export const signatureSchema = z.object({
  authorName: z.string().max(255),
  atMs: z.number().int().nonnegative(),
});

export const mappingCommentSchema = signatureSchema.extend({
  id: z.string().min(1).max(64),
  text: z.string().max(4_096),
  /** Who settled it and when; absent while it is open. */
  resolved: signatureSchema.exactOptional(),
});

// Invalid work in progress is kept, so no rule about what a row means belongs in these schemas.
export const fieldMappingSchema = z.object({
  id: z.string().min(1).max(64),
  /** `attribute` copies a field, `expression` calculates, `constant` is the same text for every record. */
  kind: z.enum(['attribute', 'expression', 'constant']),
  /** A source path, an expression, or the constant's text: `kind` says which. */
  source: z.string().max(16_384),
  /** A path into the target schema. */
  target: z.string().max(4_096),
  name: z.string().max(1_024).exactOptional(),
  description: z.string().max(4_096).exactOptional(),
  /** For the team; never sent to the platform. */
  note: z.string().max(4_096).exactOptional(),
  /** Oldest first; for the team too. */
  comments: z.array(mappingCommentSchema).max(1_000).readonly().exactOptional(),
});

export const suggestedPairSchema = z.object({
  source: z.string().max(4_096),
  target: z.string().max(4_096),
  band: z.enum(suggestionBands),
  /** Offered in place of a plain copy. */
  expression: z.string().max(maxExpressionLength).exactOptional(),
});

const suggestedPairsSchema = z.array(suggestedPairSchema).max(maxSuggestedPairs).readonly();

export const mappingStateSchema = z.object({
  mappings: z.array(fieldMappingSchema).max(50_000).readonly(),
  /** Source paths that somebody decided to leave out; they no longer count as unused. */
  unmappedOnPurpose: z.array(z.string().max(4_096)).max(50_000).readonly(),
  /** Suggestions that somebody turned down; they are not made again. Absent before the first. */
  rejectedSuggestions: suggestedPairsSchema.exactOptional(),
});

/** The exact reversal of one command: what to take out, then what to put (back) at which place. */
export const restoreSchema = z.object({
  type: z.literal('restore'),
  remove: z.array(z.string()),
  put: z.array(z.object({ at: z.number().int().nonnegative(), mapping: fieldMappingSchema })),
  unmark: z.array(z.string()),
  mark: z.array(z.object({ at: z.number().int().nonnegative(), path: z.string() })),
  /** Turned down suggestions to take out (by `pairKey`) and to put back; absent when none are touched. */
  unreject: z.array(z.string()).exactOptional(),
  reject: z
    .array(z.object({ at: z.number().int().nonnegative(), pair: suggestedPairSchema }))
    .exactOptional(),
});

export const historyStepSchema = z.object({
  /** What was done, in words for “Undo …”. */
  label: z.string().max(1_024),
  restore: restoreSchema,
});

export const mappingHistorySchema = z.object({
  state: mappingStateSchema,
  /** Oldest first. */
  undo: z.array(historyStepSchema).max(1_000).readonly(),
  /** The next one to redo is last. */
  redo: z.array(historyStepSchema).max(1_000).readonly(),
  /** What was typed into the code view and could not be read as mappings yet. */
  codeText: z.string().max(maxCodeTextLength).exactOptional(),
  /** What was suggested for the fields that were still open, whatever became of it. */
  offered: suggestedPairsSchema.exactOptional(),
});
