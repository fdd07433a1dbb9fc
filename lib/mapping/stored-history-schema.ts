import * as z from 'zod';
import { maxCodeTextLength } from './mapping';
import {
  fieldMappingSchema,
  mappingHistorySchema,
  mappingStateSchema,
  restoreSchema,
} from './mapping-schema';
import { maxStoredEntries, maxStoredRows, packHistory } from './stored-history';

const runs = z.array(z.int().min(0).max(maxStoredEntries)).max(200_000);

export const storedStepSchema = z.object({
  label: z.string().max(1_024),
  /** Pairs of first entry and length. */
  remove: runs,
  /** Triples of place, first entry and length. */
  put: runs,
  unmark: runs,
  mark: runs,
  // Written out: they come one at a time.
  unreject: restoreSchema.shape.unreject,
  reject: restoreSchema.shape.reject,
});

export const currentHistorySchema = z.object({
  state: mappingStateSchema,
  /** Numbered after the mappings of the state: those that only steps name. */
  rows: z.array(fieldMappingSchema).max(maxStoredRows).readonly(),
  /** Numbered after all mappings (ids), and after the paths of the state (paths): texts that only steps name. */
  texts: z.array(z.string().max(4_096)).max(100_000).readonly(),
  undo: z.array(storedStepSchema).max(1_000).readonly(),
  redo: z.array(storedStepSchema).max(1_000).readonly(),
  codeText: z.string().max(maxCodeTextLength).exactOptional(),
  offered: mappingHistorySchema.shape.offered,
});

/** Reads a stored history, and one whose steps were still written out in full. */
export const storedHistorySchema = z.union([
  currentHistorySchema,
  mappingHistorySchema.transform(packHistory),
]);
