import type { Json, ServiceReply, ServiceRequest } from '@/e2e/emulator/contract';
import { recordChange } from './audit-log';
import { checkDependentSchemas, dependentSchemas, hasDatasets, hasUnionTag } from './dependent-schemas';
import { contentEtag } from './etag';
import { applyJsonPatch } from './json-patch';
import { problem, requireJsonBody, resourceNotFound } from './registry-errors';
import { type JsonSchema, type Resource, registryState, type TenantKind } from './registry-state';
import { directReferences, referencedIds, resolveResource } from './resolve';
import { checkResource, isWritablePointer, writableParts } from './resource-rules';
import { findAny, findGlobal, findTenant, type Registry, tenantResources } from './resources';
import { libraryVersion } from './standard/field-builders';
import { withXdmTypes } from './xdm-types';

// Field groups keep their former name in ids and in `meta:resourceType`.
const idSegments: Record<TenantKind, string> = {
  classes: 'classes',
  fieldgroups: 'mixins',
  datatypes: 'datatypes',
  schemas: 'schemas',
};

function registryOf(request: ServiceRequest): Registry {
  return { organisation: request.organisation, sandbox: request.sandbox };
}

type Metadata = Record<string, Json>;

function metadataOf(resource: Resource | undefined): Metadata {
  const found = resource?.['meta:registryMetadata'];
  return typeof found === 'object' && found !== null ? (found as Metadata) : {};
}

function derivedParts(registry: Registry, kind: TenantKind, body: JsonSchema): JsonSchema {
  if (kind === 'schemas') {
    const references = directReferences(body);
    const classId = references.find((id) => findAny(registry, id)?.kind === 'classes') ?? '';
    const extended = references.flatMap((id) => [...referencedIds(registry, { $ref: id }).reverse()]);
    const kept = extended.filter((id) => {
      const found = findAny(registry, id)?.kind;
      return found !== undefined && found !== 'datatypes';
    });
    return {
      refs: references,
      'meta:class': classId,
      'meta:extends': [...new Set(kept)],
      'meta:extensible': false,
      'meta:abstract': false,
    };
  }
  const extended = directReferences(body).filter((id) => findAny(registry, id)?.kind !== 'datatypes');
  return {
    'meta:extensible': true,
    'meta:abstract': true,
    ...(kind === 'classes' || extended.length > 0 ? { 'meta:extends': extended } : {}),
  };
}

/** A resource as stored: what its sender decides and what the registry adds. */
export function completeResource(
  request: ServiceRequest,
  kind: TenantKind,
  body: JsonSchema,
  id: string,
  previous: Resource | undefined,
): Resource {
  const { organisation, sandbox, client, nowMs } = request;
  const before = metadataOf(previous);
  const [, , , ...path] = id.split('/');
  const minor = previous === undefined ? 0 : Number(previous.version.split('.')[1] ?? 0) + 1;
  const title = typeof body.title === 'string' ? body.title : '';
  const { title: _title, type: _type, description, ...rest } = withXdmTypes(body);
  const resource: Resource = {
    $id: id,
    'meta:altId': `_${path.join('.')}`,
    'meta:resourceType': idSegments[kind],
    version: `1.${minor}`,
    title,
    type: 'object',
    ...(description === undefined ? {} : { description }),
    ...rest,
    imsOrg: organisation.orgId,
    ...derivedParts(registryOf(request), kind, body),
    'meta:xdmType': 'object',
    'meta:containerId': 'tenant',
    'meta:sandboxId': sandbox.id,
    'meta:sandboxType': sandbox.type,
    'meta:tenantNamespace': `_${organisation.tenantId}`,
  };
  resource['meta:registryMetadata'] = {
    'repo:createdDate': before['repo:createdDate'] ?? nowMs,
    'repo:lastModifiedDate': nowMs,
    'xdm:createdClientId': before['xdm:createdClientId'] ?? client.clientId,
    'xdm:lastModifiedClientId': client.clientId,
    'xdm:createdUserId': before['xdm:createdUserId'] ?? client.technicalAccountId,
    'xdm:lastModifiedUserId': client.technicalAccountId,
    eTag: contentEtag(resource, nowMs),
    'meta:globalLibVersion': libraryVersion,
  };
  return resource;
}

function checkUnion(request: ServiceRequest, before: Resource | undefined, after: Resource): void {
  if (hasUnionTag(before) && !hasUnionTag(after)) {
    throw problem(400, 'A schema that is enabled for Profile cannot be disabled');
  }
  if (!hasUnionTag(after) || hasUnionTag(before)) return;
  const primary = Object.values(registryState(request.sandbox).descriptors).some(
    (descriptor) =>
      descriptor['@type'] === 'xdm:descriptorIdentity' &&
      descriptor['xdm:sourceSchema'] === after.$id &&
      descriptor['xdm:isPrimary'] === true,
  );
  const resolved = resolveResource(registryOf(request), after);
  if (primary || Object.hasOwn(resolved.properties ?? {}, 'identityMap')) return;
  throw problem(
    400,
    'To enable profile datasets the schema should be valid: it has no primary identity and no identityMap',
  );
}

