import { describe, expect, it } from 'vitest';
import { readTree } from './cases/read-cases';
import { suggest } from './suggest';

const appliedFor = (names: readonly string[]) =>
  Object.fromEntries(
    suggest({
      sourceFields: names.map((path) => ({ path, type: 'string' })),
      targetFields: readTree('profile-b2b'),
    }).flatMap(({ suggestions }) =>
      suggestions.flatMap(({ source, target, isApplied }) => (isApplied ? [[source, target]] : [])),
    ),
  );

describe('targets of sources', () => {
  const person = ['Lead ID', 'Full Name', 'Title', 'Company', 'Website', 'Street', 'City', 'Lead Status'];

  it('go to the source that has no other, where the owner has one nearly as good', () => {
    expect(appliedFor([...person, 'Phone', 'Mobile'])).toMatchObject({
      Phone: 'workPhone.number',
      Mobile: 'mobilePhone.number',
    });
  });

  it('are whole objects only where the organisation made one of the same name', () => {
    const address = { path: 'billing_address', type: 'object' } as const;
    const applied = (targets: readonly string[]) =>
      suggest({
        sourceFields: [address, { path: 'billing_address.town', type: 'string' }],
        targetFields: targets.flatMap((path) => [
          { path, type: 'object' as const },
          { path: `${path}.city`, type: 'string' as const },
        ]),
      }).flatMap(({ suggestions }) => suggestions.flatMap((one) => (one.isApplied ? [one.target] : [])));
    expect(applied(['billingAddress'])).toEqual(['billingAddress.city']);
    expect(applied(['_acme.billing_address'])).toContain('_acme.billing_address');
  });

  it('stay with the better claim where the owner has nowhere to go', () => {
    const applied = appliedFor([...person, 'Mobile Phone', 'Cell']);
    expect(applied).toMatchObject({ 'Mobile Phone': 'mobilePhone.number' });
    expect(applied).not.toHaveProperty('Cell', 'mobilePhone.number');
  });
});
