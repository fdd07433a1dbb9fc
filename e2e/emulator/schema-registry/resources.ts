import type { Organisation, Sandbox } from '@/e2e/emulator/contract';
import { entry, type Resource, type ResourceKind, registryState, type TenantKind } from './registry-state';
import { standardResources } from './standard/standard-library';
import { syntheticResources } from './standard/synthetic-schema';

/** Both containers of one sandbox, as everything that resolves references sees them. */
export type Registry = { organisation: Organisation; sandbox: Sandbox };

const globals: Record<ResourceKind, Map<string, Resource>> = {
  behaviors: new Map(),
  classes: new Map(),
  fieldgroups: new Map(),
  datatypes: new Map(),
  schemas: new Map(),
};
const globalByAltId = new Map<string, Resource>();
for (const { kind, resource } of standardResources()) {
  globals[kind].set(resource.$id, resource);
  globalByAltId.set(resource['meta:altId'], resource);
}

const kinds: ResourceKind[] = ['behaviors', 'classes', 'fieldgroups', 'datatypes', 'schemas'];
const tenantKinds: TenantKind[] = ['classes', 'fieldgroups', 'datatypes', 'schemas'];

/** The resources of one kind in the global container. */
export function globalResources({ sandbox }: Registry, kind: ResourceKind): Resource[] {
  const standard = [...globals[kind].values()];
  if (!registryState(sandbox).synthetic) return standard;
  return [
    ...standard,
    ...syntheticResources()
      .filter((made) => made.kind === kind)
      .map((made) => made.resource),
  ];
}

/** The resources of one kind that this sandbox's tenant has made. */
export function tenantResources({ sandbox }: Registry, kind: TenantKind): Resource[] {
  return Object.values(registryState(sandbox)[kind]);
}

function synthetic(
  { sandbox }: Registry,
  id: string,
): { kind: ResourceKind; resource: Resource } | undefined {
  if (!registryState(sandbox).synthetic) return undefined;
  return syntheticResources().find(({ resource }) => resource.$id === id || resource['meta:altId'] === id);
}

/** One global resource by `$id` or `meta:altId`. */
export function findGlobal(registry: Registry, kind: ResourceKind, id: string): Resource | undefined {
  const byAltId = globalByAltId.get(id);
  const found = globals[kind].get(id) ?? (byAltId === undefined ? undefined : globals[kind].get(byAltId.$id));
  if (found !== undefined) return found;
  const made = synthetic(registry, id);
  return made?.kind === kind ? made.resource : undefined;
}

/** One tenant resource by `$id` or `meta:altId`. */
export function findTenant({ sandbox }: Registry, kind: TenantKind, id: string): Resource | undefined {
  const table = registryState(sandbox)[kind];
  const direct = entry(table, id);
  if (direct !== undefined) return direct;
  // `_tenant.schemas.hex` and `https://ns.adobe.com/tenant/schemas/hex` name the same resource.
  const parts = /^_([^.]+)\.([a-z]+)\.([^.]+)$/.exec(id);
  return parts === null
    ? undefined
    : entry(table, `https://ns.adobe.com/${parts[1]}/${parts[2]}/${parts[3]}`);
}

/** Any resource of either container by `$id` or `meta:altId`, with its kind. */
export function findAny(
  registry: Registry,
  id: string,
): { kind: ResourceKind; resource: Resource } | undefined {
  for (const kind of tenantKinds) {
    const resource = findTenant(registry, kind, id);
    if (resource !== undefined) return { kind, resource };
  }
  for (const kind of kinds) {
    const resource = findGlobal(registry, kind, id);
    if (resource !== undefined) return { kind, resource };
  }
  return undefined;
}
