import type { SchemaTree } from '@/lib/schema/schema-tree';
import { mentionedFields } from './coverage';
import {
  type FieldMapping,
  type MappingHistory,
  pairKey,
  type SuggestionBand,
  suggestionBands,
} from './mapping';

/** What became of suggestions: taken as they were, mapped otherwise, turned down, or neither mapped nor turned down. */
export type SuggestionOutcomes = { accepted: number; changed: number; rejected: number; left: number };

export type OutcomesByBand = Record<SuggestionBand, SuggestionOutcomes>;

/** Outcomes of nothing. */
export function noOutcomes(): OutcomesByBand {
  const none = { accepted: 0, changed: 0, rejected: 0, left: 0 };
  return { high: { ...none }, medium: { ...none }, low: { ...none } };
}

/** Adds the numbers of one to another. */
export function addOutcomes(sum: OutcomesByBand, more: OutcomesByBand): void {
  for (const band of suggestionBands) {
    const { accepted, changed, rejected, left } = more[band];
    sum[band].accepted += accepted;
    sum[band].changed += changed;
    sum[band].rejected += rejected;
    sum[band].left += left;
  }
}

/**
 * What became of everything that was suggested for these mappings, whoever mapped it: a field that was mapped by hand to
 * what was suggested counts as accepted.
 */
export function countOutcomes(
  { state, offered = [] }: Pick<MappingHistory, 'state' | 'offered'>,
  sourceTree: SchemaTree,
): OutcomesByBand {
  const counts = noOutcomes();
  const rejected = new Set(state.rejectedSuggestions?.map(pairKey));
  for (const { band } of state.rejectedSuggestions ?? []) counts[band].rejected += 1;
  const byTarget = new Map(state.mappings.map((mapping) => [mapping.target, mapping]));
  const used = new Set(state.mappings.flatMap((mapping) => sourcePathsOf(mapping, sourceTree)));
  for (const pair of offered) {
    if (rejected.has(pairKey(pair))) continue;
    const mapping = byTarget.get(pair.target);
    const isTaken =
      mapping !== undefined &&
      (pair.expression === undefined
        ? mapping.kind === 'attribute' && mapping.source === pair.source
        : mapping.kind === 'expression' && mapping.source === pair.expression);
    if (isTaken) counts[pair.band].accepted += 1;
    else if (mapping || used.has(pair.source)) counts[pair.band].changed += 1;
    else counts[pair.band].left += 1;
  }
  return counts;
}

/** The source fields that a mapping reads. */
export function sourcePathsOf(mapping: FieldMapping, sourceTree: SchemaTree): string[] {
  if (mapping.kind === 'constant') return [];
  if (mapping.kind === 'attribute') return [mapping.source];
  return mentionedFields(mapping.source, sourceTree).flatMap((id) => sourceTree.path[id] ?? []);
}
