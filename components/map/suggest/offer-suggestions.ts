import { pairKey, type SuggestedPair, type SuggestionBand } from '@/lib/mapping/mapping';
import { checkFieldPair } from '@/lib/mapping/rules';
import { fieldAt } from '@/lib/schema/field';
import { isFolder, type SchemaTree } from '@/lib/schema/schema-tree';
import type { SourceSuggestions, Suggestion } from '@/lib/suggest/suggestion';
import type { AcceptedPair, SuggestionHistory } from '@/lib/suggestion-history/suggestion-history';

/** A suggestion between two fields that exist. */
export type Offer = {
  key: string;
  pair: SuggestedPair;
  sourceId: number;
  targetId: number;
  band: SuggestionBand;
  confidence: number;
  /** Whole sentences for a person who does not know XDM. */
  reason: string;
};

export type OfferInput = {
  results: readonly SourceSuggestions[];
  sourceTree: SchemaTree;
  targetTree: SchemaTree;
  tenantRoot: string;
  rejected: readonly SuggestedPair[];
  /** Pairs that were calculated before; the first of one pair counts. */
  history: readonly AcceptedPair[];
};

/**
 * At most one suggestion for each source field that is open, the surest first where two want one target. What is mapped,
 * left out, turned down, unlikely or impossible is not offered, so that taking an offer never replaces a decision.
 */
export function offerSuggestions(
  input: OfferInput & { openSources: readonly number[]; isTargetOpen: (targetId: number) => boolean },
): Offer[] {
  const open = new Set(input.openSources);
  const candidates = toOffers(input)
    .filter(
      ({ band, sourceId, targetId }) =>
        band !== 'low' &&
        open.has(sourceId) &&
        !isFolder(input.targetTree, targetId) &&
        input.isTargetOpen(targetId),
    )
    .sort((one, other) => other.confidence - one.confidence || one.sourceId - other.sourceId);
  const sources = new Set<number>();
  const targets = new Set<number>();
  const offers: Offer[] = [];
  for (const offer of candidates) {
    if (sources.has(offer.sourceId) || targets.has(offer.targetId) || !isPossible(offer, input)) continue;
    sources.add(offer.sourceId);
    targets.add(offer.targetId);
    offers.push(offer);
  }
  return offers.sort((one, other) => one.sourceId - other.sourceId);
}

/** Everything that may be chosen for one field, best first; what was turned down or cannot work is left out. */
export function candidatesFor(
  input: OfferInput,
  { side, id }: { side: 'source' | 'target'; id: number },
  limit: number,
): Offer[] {
  const path = (side === 'source' ? input.sourceTree : input.targetTree).path[id];
  const results =
    side === 'source'
      ? input.results.filter(({ source }) => source === path)
      : input.results.map(({ source, suggestions }) => ({
          source,
          suggestions: suggestions.filter(({ target }) => target === path),
        }));
  return toOffers({ ...input, results })
    .sort((one, other) => other.confidence - one.confidence)
    .filter((offer) => isPossible(offer, input))
    .slice(0, limit);
}

/** The person's own decisions come before the team's: where there are some for a field, only they count. */
export function mergeHistory({ own, team }: SuggestionHistory): AcceptedPair[] {
  const known = new Set(own.map(({ source }) => source));
  return [...own, ...team.filter(({ source }) => !known.has(source))];
}

function toOffers({ results, sourceTree, targetTree, rejected, history }: OfferInput): Offer[] {
  const turnedDown = new Set(rejected.map(pairKey));
  const calculated = new Map<string, string>();
  for (const { expression, ...pair } of history) {
    const key = pairKey(pair);
    if (expression !== undefined && !calculated.has(key)) calculated.set(key, expression);
  }
  const offers: Offer[] = [];
  for (const { source, suggestions } of results) {
    const sourceId = sourceTree.idOfPath.get(source) ?? -1;
    if (sourceId < 0) continue;
    for (const suggestion of suggestions) {
      const key = pairKey(suggestion);
      const targetId = targetTree.idOfPath.get(suggestion.target) ?? -1;
      if (targetId < 0 || turnedDown.has(key)) continue;
      offers.push(toOffer(suggestion, { key, sourceId, targetId }, calculated.get(key)));
    }
  }
  return offers;
}

function toOffer(
  { source, target, band, confidence, reason, proposal }: Suggestion,
  place: Pick<Offer, 'key' | 'sourceId' | 'targetId'>,
  calculatedBefore: string | undefined,
): Offer {
  const expression = calculatedBefore ?? proposal?.expression;
  const why =
    calculatedBefore !== undefined ? 'It was calculated like this before.' : (proposal?.reason ?? '');
  return {
    ...place,
    pair: { source, target, band, ...(expression !== undefined && { expression }) },
    band,
    confidence,
    reason: why === '' ? reason : `${reason} ${why}`,
  };
}

function isPossible(
  { pair, sourceId, targetId }: Offer,
  { sourceTree, targetTree, tenantRoot }: OfferInput,
): boolean {
  if (pair.expression !== undefined) return true;
  const verdict = checkFieldPair(fieldAt(sourceTree, sourceId), fieldAt(targetTree, targetId), {
    tenantRoot,
  });
  return verdict.verdict !== 'refused';
}
