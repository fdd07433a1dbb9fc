import type { Json, ServiceReply, ServiceRequest } from '@/e2e/emulator/contract';
import { knownNamespace } from '@/e2e/emulator/identity/lookup';
import { descriptorListAccept, descriptorLookupAccept } from './accept';
import { pageOf } from './list-query';
import { problem, requireJsonBody, resourceNotFound } from './registry-errors';
import { type Descriptor, entry, isObject, type JsonSchema, registryState } from './registry-state';
import { fieldAt, resolveResource } from './resolve';
import { findTenant, type Registry } from './resources';

/** Each sandbox holds at most this many descriptors. */
const quota = 4000;

const types = new Set([
  'xdm:descriptorIdentity',
  'xdm:alternateDisplayInfo',
  'xdm:descriptorReferenceIdentity',
  'xdm:descriptorOneToOne',
  'xdm:descriptorRelationship',
  'xdm:descriptorPrimaryKey',
  'xdm:descriptorDeprecated',
]);

function textOf(body: Record<string, Json>, key: string): string {
  const value = body[key];
  if (typeof value !== 'string' || value === '') throw problem(400, `${key} is required and must be text`);
  return value;
}

function sourceField(schema: JsonSchema, property: string): { field: JsonSchema; insideArray: boolean } {
  if (!property.startsWith('/') || property.endsWith('/')) {
    throw problem(
      400,
      `xdm:sourceProperty must be a path that starts with / and has no / at its end, not ${property}`,
    );
  }
  const segments = property
    .slice(1)
    .split('/')
    .map((segment) => segment.replace(/^xdm:/, ''));
  const found = fieldAt(schema, segments);
  if (found === undefined) throw problem(400, `xdm:sourceProperty ${property} does not exist in the schema`);
  return found;
}

function checkIdentity(
  request: ServiceRequest,
  body: Record<string, Json>,
  schema: JsonSchema,
  ownId?: string,
): void {
  const property = textOf(body, 'xdm:sourceProperty');
  const { field, insideArray } = sourceField(schema, property);
  if (field.type !== 'string') throw problem(400, `xdm:sourceProperty ${property} is not a string field`);
  if (insideArray) throw problem(400, `xdm:sourceProperty ${property} lies inside an array`);
  const form = textOf(body, 'xdm:property');
  if (form !== 'xdm:code' && form !== 'xdm:id') throw problem(400, 'xdm:property must be xdm:code or xdm:id');
  const namespace = body['xdm:namespace'];
  const named = typeof namespace === 'string' || typeof namespace === 'number';
  if (!named || !knownNamespace(request.sandbox, form === 'xdm:code' ? 'code' : 'id', String(namespace))) {
    throw problem(
      400,
      `xdm:namespace ${JSON.stringify(namespace ?? null)} is not a known identity namespace`,
    );
  }
  const primary = body['xdm:isPrimary'];
  if (primary !== undefined && typeof primary !== 'boolean')
    throw problem(400, 'xdm:isPrimary must be a boolean');
  const others = Object.values(registryState(request.sandbox).descriptors).filter(
    (descriptor) =>
      descriptor['@type'] === 'xdm:descriptorIdentity' &&
      descriptor['xdm:sourceSchema'] === body['xdm:sourceSchema'] &&
      descriptor['@id'] !== ownId,
  );
  if (others.some((descriptor) => descriptor['xdm:sourceProperty'] === property)) {
    throw problem(400, `${property} is already an identity of this schema`);
  }
  if (primary === true && others.some((descriptor) => descriptor['xdm:isPrimary'] === true)) {
    throw problem(400, 'The schema already has a primary identity');
  }
}

function checkDescriptor(request: ServiceRequest, ownId?: string): Record<string, Json> {
  const { body } = request;
  if (!isObject(body)) throw problem(400, 'The body must be a JSON object');
  const type = textOf(body, '@type');
  if (!types.has(type)) throw problem(400, `@type ${type} is not a known descriptor`);
  const schemaId = textOf(body, 'xdm:sourceSchema');
  const registry: Registry = { organisation: request.organisation, sandbox: request.sandbox };
  const source =
    findTenant(registry, 'schemas', schemaId) ??
    (type === 'xdm:alternateDisplayInfo'
      ? (findTenant(registry, 'classes', schemaId) ?? findTenant(registry, 'fieldgroups', schemaId))
      : undefined);
  if (source === undefined || source.$id !== schemaId) {
    throw problem(400, `xdm:sourceSchema ${schemaId} does not exist in this sandbox`);
  }
  const version = body['xdm:sourceVersion'];
  if (version === undefined || Number(version) !== 1) {
    throw problem(400, 'xdm:sourceVersion must be the major version of the schema: 1');
  }
  const resolved = resolveResource(registry, source);
  if (type === 'xdm:descriptorIdentity') checkIdentity(request, body, resolved, ownId);
  else if (body['xdm:sourceProperty'] !== undefined || type !== 'xdm:alternateDisplayInfo') {
    const properties = body['xdm:sourceProperty'];
    for (const property of Array.isArray(properties) ? properties : [properties]) {
      if (typeof property !== 'string') throw problem(400, 'xdm:sourceProperty is required and must be text');
      sourceField(resolved, property);
    }
  }
  return body;
}

