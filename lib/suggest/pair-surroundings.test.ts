import { describe, expect, it } from 'vitest';
import { readTree } from './cases/read-cases';
import { matchInSteps } from './suggest';

/** The surroundings of the best target of each source, of sources with one best target each. */
function surroundingsOf(paths: readonly string[]) {
  const steps = matchInSteps({
    sourceFields: paths.map((path) => ({ path, type: 'string' })),
    targetFields: readTree('account-b2b'),
  });
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { sources, candidates, index, surroundingsOf } = step.value;
  return new Map(
    sources.flatMap(({ field }, at) => {
      const [best] = candidates[at] ?? [];
      if (!best) return [];
      const { rival, support, isOwner } = surroundingsOf(at, best);
      return [
        [field.path, { target: index.targets[best.target]?.path, isRivalled: rival > 0, support, isOwner }],
      ];
    }),
  );
}

describe('the surroundings of a pair', () => {
  it('are the place that the fields beside it agree on', () => {
    const found = surroundingsOf(['billing.street', 'billing.city', 'billing.zip', 'account.name']);
    expect(found.get('billing.city')).toEqual({
      target: 'accountBillingAddress.city',
      isRivalled: false,
      support: 1,
      isOwner: true,
    });
    expect(found.get('account.name')).toMatchObject({ target: 'accountName', support: 0 });
  });

  it('are the claim that another source has to the same target', () => {
    const found = surroundingsOf(['account_name', 'company_name']);
    expect([...found.values()].map(({ isRivalled }) => isRivalled)).toEqual([true, true]);
    expect(surroundingsOf(['account_name', 'website']).get('account_name')).toMatchObject({
      isRivalled: false,
    });
  });
});
