import { describe, expect, it } from 'vitest';
import { can, isRole, permissions, roles } from './roles';

describe('roles', () => {
  it('grant exactly this', () => {
    const matrix = Object.fromEntries(
      roles.map((role) => [role, permissions.filter((permission) => can(role, permission))]),
    );
    expect(matrix).toEqual({
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
      owner: [
        'onboarding.view',
        'onboarding.edit',
        'account.connect',
        'sample.reveal',
        'dataflow.create',
        'dataflow.operate',
        'audit.view',
        'team.manage',
      ],
    });
  });

  it.each(['Owner', 'admin', '', 'toString', undefined, 3])('know no role %s', (value) => {
    expect(isRole(value)).toBe(false);
  });
});
