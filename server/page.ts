import 'server-only';
import type { Permission } from '@/lib/team/roles';
import { type ActionContext, createActionContext } from './action';
import { requireSession } from './auth/session';
import { getLog } from './log';

/**
 * For pages: who asks and what they may reach, or a redirect to the sign-in page that leads back here. Throws
 * `not-allowed` for a person whose role lacks the permission.
 */
export async function requirePage(permission: Permission = 'onboarding.view'): Promise<ActionContext> {
  await requireSession();
  return createActionContext(permission, getLog());
}
