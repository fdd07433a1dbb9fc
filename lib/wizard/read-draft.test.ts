import { describe, expect, test } from 'vitest';
import { type Draft, draftFormat, emptyDraft } from './draft';
import { readDraft } from './read-draft';

// As format 1 stored them, with the mapping in both forms that it had.
const connect = {
  baseConnectionId: 'a9950001-a386-4642-a0cd-5eaac6db5556',
  accountName: 'Stripe, Nov 2026',
  madeHere: true,
  mode: 'test',
};
const data = {
  resourcePath: 'charges',
  sourceSchema: { type: 'object', properties: { data: { type: 'object', properties: { id: {} } } } },
  exploredAtMs: 1_795_392_000_000,
};
const target = {
  kind: 'create',
  fieldGroupTitle: 'Stripe charges fields',
  schemaTitle: 'Stripe charges',
  datasetName: 'Stripe charges dataset',
  container: 'charges_data',
};
const row = { id: 'm1', kind: 'attribute', source: 'data.id', target: '_acme.charges_data.id' };
const state = { mappings: [row], unmappedOnPurpose: ['data.object'] };
const packed = {
  state,
  rows: [],
  texts: [],
  undo: [{ label: 'Map id', remove: [0, 1], put: [], unmark: [], mark: [] }],
  redo: [],
};
const written = {
  state,
  undo: [
    {
      label: 'Map id',
      restore: { type: 'restore', remove: ['m1'], put: [], unmark: [], mark: [] },
    },
  ],
  redo: [],
};
const schedule = {
  frequency: 'hour',
  interval: 1,
  startTimeSeconds: 1_795_395_600,
  timeZone: 'Europe/Berlin',
  backfill: true,
};
const formatOne = { format: 1, sourceId: 'stripe', connect, data, target, mapping: packed, schedule };

const upgraded = {
  format: 2,
  sourceId: 'stripe',
  connect,
  paths: [{ ...data, target, mapping: packed }],
  setAside: [],
  schedule,
};

describe('a draft of format 1', () => {
  test.each([
    ['packed', packed],
    ['written out', written],
  ])('becomes one path with everything that was decided, its steps back %s', (_, mapping) => {
    expect(readDraft({ ...formatOne, mapping }, 'stripe')).toEqual({
      kind: 'upgraded',
      draft: upgraded,
      lost: [],
    });
  });

  test('that had chosen data only has one path without work', () => {
    const stored = { ...formatOne, target: null, mapping: null, schedule: null };
    expect(readDraft(stored, 'stripe')).toEqual({
      kind: 'upgraded',
      draft: {
        ...upgraded,
        paths: [{ ...data, target: null, mapping: null }],
        schedule: null,
      },
      lost: [],
    });
  });

  test('in which nothing was decided has no path', () => {
    const stored = { ...formatOne, connect: null, data: null, target: null, mapping: null, schedule: null };
    expect(readDraft(stored, 'stripe')).toEqual({
      kind: 'upgraded',
      draft: emptyDraft('stripe'),
      lost: [],
    });
  });

  test('keeps what parses and names what does not', () => {
    const stored = { ...formatOne, mapping: { rows: ['data.id=_acme.id'] }, legacy: true };
    expect(readDraft(stored, 'stripe')).toEqual({
      kind: 'upgraded',
      draft: { ...upgraded, paths: [{ ...data, target, mapping: null }] },
      lost: ['mapping'],
    });
  });

  test('whose data cannot be read loses with it what hangs on it', () => {
    expect(readDraft({ ...formatOne, data: 'charges' }, 'stripe')).toEqual({
      kind: 'upgraded',
      draft: { ...upgraded, paths: [] },
      lost: ['data', 'target', 'mapping'],
    });
  });

  test('reads the same when it has been upgraded and stored', () => {
    const once = readDraft(formatOne, 'stripe');
    if (once.kind !== 'upgraded') throw new Error('not upgraded');
    expect(readDraft(JSON.parse(JSON.stringify(once.draft)), 'stripe')).toEqual({
      kind: 'current',
      draft: once.draft,
    });
  });
});

describe('a draft of today', () => {
  const second = { ...data, resourcePath: 'refunds', target: null, mapping: null };
  const today = { ...upgraded, paths: [...upgraded.paths, second] };

  test('comes back as it was', () => {
    expect(readDraft(today, 'stripe')).toEqual({ kind: 'current', draft: today as unknown as Draft });
  });

  test('with one broken path keeps the others', () => {
    const stored = { ...today, paths: [{ ...second, exploredAtMs: 'now' }, ...upgraded.paths] };
    expect(readDraft(stored, 'stripe')).toEqual({ kind: 'upgraded', draft: upgraded, lost: ['data'] });
  });

  test('that names a path twice keeps the first', () => {
    const stored = { ...upgraded, paths: [...upgraded.paths, { ...data, target: null, mapping: null }] };
    expect(readDraft(stored, 'stripe')).toEqual({ kind: 'upgraded', draft: upgraded, lost: [] });
  });
});

test.each([null, 'text', 7, [], { __proto__: { format: 1 } }, { paths: 7, setAside: [null, 7, 'x'] }])(
  '%j is an empty draft, not a crash',
  (stored) => {
    expect(readDraft(stored, 'stripe')).toMatchObject({ kind: 'upgraded', draft: emptyDraft('stripe') });
  },
);

test('a draft of a newer version is left alone', () => {
  expect(readDraft({ ...upgraded, format: draftFormat + 1 }, 'stripe')).toEqual({ kind: 'newer' });
});
