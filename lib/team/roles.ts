/** From least to most. */
export const roles = ['viewer', 'editor', 'approver', 'owner'] as const;

export type Role = (typeof roles)[number];

/** What people call a role. */
export const roleTitles: Readonly<Record<Role, string>> = {
  viewer: 'Viewer',
  editor: 'Editor',
  approver: 'Approver',
  owner: 'Owner',
};

export const permissions = [
  'onboarding.view',
  'onboarding.edit',
  'account.connect',
  'sample.reveal',
  'dataflow.create',
  'dataflow.operate',
  'audit.view',
  'team.manage',
] as const;

export type Permission = (typeof permissions)[number];

// An approver signs off what others prepared and creates it, but neither handles source credentials nor operates
// what runs: the person who approves is not the person who holds the key.
const granted: Record<Role, readonly Permission[]> = {
  viewer: ['onboarding.view'],
  editor: [
    'onboarding.view',
    'onboarding.edit',
    'account.connect',
    'sample.reveal',
    'dataflow.create',
    'dataflow.operate',
  ],
  approver: ['onboarding.view', 'onboarding.edit', 'dataflow.create', 'audit.view'],
  owner: permissions,
};

/** Whether a role holds a permission. */
export function can(role: Role, permission: Permission): boolean {
  return granted[role].includes(permission);
}

/** Whether a text names a role. */
export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value);
}