function store(request: ServiceRequest, body: Record<string, Json>, id: string, version: number): Descriptor {
  const { sandbox } = request;
  const written = Object.entries(body).filter(
    ([key]) => !/^(?:@id|imsOrg|version|meta:.*|created.*|updated.*)$/.test(key),
  );
  const descriptor: Descriptor = {
    '@id': id,
    '@type': textOf(body, '@type'),
    'xdm:sourceSchema': textOf(body, 'xdm:sourceSchema'),
    ...Object.fromEntries(written),
    imsOrg: request.organisation.orgId,
    version: String(version),
    'meta:containerId': 'tenant',
    'meta:sandboxId': sandbox.id,
    'meta:sandboxType': sandbox.type,
  };
  registryState(sandbox).descriptors[id] = descriptor;
  return descriptor;
}

function existing(request: ServiceRequest): Descriptor {
  const id = request.params.id ?? '';
  const found = entry(registryState(request.sandbox).descriptors, id);
  if (found === undefined) throw resourceNotFound(request, id);
  return found;
}

/** `POST /tenant/descriptors`: 201 with the stored descriptor. */
export function createDescriptor(request: ServiceRequest): ServiceReply {
  requireJsonBody(request);
  const body = checkDescriptor(request);
  if (Object.keys(registryState(request.sandbox).descriptors).length >= quota) {
    throw problem(400, `A sandbox holds at most ${quota} descriptors`);
  }
  return { status: 201, body: store(request, body, request.newId('hex48').slice(0, 40), 1) };
}

/** `PUT /tenant/descriptors/{id}`: rewrites the whole descriptor. */
export function putDescriptor(request: ServiceRequest): ServiceReply {
  requireJsonBody(request);
  const previous = existing(request);
  const body = checkDescriptor(request, previous['@id']);
  if (body['@type'] !== previous['@type']) throw problem(400, '@type of a descriptor cannot change');
  return { status: 200, body: store(request, body, previous['@id'], Number(previous.version) + 1) };
}

/** `GET /tenant/descriptors/{id}`. */
export function getDescriptor(request: ServiceRequest): ServiceReply {
  descriptorLookupAccept(request);
  return { status: 200, body: existing(request) };
}

/** `DELETE /tenant/descriptors/{id}`: 204. The identity that keeps a schema in Profile stays. */
export function deleteDescriptor(request: ServiceRequest): ServiceReply {
  const descriptor = existing(request);
  const registry: Registry = { organisation: request.organisation, sandbox: request.sandbox };
  const schema = findTenant(registry, 'schemas', descriptor['xdm:sourceSchema']);
  const tags = schema?.['meta:immutableTags'];
  if (descriptor['xdm:isPrimary'] === true && Array.isArray(tags) && tags.includes('union')) {
    throw problem(400, 'The primary identity of a schema that is enabled for Profile cannot be deleted');
  }
  delete registryState(request.sandbox).descriptors[descriptor['@id']];
  return { status: 204 };
}

/** `GET /tenant/descriptors`: grouped by type, or one paged list with a `v2` Accept. */
export function listDescriptors(request: ServiceRequest): ServiceReply {
  const { form, paged } = descriptorListAccept(request);
  const written = (descriptor: Record<string, unknown>): unknown => {
    if (form === 'full') return descriptor;
    return form === 'id' ? descriptor['@id'] : `/tenant/descriptors/${descriptor['@id']}`;
  };
  const query = new URLSearchParams(request.query);
  if (!paged) for (const name of ['orderby', 'limit', 'start']) query.delete(name);
  const page = pageOf(Object.values(registryState(request.sandbox).descriptors), query);
  if (paged) {
    return {
      status: 200,
      body: {
        results: page.items.map(written),
        _page: { orderby: page.orderby, next: page.next, count: page.items.length },
        _links: { next: null },
      },
    };
  }
  const grouped: Record<string, unknown[]> = {};
  for (const descriptor of page.items) {
    const type = String(descriptor['@type']);
    grouped[type] = [...(grouped[type] ?? []), written(descriptor)];
  }
  return { status: 200, body: grouped };
}
