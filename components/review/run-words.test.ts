import { describe, expect, test } from 'vitest';
import type { RunStepView } from '@/lib/plan/run-view';
import { describeRun, describeStep, stepToFix } from './run-words';

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
});
