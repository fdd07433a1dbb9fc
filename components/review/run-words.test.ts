import { describe, expect, test } from 'vitest';
import type { RunStepView, RunView } from '@/lib/plan/run-view';
import { describePart, describeRun, describeStep, stepToFix } from './run-words';

const clock = () => '12:03 CET';

function step(changes: Partial<RunStepView>): RunStepView {
  return {
    key: 'dataset',
    kind: 'dataset',
    title: 'Dataset',
    name: 'Charges',
    state: 'waiting',
    remoteId: undefined,
    note: undefined,
    updatedAtMs: 0,
    ...changes,
  };
}

describe('a run in words', () => {
  test('an outcome that is not known is never called a failure', () => {
    const unknown = step({ state: 'unknown', note: { kind: 'unknown', sinceMs: 0 } });
    expect(describeStep({ state: 'running' }, unknown, clock)).toEqual({
      state: 'unknown',
      words: 'Not known yet',
      sentence: 'We do not know yet whether the dataset was created. Checking.',
    });
    const states = ['running', 'parked', 'failed', 'succeeded', 'undoing', 'undone'] as const;
    const all = states.map((state) => describeRun({ state, note: null, steps: [unknown] }));
    expect(JSON.stringify(all)).not.toMatch(/failed|went wrong/i);
  });

  test('a pause says how far it is and when it goes on', () => {
    const done = step({ key: 'schema', state: 'done', remoteId: 'x' });
    const parked = step({
      state: 'parked',
      note: { kind: 'waiting', reason: 'throttled', nextTryAtMs: 0 },
    });
    expect(describeRun({ state: 'parked', note: null, steps: [done, parked] }).body).toBe(
      '1 of 2 objects is created. It goes on by itself; you can also continue now.',
    );
    expect(describeStep({ state: 'parked' }, parked, clock).sentence).toBe(
      'The platform asked us to slow down. The next try is at 12:03 CET.',
    );
  });

  test('after a removal nothing is still called refused', () => {
    const refused = step({ state: 'failed', note: { kind: 'refused', detail: 'No.' } });
    expect(describeStep({ state: 'undone' }, refused, clock)).toEqual({
      state: 'skipped',
      words: 'Never created',
      sentence: undefined,
    });
  });

  test('a refusal leads to the step that can change it, a missing permission to none', () => {
    expect(stepToFix(step({ state: 'failed', note: { kind: 'name-taken', name: 'Charges' } }))).toBe('map');
    expect(stepToFix(step({ state: 'failed', note: { kind: 'not-allowed' } }))).toBe(undefined);
    expect(stepToFix(step({ state: 'done' }))).toBe(undefined);
  });

  describe('of several dataflows', () => {
    const flow = (part: string, changes: Partial<RunStepView>) =>
      step({ key: `${part}/dataflow`, kind: 'dataflow', title: 'Dataflow', name: part, ...changes });
    const steps = [
      flow('charges', { state: 'done', remoteId: '1' }),
      flow('refunds', { state: 'done', remoteId: '2' }),
      flow('prices', { state: 'failed', note: { kind: 'refused', detail: 'No.' } }),
    ];

    test('counts those that exist, and calls a part of them no failure', () => {
      const describeState = (state: RunView['state']) => describeRun({ state, note: null, steps });
      expect([
        describeState('running').title,
        describeState('partly').tone,
        describeState('partly').title,
        describeState('parked').body,
        describeRun({ state: 'succeeded', note: null, steps: steps.slice(0, 2) }).title,
      ]).toEqual([
        'Creating 3 dataflows',
        'caution',
        '2 of 3 dataflows created',
        '2 of 3 dataflows created. It goes on by itself; you can also continue now.',
        'All 2 dataflows are created',
      ]);
    });

    test('says of each how far it is', () => {
      const words = (state: RunView['state'], ...states: RunStepView['state'][]) =>
        describePart(
          { state },
          states.map((each) => flow('charges', { state: each })),
        ).words;
      expect([
        words('running', 'done', 'working', 'waiting'),
        words('running', 'waiting', 'waiting'),
        words('running', 'done', 'unknown'),
        words('partly', 'done', 'done'),
        words('partly', 'done', 'failed', 'waiting'),
        words('parked', 'done', 'parked', 'waiting'),
        words('undoing', 'done', 'undone'),
        words('undone', 'undone', 'left'),
        words('undone', 'waiting'),
      ]).toEqual([
        'Being created',
        'Waiting',
        'Not known yet',
        'Created',
        'Refused',
        'Paused',
        'To be removed',
        'Still there',
        'Never created',
      ]);
    });
  });
});
