import { applyStructure } from './apply-structure';
import { assignTargets, isShared, yieldToOwners } from './assign-targets';
import { appliedFrom, bandOf, confidenceFeatures, confidenceOf } from './confidence';
import { explainPair } from './explain-pair';
import { comparePairs, createGatherer } from './gather-candidates';
import { createHistory } from './pair-history';
import { type PairSurroundings, surroundPairs } from './pair-surroundings';
import { inPathOrder, prepareTarget } from './prepare-target';
import { proposeExpression } from './propose-expression';
import { profileSchemas } from './schema-profile';
import type { PairScore } from './score-pair';
import { readSourceFields, type SourceField } from './source-field';
import { createSourceTies, type SourceWords } from './source-words';
import { headKindOf } from './stemmed-words';
import type { EvidencePart, SourceSuggestions, SuggestInput, Suggestion } from './suggestion';
import { echoFrom, echoOf, type TargetIndex } from './target-index';

/** How far a run is, 0 to 1. */
export type SuggestProgress = number;

const listed = 10;
// Below this score of the best target a field's own name counts as not understood.
const hopeless = 0.2;
const indexShare = 0.4;
// What is left of the confidence in a bare name of an event, and in a whole object for a standard one, whose inside seldom
// agrees: never enough to be applied.
const bareShare = 0.6;

/**
 * Suggests targets for every source field, in slices of a few milliseconds: each step of the generator yields how far
 * it is, so that a caller can pause, report or stop between them. Pure: the same input gives the same answer, whatever
 * the order of its fields.
 */
export function* suggestInSteps(input: SuggestInput): Generator<SuggestProgress, SourceSuggestions[]> {
  const matched = yield* matchInSteps(input);
  const { sources, ties, candidates, index, surroundingsOf } = matched;
  const history = createHistory(input);
  const results: SourceSuggestions[] = [];
  const usedTargets = new Set(input.takenTargets ?? []);
  const mapped = new Set(input.mappedSources ?? []);
  const proposals: { at: number; confidence: number; suggestion: Suggestion }[] = [];
  for (const [at, source] of sources.entries()) {
    if (at % 50 === 49) yield 0.95;
    const tie = ties[at];
    const list = (candidates[at] ?? []).slice(0, listed + 1);
    if (!tie) continue;
    const suggestions = list.slice(0, listed).map((pair, rank): Suggestion => {
      const target = index.targets[pair.target];
      const path = target?.field.path ?? '';
      const known = history.accepted(source, path);
      const features = confidenceFeatures(list, rank, tie, surroundingsOf(at, pair), index);
      const isEchoed = target?.isCustom === true && tie.echo >= echoFrom && pair.agreement > 0;
      const sure = isEchoed ? 1 - (1 - confidenceOf(features)) / 2 : confidenceOf(features);
      const own =
        sure *
        ((tie.isBare && !isEchoed) || (target?.isContainer === true && !target.isCustom) ? bareShare : 1) *
        (rank === 0 ? 1 : 0.6 * Math.min(1, pair.score / Math.max(list[0]?.score ?? 1, 1e-6)));
      const confidence = Math.max(own, known > 0 ? 1 - 0.12 / known : 0);
      const { reason, evidence } = explainPair({ source, pair, index, tie, timesAccepted: known });
      const proposal = target && proposeExpression({ source, target, sources });
      return {
        source: source.field.path,
        target: path,
        confidence,
        band: bandOf(confidence),
        isApplied: false,
        reason,
        evidence,
        ...(proposal ? { proposal } : {}),
      };
    });
    suggestions.sort((one, other) => other.confidence - one.confidence);
    results.push({ source: source.field.path, suggestions });
    const [best] = suggestions;
    if (best && best.confidence >= appliedFrom && !mapped.has(source.field.path)) {
      proposals.push({ at: results.length - 1, confidence: best.confidence, suggestion: best });
    }
  }
  proposals.sort(
    (one, other) =>
      other.confidence - one.confidence || (one.suggestion.source < other.suggestion.source ? -1 : 1),
  );
  const shared = new Set(index.targets.flatMap(({ field }, at) => (isShared(index, at) ? [field.path] : [])));
  for (const { at, suggestion } of proposals) {
    if (usedTargets.has(suggestion.target) && !shared.has(suggestion.target)) continue;
    usedTargets.add(suggestion.target);
    const result = results[at];
    if (!result) continue;
    results[at] = {
      ...result,
      suggestions: [{ ...suggestion, isApplied: true }, ...result.suggestions.slice(1)],
    };
  }
  const found = new Map(results.map((result) => [result.source, result]));
  return [...new Set(input.sourceFields.map(({ path }) => path))].flatMap((path) => found.get(path) ?? []);
}

