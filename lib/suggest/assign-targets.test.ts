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

  it('stay with the better claim where the owner has nowhere to go', () => {
    const applied = appliedFor([...person, 'Mobile Phone', 'Cell']);
    expect(applied).toMatchObject({ 'Mobile Phone': 'mobilePhone.number' });
    expect(applied).not.toHaveProperty('Cell', 'mobilePhone.number');
  });
});
