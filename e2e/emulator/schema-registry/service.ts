import type { Route, Service, ServiceReply, ServiceRequest } from '@/e2e/emulator/contract';
import { listAccept, lookupAccept } from './accept';
import { getAuditLog } from './audit-log';
import {
  createDescriptor,
  deleteDescriptor,
  getDescriptor,
  listDescriptors,
  putDescriptor,
} from './descriptors';
import { exportResource, importResources } from './export-import';
import { pageOf } from './list-query';
import { problemBody, resourceNotFound } from './registry-errors';
import {
  createRegistryState,
  type Resource,
  type ResourceKind,
  registryName,
  type TenantKind,
} from './registry-state';
import { getStats } from './registry-stats';
import { renderResource } from './render';
import { findGlobal, findTenant, globalResources, type Registry, tenantResources } from './resources';
import { getSampleData } from './sample-data';
import { findUnion, listUnions } from './unions';
import { createResource, deleteResource, patchResource, putResource } from './write-resource';

const base = '/data/foundation/schemaregistry';

function registryOf(request: ServiceRequest): Registry {
  return { organisation: request.organisation, sandbox: request.sandbox };
}

function list(container: 'global' | 'tenant', collection: string, find: (registry: Registry) => Resource[]) {
  return (request: ServiceRequest): ServiceReply => {
    const variant = listAccept(request);
    const registry = registryOf(request);
    const page = pageOf(find(registry), request.query);
    const next = page.next === null ? null : { href: nextHref(request, container, collection, page) };
    const other = container === 'global' ? 'tenant' : 'global';
    return {
      status: 200,
      body: {
        results: page.items.map((item) => renderResource(registry, item as Resource, variant)),
        _page: { orderby: page.orderby, next: page.next, count: page.items.length },
        _links: {
          next,
          [`${other}_${collection}`]: { href: `https://platform.adobe.io${base}/${other}/${collection}` },
        },
      },
    };
  };
}

function nextHref(
  request: ServiceRequest,
  container: string,
  collection: string,
  page: { next: string | null },
): string {
  const query = new URLSearchParams(request.query);
  query.set('start', page.next ?? '');
  return `https://platform.adobe.io${base}/${container}/${collection}?${query}`;
}

function lookup(find: (registry: Registry, id: string) => Resource | undefined) {
  return (request: ServiceRequest): ServiceReply => {
    const { variant, version } = lookupAccept(request);
    const registry = registryOf(request);
    const id = request.params.id ?? '';
    const resource = find(registry, id);
    if (resource === undefined || version !== 1) throw resourceNotFound(request, id, version);
    return { status: 200, body: renderResource(registry, resource, variant) };
  };
}

function readRoutes(container: 'global' | 'tenant', collection: string, kind: ResourceKind): Route[] {
  const op = `schemaRegistry.${container}.${collection}`;
  const all = (registry: Registry): Resource[] => {
    if (container === 'global') return globalResources(registry, kind);
    return kind === 'behaviors' ? [] : tenantResources(registry, kind);
  };
  const one = (registry: Registry, id: string): Resource | undefined => {
    if (container === 'global') return findGlobal(registry, kind, id);
    return kind === 'behaviors' ? undefined : findTenant(registry, kind, id);
  };
  return [
    {
      op: `${op}.list`,
      method: 'GET',
      pattern: `/${container}/${collection}`,
      handle: list(container, collection, all),
    },
    { op: `${op}.get`, method: 'GET', pattern: `/${container}/${collection}/{id}`, handle: lookup(one) },
  ];
}

function writeRoutes(collection: string, kind: TenantKind): Route[] {
  const op = `schemaRegistry.tenant.${collection}`;
  const one = `/tenant/${collection}/{id}`;
  return [
    { op: `${op}.create`, method: 'POST', pattern: `/tenant/${collection}`, handle: createResource(kind) },
    { op: `${op}.put`, method: 'PUT', pattern: one, handle: putResource(kind) },
    { op: `${op}.patch`, method: 'PATCH', pattern: one, handle: patchResource(kind) },
    { op: `${op}.delete`, method: 'DELETE', pattern: one, handle: deleteResource(kind) },
  ];
}

/** Collections by the name in their URL: `mixins` is the former name of field groups. */
const collections: [string, TenantKind][] = [
  ['classes', 'classes'],
  ['fieldgroups', 'fieldgroups'],
  ['mixins', 'fieldgroups'],
  ['datatypes', 'datatypes'],
  ['schemas', 'schemas'],
];

const descriptors = '/tenant/descriptors';

/** The Schema Registry: XDM resources of the global and the tenant container, descriptors, statistics. */
export const schemaRegistry: Service = {
  name: registryName,
  base,
  createState: () => createRegistryState(),
  routes: [
    { op: 'schemaRegistry.stats.get', method: 'GET', pattern: '/stats', handle: getStats },
    ...collections.flatMap(([collection, kind]) => [
      ...readRoutes('global', collection, kind),
      ...readRoutes('tenant', collection, kind),
      ...writeRoutes(collection, kind),
    ]),
    ...readRoutes('global', 'behaviors', 'behaviors'),
    {
      op: 'schemaRegistry.tenant.unions.list',
      method: 'GET',
      pattern: '/tenant/unions',
      handle: list('tenant', 'unions', listUnions),
    },
    {
      op: 'schemaRegistry.tenant.unions.get',
      method: 'GET',
      pattern: '/tenant/unions/{id}',
      handle: lookup(findUnion),
    },
    {
      op: 'schemaRegistry.tenant.descriptors.list',
      method: 'GET',
      pattern: descriptors,
      handle: listDescriptors,
    },
    {
      op: 'schemaRegistry.tenant.descriptors.create',
      method: 'POST',
      pattern: descriptors,
      handle: createDescriptor,
    },
    {
      op: 'schemaRegistry.tenant.descriptors.get',
      method: 'GET',
      pattern: `${descriptors}/{id}`,
      handle: getDescriptor,
    },
    {
      op: 'schemaRegistry.tenant.descriptors.put',
      method: 'PUT',
      pattern: `${descriptors}/{id}`,
      handle: putDescriptor,
    },
    {
      op: 'schemaRegistry.tenant.descriptors.delete',
      method: 'DELETE',
      pattern: `${descriptors}/{id}`,
      handle: deleteDescriptor,
    },
    {
      op: 'schemaRegistry.rpc.sampleData.get',
      method: 'GET',
      pattern: '/rpc/sampledata/{id}',
      handle: getSampleData,
    },
    {
      op: 'schemaRegistry.rpc.export.get',
      method: 'GET',
      pattern: '/rpc/export/{id}',
      handle: exportResource,
    },
    {
      op: 'schemaRegistry.rpc.import.create',
      method: 'POST',
      pattern: '/rpc/import',
      handle: importResources,
    },
    {
      op: 'schemaRegistry.rpc.auditLog.get',
      method: 'GET',
      pattern: '/rpc/auditlog/{id}',
      handle: getAuditLog,
    },
  ],
  errorBody: ({ status, message }) => problemBody(status, message),
};