type Matched = {
  readonly sources: readonly SourceField[];
  readonly ties: readonly SourceWords[];
  readonly candidates: PairScore[][];
  readonly index: TargetIndex;
  readonly surroundingsOf: (
    source: number,
    pair: PairScore,
  ) => PairSurroundings & { readonly isOwner: boolean };
};

/** Scored candidates of every source, before they become suggestions; for the matcher and its calibration. */
export function* matchInSteps(input: SuggestInput): Generator<SuggestProgress, Matched> {
  const without = new Set<EvidencePart>(input.without ?? []);
  const preparing = prepareTarget(input.targetFields, without);
  let step = preparing.next();
  while (!step.done) {
    yield step.value * indexShare;
    step = preparing.next();
  }
  const { lexicon, index } = step.value;
  const sources = readSourceFields({ ...input, sourceFields: inPathOrder(input.sourceFields) }, lexicon);
  const echo = echoOf(index.targets, new Set(sources.map(({ comparable }) => comparable[0] ?? '')));
  const profile = profileSchemas(
    index.targets,
    sources.map(({ words, context }) => [...words, ...context.flat()]),
    lexicon,
  );
  const tie = createSourceTies(sources, { index, profile, without, echo });
  const gather = createGatherer(index, without);
  const history = createHistory(input);
  const ties: SourceWords[] = [];
  const candidates: PairScore[][] = [];
  for (const [at, source] of sources.entries()) {
    const tied = tie(source);
    ties.push(tied);
    const found = gather(tied);
    const above = (found[0]?.score ?? 0) < hopeless ? readAsParent(source) : undefined;
    candidates.push(
      history.apply(source, above ? mergeLists(found, gather(tie(above)), index) : found, index),
    );
    if (at % 4 === 3) yield indexShare + (0.5 * at) / sources.length;
  }
  if (!without.has('structure')) applyStructure(sources, candidates, index);
  yield 0.92;
  const ownerOf = without.has('assignment')
    ? new Map<number, number>()
    : assignTargets(sources, candidates, index);
  if (!without.has('assignment')) yieldToOwners(candidates, ownerOf, index);
  const surround = surroundPairs(sources, candidates, index);
  const surroundingsOf: Matched['surroundingsOf'] = (source, pair) => ({
    ...surround(source, pair),
    isOwner: ownerOf.get(pair.target) === source,
  });
  return { sources, ties, candidates, index, surroundingsOf };
}

/** A field whose own name says nothing to the target, as its parent: `visitorId.raw` may be the visitor's id. */
function readAsParent(source: SourceField): SourceField | undefined {
  const [words, ...context] = source.context;
  if (words === undefined || words.length === 0 || source.isJoined) return undefined;
  return { ...source, words, context, comparable: source.comparable.slice(1), promise: headKindOf(words) };
}

/** Both lists, the second one at half its scores. */
function mergeLists(
  found: readonly PairScore[],
  more: readonly PairScore[],
  index: TargetIndex,
): PairScore[] {
  const known = new Set(found.map(({ target }) => target));
  const added = more
    .filter(({ target }) => !known.has(target))
    .map((pair) => ({ ...pair, score: pair.score * 0.5 }));
  return [...found, ...added].sort((one, other) => comparePairs(one, other, index));
}

/** Suggestions at once, for tests, scripts and small schemas; `suggestInSteps` is for anything with a screen. */
export function suggest(input: SuggestInput): SourceSuggestions[] {
  const steps = suggestInSteps(input);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
