import { callPlatform } from '../http';
import type { PlatformContext } from '../platform-context';
import { identityNamespacesSchema } from './identity-namespaces.wire';

export type IdentityNamespace = {
  id: number;
  /** What an identity descriptor names, such as `Email`. */
  code: string;
  name: string;
  description: string;
  /** In capitals whatever the service writes: `COOKIE`, `CROSS_DEVICE`, `DEVICE`, `EMAIL`, `MOBILE`, `NON_PEOPLE`, `PHONE`. */
  idType: string;
  custom: boolean;
};

/** The active identity namespaces of the sandbox, by name (Identity Service, `GET /identities`). */
export async function listIdentityNamespaces(ctx: PlatformContext): Promise<IdentityNamespace[]> {
  const namespaces = await callPlatform(ctx, {
    kind: 'read',
    method: 'GET',
    service: 'identity',
    path: '/identities',
    schema: identityNamespacesSchema,
  });
  return namespaces
    .filter(({ status }) => status.toUpperCase() === 'ACTIVE')
    .map(({ status: _, ...namespace }) => ({
      ...namespace,
      name: namespace.name || namespace.code,
      idType: namespace.idType.toUpperCase(),
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
