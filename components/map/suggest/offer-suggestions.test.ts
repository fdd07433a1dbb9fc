import { describe, expect, it } from 'vitest';
import type { SuggestionBand } from '@/lib/mapping/mapping';
import { buildSchemaTree } from '@/lib/schema/schema-tree';
import type { SourceSuggestions, Suggestion } from '@/lib/suggest/suggestion';
import { candidatesFor, mergeHistory, type OfferInput, offerSuggestions } from './offer-suggestions';

const text = { type: 'string' };
const sourceTree = buildSchemaTree({
  type: 'object',
  properties: {
    mail: text,
    contact: text,
    created: { type: 'integer' },
    tags: { type: 'array', items: text },
  },
});
const targetTree = buildSchemaTree({
  type: 'object',
  properties: {
    email: text,
    backup: text,
    createdAt: { type: 'string', format: 'date-time' },
    person: { type: 'object', properties: { name: text } },
  },
});

function suggestion(
  source: string,
  target: string,
  confidence: number,
  more: Partial<Suggestion> = {},
): Suggestion {
  const band: SuggestionBand = confidence >= 0.85 ? 'high' : confidence >= 0.45 ? 'medium' : 'low';
  return {
    source,
    target,
    confidence,
    band,
    isApplied: false,
    reason: `${source} means ${target}.`,
    evidence: [],
    ...more,
  };
}

function input(results: readonly SourceSuggestions[], more: Partial<OfferInput> = {}): OfferInput {
  return { results, sourceTree, targetTree, tenantRoot: '_t', rejected: [], history: [], ...more };
}

const all = {
  openSources: Array.from({ length: sourceTree.count }, (_, id) => id),
  isTargetOpen: () => true,
};
const pairsOf = (offers: ReturnType<typeof offerSuggestions>) =>
  offers.map(({ pair }) => `${pair.source} → ${pair.target}`);

const rivals: SourceSuggestions[] = [
  {
    source: 'mail',
    suggestions: [suggestion('mail', 'email', 0.9), suggestion('mail', 'backup', 0.5)],
  },
  {
    source: 'contact',
    suggestions: [suggestion('contact', 'email', 0.95), suggestion('contact', 'backup', 0.4)],
  },
];

describe('offers', () => {
  it('give a target to the surest source, and the other one its next best', () => {
    expect(pairsOf(offerSuggestions({ ...input(rivals), ...all }))).toEqual([
      'mail → backup',
      'contact → email',
    ]);
  });

  it('leave alone what is mapped, left out or turned down, and never come from a low band', () => {
    const contact = sourceTree.idOfPath.get('contact') ?? -1;
    const email = targetTree.idOfPath.get('email') ?? -1;
    const openSources = all.openSources.filter((id) => id !== contact);
    expect(pairsOf(offerSuggestions({ ...input(rivals), ...all, openSources }))).toEqual(['mail → email']);
    expect(
      pairsOf(offerSuggestions({ ...input(rivals), ...all, isTargetOpen: (id) => id !== email })),
    ).toEqual(['mail → backup']);
    const rejected = [{ source: 'contact', target: 'email', band: 'high' as const }];
    expect(pairsOf(offerSuggestions({ ...input(rivals, { rejected }), ...all }))).toEqual(['mail → email']);
  });

  it('leave out what the fields forbid, unless a calculation makes it fit', () => {
    const list = [{ source: 'tags', suggestions: [suggestion('tags', 'email', 0.9)] }];
    expect(offerSuggestions({ ...input(list), ...all })).toEqual([]);
    const proposal = { expression: 'join(",", tags)', reason: 'A list needs one text.' };
    const joined = [{ source: 'tags', suggestions: [suggestion('tags', 'email', 0.9, { proposal })] }];
    expect(offerSuggestions({ ...input(joined), ...all })).toEqual([
      {
        key: '["tags","email"]',
        pair: { source: 'tags', target: 'email', band: 'high', expression: 'join(",", tags)' },
        sourceId: sourceTree.idOfPath.get('tags'),
        targetId: 0,
        band: 'high',
        confidence: 0.9,
        reason: 'tags means email. A list needs one text.',
      },
    ]);
  });

  it('are gone with the fields of a schema that is no longer there', () => {
    const gone = [{ source: 'mail', suggestions: [suggestion('mail', 'elsewhere', 0.9)] }];
    expect(offerSuggestions({ ...input(gone), ...all })).toEqual([]);
    expect(offerSuggestions({ ...input([{ source: 'gone', suggestions: [] }]), ...all })).toEqual([]);
  });

  it('take the calculation that was accepted before', () => {
    const results = [{ source: 'created', suggestions: [suggestion('created', 'createdAt', 0.9)] }];
    const history = [{ source: 'created', target: 'createdAt', expression: 'date(created)', count: 1 }];
    expect(offerSuggestions({ ...input(results, { history }), ...all })[0]?.pair.expression).toBe(
      'date(created)',
    );
  });
});

describe('candidates', () => {
  it('are the best of a source, unlikely ones included', () => {
    const id = sourceTree.idOfPath.get('contact') ?? -1;
    const found = candidatesFor(input(rivals), { side: 'source', id }, 7);
    expect(found.map(({ pair, band }) => [pair.target, band])).toEqual([
      ['email', 'high'],
      ['backup', 'low'],
    ]);
  });

  it('of a target are the sources that come closest to it', () => {
    const id = targetTree.idOfPath.get('email') ?? -1;
    const found = candidatesFor(input(rivals), { side: 'target', id }, 7);
    expect(found.map(({ pair }) => pair.source)).toEqual(['contact', 'mail']);
    expect(candidatesFor(input(rivals), { side: 'target', id }, 1)).toHaveLength(1);
  });
});

it('puts the own history before that of the team', () => {
  const own = [{ source: 'mail', target: 'email', count: 1 }];
  const team = [
    { source: 'mail', target: 'backup', count: 9 },
    { source: 'contact', target: 'email', count: 2 },
  ];
  expect(mergeHistory({ own, team })).toEqual([own[0], team[1]]);
});
