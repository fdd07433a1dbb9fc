import { describe, expect, test } from 'vitest';
import { baseConnectionIdSchema } from '@/lib/ids';
import { emptyMappingHistory } from '@/lib/mapping/mapping';
import { packHistory } from '@/lib/mapping/stored-history';
import { hasWork, withAccount, withPaths, withPathWork } from './change-draft';
import { isUsable } from './connect-check';
import { type Draft, emptyDraft, type NewTarget, type PathPart } from './draft';
import { pathView } from './path-view';
import { canEnter, firstOpenPath, firstOpenStep, nextOpenPath, stepsDone } from './progress';
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
const newTarget: NewTarget = {
  kind: 'create',
  fieldGroupTitle: 'Stripe charges fields',
  schemaTitle: 'Stripe charges',
  datasetName: 'Stripe charges dataset',
  container: 'charges_data',
};

const aPath = (resourcePath: string, changes: Partial<PathPart> = {}): PathPart => ({
  resourcePath,
  sourceSchema: { type: 'object' },
  exploredAtMs: 1,
  target: newTarget,
  mapping,
  ...changes,
});

const untouched = { target: null, mapping: null };

function aDraft(changes: Partial<Draft> = {}): Draft {
  return {
    ...emptyDraft('stripe'),
    connect: account,
    paths: [aPath('charges')],
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
  const unmapped = aPath('refunds', { mapping: packHistory(emptyMappingHistory) });
  test.each([
    ['nothing decided', emptyDraft('stripe'), 'connect', 0],
    ['an account', { ...emptyDraft('stripe'), connect: account }, 'data', 1],
    ['no mapping yet', aDraft({ paths: [unmapped] }), 'map', 3],
    ['one of two paths mapped', aDraft({ paths: [aPath('charges'), unmapped] }), 'map', 3],
    ['no schedule yet', aDraft({ schedule: null }), 'schedule', 3],
    ['everything', aDraft({ paths: [aPath('charges'), aPath('refunds')] }), 'review', 4],
  ] as const)('with %s the next step is found', (_name, draft, step, done) => {
    expect(firstOpenStep(draft)).toBe(step);
    expect(stepsDone(draft)).toBe(done);
  });

  test('the path that needs somebody next is the first without a target or a mapping', () => {
    const paths = [aPath('charges'), unmapped, aPath('customers', untouched)];
    expect(firstOpenPath(aDraft({ paths }))).toBe('refunds');
    expect(firstOpenPath(aDraft())).toBeUndefined();
    // What was set aside holds nobody up.
    expect(firstOpenPath(aDraft({ setAside: [unmapped] }))).toBeUndefined();
  });

  test('after one path comes the next that is not mapped, then those before it, then none', () => {
    const open = (...mapped: string[]) =>
      ['charges', 'refunds', 'customers'].map((resourcePath) => ({
        resourcePath,
        isMapped: mapped.includes(resourcePath),
      }));
    expect([
      nextOpenPath(open('charges'), 'charges'),
      nextOpenPath(open('charges', 'refunds'), 'charges'),
      nextOpenPath(open('customers'), 'customers'),
      nextOpenPath(open('charges', 'refunds', 'customers'), 'refunds'),
      // What stands in the editor counts as being worked on.
      nextOpenPath(open('charges', 'customers'), 'refunds'),
    ]).toEqual(['refunds', 'customers', 'charges', undefined, undefined]);
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

describe('choosing resource paths', () => {
  const chosen = (resourcePath: string, exploredAtMs = 2) => ({
    resourcePath,
    sourceSchema: { type: 'object', properties: {} },
    exploredAtMs,
  });

  test('one more keeps the work on the others, in the order of the source', () => {
    const draft = aDraft({ paths: [aPath('refunds')] });
    expect(withPaths(draft, [chosen('refunds'), chosen('customers'), chosen('charges')])).toEqual({
      ...draft,
      paths: [
        { ...chosen('charges'), ...untouched },
        { ...chosen('refunds'), target: newTarget, mapping },
        { ...chosen('customers'), ...untouched },
      ],
    });
  });

  test('one less is set aside with its work, and gets it back when it is chosen again', () => {
    const draft = aDraft({ paths: [aPath('charges'), aPath('refunds')] });
    const without = withPaths(draft, [chosen('charges')]);
    expect(without).toEqual({
      ...draft,
      paths: [aPath('charges', chosen('charges'))],
      setAside: [aPath('refunds')],
    });
    expect(withPaths(without, [chosen('charges'), chosen('refunds')])).toEqual({
      ...draft,
      paths: [aPath('charges', chosen('charges')), aPath('refunds', chosen('refunds'))],
    });
  });

  test('one that nobody worked on leaves nothing behind', () => {
    const draft = aDraft({ paths: [aPath('charges'), aPath('refunds', untouched)] });
    expect(withPaths(draft, [chosen('charges')])).toEqual(
      aDraft({ paths: [aPath('charges', chosen('charges'))] }),
    );
    expect([hasWork(aPath('refunds')), hasWork(untouched)]).toEqual([true, false]);
  });
});

describe('work on one resource path', () => {
  const other = { target: { ...newTarget, schemaTitle: 'Refunds' }, mapping };

  test('leaves the others as they are', () => {
    const draft = aDraft({ paths: [aPath('charges'), aPath('refunds', untouched)] });
    expect(withPathWork(draft, 'refunds', other)).toEqual(
      aDraft({ paths: [aPath('charges'), aPath('refunds', other)] }),
    );
  });

  test('brings a path back that somebody else has set aside meanwhile', () => {
    const draft = aDraft({ paths: [aPath('refunds')], setAside: [aPath('charges')] });
    expect(withPathWork(draft, 'charges', other)).toEqual(
      aDraft({ paths: [aPath('charges', other), aPath('refunds')] }),
    );
  });

  test('on a path that the draft does not know is refused', () => {
    expect(withPathWork(aDraft(), 'prices', other)).toBeUndefined();
  });
});

test('a view of one path has its own work and what all share', () => {
  const draft = aDraft({ paths: [aPath('charges'), aPath('refunds', { mapping: null })] });
  expect(pathView(draft, 'refunds')).toEqual({
    sourceId: 'stripe',
    connect: account,
    data: { resourcePath: 'refunds', sourceSchema: { type: 'object' }, exploredAtMs: 1 },
    target: newTarget,
    mapping: null,
    schedule: draft.schedule,
  });
  expect(pathView(draft, 'prices')).toBeUndefined();
});

describe('another account', () => {
  const draft = aDraft({ setAside: [aPath('refunds')] });

  test('keeps everything else, and has the fields read again', () => {
    const changed = {
      ...account,
      baseConnectionId: baseConnectionIdSchema.parse('b9950001-a386-4642-a0cd-5eaac6db5556'),
    };
    expect(withAccount(draft, changed)).toEqual({
      ...draft,
      connect: changed,
      paths: [aPath('charges', { exploredAtMs: 0 })],
      setAside: [aPath('refunds', { exploredAtMs: 0 })],
    });
  });

  test('that is the same with another name changes nothing else', () => {
    const changed = { ...account, accountName: 'Stripe, live' };
    expect(withAccount(draft, changed)).toEqual({ ...draft, connect: changed });
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
