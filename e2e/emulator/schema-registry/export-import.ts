import type { Json, ServiceReply, ServiceRequest } from '@/e2e/emulator/contract';
import { lookupAccept } from './accept';
import { recordChange } from './audit-log';
import { codedError, problem, requireJsonBody, resourceNotFound } from './registry-errors';
import {
  entry,
  isObject,
  type JsonSchema,
  type Resource,
  registryState,
  type TenantKind,
} from './registry-state';
import { referencedIds } from './resolve';
import { checkResource, writableParts } from './resource-rules';
import { findTenant, type Registry } from './resources';
import { completeResource } from './write-resource';

const placeholder = '<XDM_TENANTID_PLACEHOLDER>';
const mostResources = 500;

/** By `meta:resourceType`, in the order in which resources can refer to each other. */
const kindsInOrder: [string, TenantKind][] = [
  ['datatypes', 'datatypes'],
  ['classes', 'classes'],
  ['mixins', 'fieldgroups'],
  ['schemas', 'schemas'],
];

function findByTenant(registry: Registry, id: string): Resource | undefined {
  for (const [, kind] of kindsInOrder) {
    const found = findTenant(registry, kind, id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `GET /rpc/export/{id}`: a resource and the tenant resources it needs, with a placeholder for the tenant. */
export function exportResource(request: ServiceRequest): ServiceReply {
  const { version } = lookupAccept(request);
  const { organisation, sandbox } = request;
  const registry: Registry = { organisation, sandbox };
  const id = request.params.id ?? '';
  const resource = findByTenant(registry, id);
  if (resource === undefined || version !== 1) throw resourceNotFound(request, id, version);
  const needed = referencedIds(registry, resource)
    .map((reference) => findByTenant(registry, reference))
    .filter((found) => found !== undefined);
  const all = [...new Set([...needed, resource])].map(({ 'meta:registryMetadata': _own, ...shown }) => shown);
  const text = JSON.stringify(all)
    .replaceAll(`https://ns.adobe.com/${organisation.tenantId}/`, `https://ns.adobe.com/${placeholder}/`)
    .replaceAll(`"_${organisation.tenantId}"`, `"_${placeholder}"`)
    .replaceAll(`"_${organisation.tenantId}.`, `"_${placeholder}.`);
  return { status: 200, body: JSON.parse(text) as Json };
}

/** `POST /rpc/import`: stores everything of an export under the tenant's own name, or nothing (`XDM-3005-400`). */
export function importResources(request: ServiceRequest): ServiceReply {
  requireJsonBody(request);
  const { organisation, sandbox, body } = request;
  if (!Array.isArray(body) || body.length === 0) throw problem(400, 'The body must be an export payload');
  if (body.length > mostResources) throw problem(400, `An import takes at most ${mostResources} resources`);
  const registry: Registry = { organisation, sandbox };
  const state = registryState(sandbox);
  const own = JSON.parse(JSON.stringify(body).replaceAll(placeholder, organisation.tenantId)) as JsonSchema[];
  const stored: { kind: TenantKind; resource: Resource }[] = [];
  try {
    for (const [type, kind] of kindsInOrder) {
      for (const given of own.filter((one) => isObject(one) && one['meta:resourceType'] === type)) {
        const id = String(given.$id ?? '');
        const form = new RegExp(`^https://ns\\.adobe\\.com/[^/]+/${type}/[\\w-]{1,100}$`);
        if (!form.test(id)) throw problem(400, `${id} is not the id of a resource of this tenant`);
        if (entry(state[kind], id) !== undefined)
          throw problem(400, `Title must be unique. An object ${id} exists`);
        const checked = checkResource(registry, kind, writableParts(given) as Json);
        const resource = completeResource(request, kind, checked, id, undefined);
        state[kind][id] = resource;
        stored.push({ kind, resource });
      }
    }
    if (stored.length !== own.length) throw problem(400, 'A resource has no known meta:resourceType');
  } catch (error) {
    for (const { kind, resource } of stored) delete state[kind][resource.$id];
    throw codedError(request, 'XDM-3005-400', 'Import Resource Failed', reasonOf(error));
  }
  for (const { resource } of stored) recordChange(request, undefined, resource);
  return { status: 200, body: stored.map(({ resource }) => resource) };
}

function reasonOf(error: unknown): string {
  const body = isObject(error) ? error.body : undefined;
  const detail = isObject(body) && typeof body.detail === 'string' ? body.detail : undefined;
  if (detail === undefined) throw error;
  return `Failed to import resources. Error: ${detail}`;
}