function replace(request: ServiceRequest, kind: TenantKind, previous: Resource, body: JsonSchema): Resource {
  const registry = registryOf(request);
  const table = registryState(request.sandbox)[kind];
  const fresh = completeResource(request, kind, body, previous.$id, previous);
  if (kind === 'schemas') checkUnion(request, previous, fresh);
  const dependent = dependentSchemas(registry, previous.$id);
  table[fresh.$id] = fresh;
  try {
    checkDependentSchemas(registry, dependent);
  } catch (error) {
    table[fresh.$id] = previous;
    throw error;
  }
  recordChange(request, previous, fresh);
  return fresh;
}

function existing(request: ServiceRequest, kind: TenantKind): Resource {
  const id = request.params.id ?? '';
  const registry = registryOf(request);
  const found = findTenant(registry, kind, id);
  if (found !== undefined) return found;
  if (findGlobal(registry, kind, id) !== undefined)
    throw problem(403, `${id} belongs to the global container`);
  throw resourceNotFound(request, id);
}

/** `POST /tenant/{kind}`: 201 with the stored resource. */
export function createResource(kind: TenantKind) {
  return (request: ServiceRequest): ServiceReply => {
    requireJsonBody(request);
    const body = checkResource(registryOf(request), kind, request.body);
    const id = `https://ns.adobe.com/${request.organisation.tenantId}/${idSegments[kind]}/${request.newId('hex48')}`;
    const resource = completeResource(request, kind, body, id, undefined);
    if (kind === 'schemas') checkUnion(request, undefined, resource);
    registryState(request.sandbox)[kind][id] = resource;
    recordChange(request, undefined, resource);
    return { status: 201, body: resource };
  };
}

/** `PUT /tenant/{kind}/{id}`: the body replaces everything that its sender decides. */
export function putResource(kind: TenantKind) {
  return (request: ServiceRequest): ServiceReply => {
    requireJsonBody(request);
    const previous = existing(request, kind);
    const body = checkResource(registryOf(request), kind, request.body, previous.$id);
    return { status: 200, body: replace(request, kind, previous, body) };
  };
}

function patchedPointers(body: Json): string[] {
  if (!Array.isArray(body)) return [];
  return body.flatMap((operation) =>
    typeof operation === 'object' && operation !== null && !Array.isArray(operation)
      ? [operation.path, operation.op === 'move' ? operation.from : undefined].filter(
          (path) => typeof path === 'string',
        )
      : [],
  );
}

/** `PATCH /tenant/{kind}/{id}`: a JSON Patch list; all of it is applied or nothing. */
export function patchResource(kind: TenantKind) {
  return (request: ServiceRequest): ServiceReply => {
    requireJsonBody(request);
    const previous = existing(request, kind);
    const operations = request.body ?? null;
    const fixed = patchedPointers(operations).find((pointer) => !isWritablePointer(pointer));
    if (fixed !== undefined) throw problem(400, `${fixed} is written by the registry and cannot be patched`);
    const patched = applyJsonPatch(writableParts(previous) as Json, operations);
    if (!patched.ok) throw problem(400, patched.message);
    const body = checkResource(registryOf(request), kind, patched.document, previous.$id);
    return { status: 200, body: replace(request, kind, previous, body) };
  };
}

function users(registry: Registry, id: string): Resource[] {
  const all = (['classes', 'fieldgroups', 'datatypes', 'schemas'] as const).flatMap((kind) =>
    tenantResources(registry, kind),
  );
  return all.filter((resource) => {
    if (resource.$id === id) return false;
    const extended = resource['meta:intendedToExtend'];
    return directReferences(resource).includes(id) || (Array.isArray(extended) && extended.includes(id));
  });
}

/** `DELETE /tenant/{kind}/{id}`: 204, or 400 while something refers to the resource. */
export function deleteResource(kind: TenantKind) {
  return (request: ServiceRequest): ServiceReply => {
    const resource = existing(request, kind);
    const state = registryState(request.sandbox);
    if (kind === 'schemas') {
      if (hasUnionTag(resource))
        throw problem(400, `${resource.$id} is enabled for Profile and cannot be deleted`);
      if (hasDatasets(request.sandbox, resource.$id)) {
        throw problem(400, `${resource.$id} is used by a dataset and cannot be deleted`);
      }
    }
    const [user] = users(registryOf(request), resource.$id);
    if (user !== undefined)
      throw problem(400, `${resource.$id} is used by ${user.$id} and cannot be deleted`);
    delete state[kind][resource.$id];
    recordChange(request, resource, undefined);
    for (const descriptor of Object.values(state.descriptors)) {
      if (descriptor['xdm:sourceSchema'] === resource.$id) delete state.descriptors[descriptor['@id']];
    }
    return { status: 204 };
  };
}
