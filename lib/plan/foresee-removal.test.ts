import { expect, test } from 'vitest';
import { foreseeRemoval } from './foresee-removal';
import type { PlanKey } from './plan';
import type { RunStepView } from './run-view';

const step = (key: string, changes: Partial<RunStepView> = {}): RunStepView => ({
  key,
  kind: (key.split('/').at(-1) ?? key) as PlanKey,
  title: key,
  name: key,
  state: 'done',
  remoteId: `id of ${key}`,
  note: undefined,
  updatedAtMs: 0,
  ...changes,
});
const keysOf = (steps: readonly RunStepView[]) => {
  const { goes, stays } = foreseeRemoval(steps);
  return { goes: goes.map(({ key }) => key), stays: stays.map(({ step: { key } }) => key) };
};

test('what the platform can delete goes, a mapping set and fields of a field group stay with the reason', () => {
  const steps = [step('schema'), step('dataset'), step('mappingSet'), step('fieldGroupExtension')];
  expect(keysOf(steps)).toEqual({
    goes: ['schema', 'dataset'],
    stays: ['mappingSet', 'fieldGroupExtension'],
  });
  expect(foreseeRemoval(steps).stays.map(({ reason }) => reason)).toEqual([
    'The platform offers no way to delete a mapping set. Unused, it does nothing.',
    expect.stringMatching(/^The fields stay: /),
  ]);
});

test('what was never made, and what existed before, is neither deleted nor left behind', () => {
  const steps = [
    step('schema', { isAdopted: true }),
    step('dataset', { remoteId: undefined, state: 'waiting' }),
  ];
  expect(keysOf(steps)).toEqual({ goes: [], stays: [] });
});

test('a schema in Profile keeps its field group, class and identities, and no other schema’s', () => {
  const steps = [
    'charges/schema',
    'charges/fieldGroup',
    'charges/profileSchema',
    'charges/dataset',
    'refunds/schema',
  ];
  expect(keysOf(steps.map((key) => step(key)))).toEqual({
    goes: ['charges/dataset', 'refunds/schema'],
    stays: ['charges/schema', 'charges/fieldGroup', 'charges/profileSchema'],
  });
});
