import { expect, test } from 'vitest';
import { joinPlans } from './join-plans';
import { dependenciesOf, type Plan, type PlanObject, partOf } from './plan';

const anObject = (key: string, changes: Partial<PlanObject> = {}): PlanObject => ({
  key,
  kind: 'dataset',
  title: 'Dataset',
  name: key,
  request: { method: 'POST', path: '/data/foundation/catalog/dataSets', body: { name: key } },
  references: [],
  marker: `trib-${key}`,
  ...changes,
});

const aPlan = (...objects: PlanObject[]): Plan => ({ format: 1, objects });
const flow = (name: string) =>
  anObject('dataflow', {
    kind: 'dataflow',
    name,
    references: [{ pointer: '/name', from: 'dataset', value: 'id' }],
  });

test('a plan on its own stays as it is', () => {
  const plan = aPlan(anObject('dataset'), flow('Payments'));
  expect(joinPlans([{ part: '', plan }])).toEqual(plan);
});

test('each part has its own keys, and refers to nothing but itself', () => {
  const plan = joinPlans([
    { part: 'charges', plan: aPlan(anObject('dataset', { name: 'C' }), flow('Charges')) },
    { part: 'refunds', plan: aPlan(anObject('dataset', { name: 'R' }), flow('Refunds')) },
  ]);
  expect(plan.objects.map((object) => [object.key, partOf(object), dependenciesOf(object)])).toEqual([
    ['charges/dataset', 'charges', []],
    ['charges/dataflow', 'charges', ['charges/dataset']],
    ['refunds/dataset', 'refunds', []],
    ['refunds/dataflow', 'refunds', ['refunds/dataset']],
  ]);
});
