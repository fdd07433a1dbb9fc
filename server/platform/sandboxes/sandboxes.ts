import type { SandboxName } from '@/lib/ids';
import { callPlatform } from '../http';
import type { OrganisationContext } from '../platform-context';
import { policy } from '../policy';
import { sandboxPageSchema } from './sandboxes.wire';

export type Sandbox = {
  name: SandboxName;
  title: string;
  /** `production` or `development`; others may come. */
  type: string;
  isDefault: boolean;
  region: string;
};

/**
 * The active sandboxes that the credential may use, the default one first. Works without a sandbox header
 * (Sandbox management, `GET /sandbox-management/`).
 */
export async function listSandboxes(ctx: OrganisationContext): Promise<Sandbox[]> {
  const byName = new Map<SandboxName, Sandbox>();
  for (let page = 0; page < policy.maximumPages; page += 1) {
    const { sandboxes } = await callPlatform(ctx, {
      kind: 'read',
      method: 'GET',
      service: 'sandboxes',
      path: '/sandbox-management/',
      query: [
        ['limit', String(policy.pageSize)],
        ['offset', String(page * policy.pageSize)],
      ],
      schema: sandboxPageSchema,
    });
    const before = byName.size;
    for (const { state, ...sandbox } of sandboxes) {
      if (state === 'active') byName.set(sandbox.name, { ...sandbox, title: sandbox.title || sandbox.name });
    }
    // The offset is not published for this call: a service that ignores it sends the same page for ever.
    if (sandboxes.length < policy.pageSize || byName.size === before) break;
  }
  return [...byName.values()].sort(
    (a, b) => Number(b.isDefault) - Number(a.isDefault) || a.title.localeCompare(b.title),
  );
}
