import { describe, expect, test } from 'vitest';
import { baseConnectionIdSchema } from '@/lib/ids';
import { emptyMappingHistory } from '@/lib/mapping/mapping';
import { packHistory } from '@/lib/mapping/stored-history';
import { findProblems } from '@/lib/plan/find-problems';
import { withAccount, withData } from './change-draft';
import { isUsable } from './connect-check';
import { type Draft, draftFormat, emptyDraft } from './draft';
import { canEnter, firstOpenStep, stepsDone } from './progress';
import { readDraft } from './read-draft';
import { steps } from './steps';

const account = {
  baseConnectionId: baseConnectionIdSchema.parse('a9950001-a386-4642-a0cd-5eaac6db5556'),
  accountName: 'Stripe',
  madeHere: true,
};
const mapping = packHistory({
  ...emptyMappingHistory,
  state: {
    mappings: [{ id: '1', kind: 'attribute', source: 'data.id', target: '_acme.charges_data.id' }],
    unmappedOnPurpose: [],
  },
});

function aDraft(changes: Partial<Draft> = {}): Draft {
  return {
    ...emptyDraft('stripe'),
    connect: account,
    data: { resourcePath: 'charges', sourceSchema: { type: 'object' }, exploredAtMs: 1 },
    target: {
      kind: 'create',
      fieldGroupTitle: 'Stripe charges fields',
      schemaTitle: 'Stripe charges',
      datasetName: 'Stripe charges dataset',
      container: 'charges_data',
    },
    mapping,
    schedule: {
      frequency: 'hour',
      interval: 1,
      startTimeSeconds: 2_000_000_000,
      timeZone: 'UTC',
      backfill: true,
    },
    ...changes,
  };
}

describe('progress', () => {
  test.each([
    ['nothing decided', emptyDraft('stripe'), 'connect', 0],
    ['an account', { ...emptyDraft('stripe'), connect: account }, 'data', 1],
    ['no mapping yet', aDraft({ mapping: packHistory(emptyMappingHistory) }), 'map', 3],
    ['no schedule yet', aDraft({ schedule: null }), 'schedule', 3],
    ['everything', aDraft(), 'review', 4],
  ] as const)('with %s the next step is found', (_name, draft, step, done) => {
    expect(firstOpenStep(draft)).toBe(step);
    expect(stepsDone(draft)).toBe(done);
  });

  test('going back is never blocked, going ahead needs what comes before', () => {
    expect(steps.filter((step) => canEnter(aDraft({ schedule: null }), step))).toEqual([
      'connect',
      'data',
      'map',
      'schedule',
    ]);
  });
});

describe('changes', () => {
  test('another resource path drops target and mapping, the same one keeps them', () => {
    const again = {
      resourcePath: 'charges',
      sourceSchema: { type: 'object', properties: {} },
      exploredAtMs: 2,
    };
    expect(withData(aDraft(), again)).toEqual({ ...aDraft(), data: again });
    const other = { ...again, resourcePath: 'refunds' };
    expect(withData(aDraft(), other)).toEqual({ ...aDraft(), data: other, target: null, mapping: null });
  });

  test('another account keeps everything else', () => {
    const changed = { ...account, accountName: 'Stripe, live' };
    expect(withAccount(aDraft(), changed)).toEqual({ ...aDraft(), connect: changed });
  });
});

describe('reading a stored draft', () => {
  test('a draft of today comes back as it was', () => {
    const stored: unknown = JSON.parse(JSON.stringify(aDraft()));
    expect(readDraft(stored, 'stripe')).toEqual({ kind: 'current', draft: aDraft() });
  });

  test('a draft of an older version keeps what parses and names what does not', () => {
    const { mapping: _mapping, ...rest } = aDraft();
    const stored = { ...rest, format: 0, mapping: { rows: ['data.id=_acme.id'] }, legacy: true };
    expect(readDraft(stored, 'stripe')).toEqual({
      kind: 'upgraded',
      draft: aDraft({ mapping: null }),
      lost: ['mapping'],
    });
  });

  test.each([null, 'text', 7, [], { __proto__: { format: 1 } }])(
    '%j is an empty draft, not a crash',
    (stored) => {
      expect(readDraft(stored, 'stripe')).toEqual({
        kind: 'upgraded',
        draft: emptyDraft('stripe'),
        lost: [],
      });
    },
  );

  test('a draft of a newer version is left alone', () => {
    expect(readDraft({ ...aDraft(), format: draftFormat + 1 }, 'stripe')).toEqual({ kind: 'newer' });
  });
});

describe('problems before a plan', () => {
  test('a complete draft has none', () => {
    expect(findProblems(aDraft(), 1_999_000_000)).toEqual([]);
  });

  test('each missing part names the step that settles it', () => {
    expect(findProblems(emptyDraft('stripe'), 0).map(({ step }) => step)).toEqual([
      'connect',
      'data',
      'map',
      'map',
      'schedule',
    ]);
  });

  test('a start that has passed is a problem of the schedule', () => {
    expect(findProblems(aDraft(), 2_000_000_001)).toEqual([
      { step: 'schedule', sentence: 'This time has passed. Choose a time from now on.' },
    ]);
  });

  test('a source that nobody defines any more is said', () => {
    expect(findProblems(emptyDraft('fax'), 0)[0]?.sentence).toContain('no longer offered');
  });
});

test('an account is usable when nothing essential is refused and one path is readable', () => {
  const check = (id: string, outcome: 'ok' | 'refused' | 'advice') => ({
    id,
    title: id,
    outcome,
    sentence: '',
  });
  expect(
    isUsable([check('credential', 'ok'), check('path:charges', 'ok'), check('path:prices', 'advice')]),
  ).toBe(true);
  expect(isUsable([check('credential', 'ok'), check('path:charges', 'advice')])).toBe(false);
  expect(isUsable([check('credential', 'refused'), check('path:charges', 'ok')])).toBe(false);
});
