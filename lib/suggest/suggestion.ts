import type { FieldType } from '@/lib/schema/field-type';
import type { SchemaStatistics } from '@/lib/schema/statistics';

/** A field of either side as the matcher sees it. Paths are printed; `[*]` marks and indexes do not count. */
export type SuggestField = {
  readonly path: string;
  readonly type: FieldType;
  /** Of an array's elements. */
  readonly itemType?: FieldType | undefined;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly enumValues?: readonly string[] | undefined;
  readonly deprecated?: boolean | undefined;
};

/** A pair that people accepted before; `count` how often. */
export type AcceptedPair = { readonly source: string; readonly target: string; readonly count?: number };

/** A pair that is not to be offered again. */
export type RejectedPair = { readonly source: string; readonly target: string };

/** The parts of the evidence; each can be left out to see what it is worth. */
export const evidenceParts = [
  'words',
  'synonyms',
  'aliases',
  'context',
  'types',
  'values',
  'descriptions',
  'frequency',
  'structure',
  'assignment',
  'history',
] as const;
export type EvidencePart = (typeof evidenceParts)[number];

export type SuggestInput = {
  readonly sourceFields: readonly SuggestField[];
  readonly targetFields: readonly SuggestField[];
  /** What the sample's values look like, by source path. */
  readonly statistics?: SchemaStatistics | undefined;
  readonly history?: readonly AcceptedPair[] | undefined;
  readonly rejected?: readonly RejectedPair[] | undefined;
  /** Targets that a mapping fills already: still listed, never applied unasked. */
  readonly takenTargets?: readonly string[] | undefined;
  /** Sources that are mapped already: nothing is applied for them unasked. */
  readonly mappedSources?: readonly string[] | undefined;
  /** Parts to leave out, for measuring. */
  readonly without?: readonly EvidencePart[] | undefined;
};

export type ConfidenceBand = 'high' | 'medium' | 'low';

/** What one part of the evidence says about a pair: above 0 for it, below 0 against it, −1 to 1. */
export type Evidence = { readonly part: EvidencePart; readonly strength: number; readonly words: string };

/** A calculated field in place of a plain copy, in Data Prep's language. */
export type ProposedExpression = {
  readonly expression: string;
  /** Why a copy would be wrong, in one sentence. */
  readonly reason: string;
};

export type Suggestion = {
  readonly source: string;
  readonly target: string;
  /** 0 to 1: how often such a suggestion is right, as calibrated (docs/suggestions.md). */
  readonly confidence: number;
  readonly band: ConfidenceBand;
  /** Whether to fill it in unasked. At most one source per single-valued target. */
  readonly isApplied: boolean;
  /** One sentence for a person who does not know XDM. */
  readonly reason: string;
  readonly evidence: readonly Evidence[];
  readonly proposal?: ProposedExpression;
};

/** The suggestions of one source field, best first; at most ten. */
export type SourceSuggestions = { readonly source: string; readonly suggestions: readonly Suggestion[] };
