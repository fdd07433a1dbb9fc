import type { ServiceReply, ServiceRequest } from '@/e2e/emulator/contract';
import { type Resource, registryState } from './registry-state';
import { globalResources, type Registry, tenantResources } from './resources';

const recent = 10;

function dateOf(resource: Resource, key: string): number {
  const metadata = resource['meta:registryMetadata'];
  return typeof metadata === 'object' && metadata !== null
    ? Number((metadata as Record<string, unknown>)[key] ?? 0)
    : 0;
}

function latest(resources: Resource[], key: string) {
  return [...resources]
    .sort((left, right) => dateOf(right, key) - dateOf(left, key))
    .slice(0, recent)
    .map((resource) => ({
      title: resource.title,
      description: resource.description ?? '',
      'meta:resourceType': resource['meta:resourceType'],
      'meta:altId': resource['meta:altId'],
      $id: resource.$id,
      version: resource.version,
    }));
}

/** `GET /stats`: the tenant id without its underscore, counts and which classes the schemas use. */
export function getStats(request: ServiceRequest): ServiceReply {
  const { organisation, sandbox } = request;
  const registry: Registry = { organisation, sandbox };
  const state = registryState(sandbox);
  const schemas = Object.values(state.schemas);
  const resources = (['classes', 'fieldgroups', 'datatypes', 'schemas'] as const).flatMap((kind) =>
    Object.values(state[kind]),
  );
  const unions = new Set(
    schemas
      .filter(
        (schema) =>
          Array.isArray(schema['meta:immutableTags']) && schema['meta:immutableTags'].includes('union'),
      )
      .map((schema) => schema['meta:class']),
  );
  const classes = [...globalResources(registry, 'classes'), ...tenantResources(registry, 'classes')];
  const classUsage = classes
    .map((resource) => ({
      resource,
      used: schemas.filter((schema) => schema['meta:class'] === resource.$id),
    }))
    .filter(({ used }) => used.length > 0)
    .map(({ resource, used }) => ({
      $id: resource.$id,
      title: resource.title,
      numberOfSchemas: used.length,
      schemas: used.map(({ $id, title, description }) => ({ $id, title, description: description ?? '' })),
    }));
  return {
    status: 200,
    body: {
      imsOrg: organisation.orgId,
      tenantId: organisation.tenantId,
      counts: {
        schemas: schemas.length,
        mixins: Object.keys(state.fieldgroups).length,
        datatypes: Object.keys(state.datatypes).length,
        classes: Object.keys(state.classes).length,
        unions: unions.size,
      },
      recentlyCreatedResources: latest(resources, 'repo:createdDate'),
      recentlyUpdatedResources: latest(resources, 'repo:lastModifiedDate'),
      classUsage,
    },
  };
}
