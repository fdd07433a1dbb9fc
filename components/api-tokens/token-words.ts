import { type TokenLifetime, tokenLifetimes } from '@/lib/api-tokens/api-token';
import { type Role, roles, roleTitles } from '@/lib/team/roles';

export const roleDescriptions: Readonly<Record<Role, string>> = {
  viewer: 'Reads onboardings, runs and dataflows',
  editor: 'Prepares onboardings, creates and undoes',
  approver: 'As an editor, and reads the audit',
  owner: 'Everything the API offers',
};

const lifetimes: Readonly<Record<TokenLifetime, string>> = {
  30: 'After 30 days',
  90: 'After 90 days',
  365: 'After a year',
  never: 'Never',
};

export const roleOptions = roles.map((role) => ({
  value: role,
  label: roleTitles[role],
  description: roleDescriptions[role],
}));

export const lifetimeOptions = tokenLifetimes.map((lifetime) => ({
  value: lifetime,
  label: lifetimes[lifetime],
}));
