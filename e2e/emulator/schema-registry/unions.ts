import type { Resource } from './registry-state';
import { findAny, type Registry, tenantResources } from './resources';

function isEnabled(schema: Resource): boolean {
  const tags = schema['meta:immutableTags'];
  return Array.isArray(tags) && tags.includes('union');
}

/** One union view for each class that has schemas enabled for Profile: all their fields together. */
export function listUnions(registry: Registry): Resource[] {
  const enabled = tenantResources(registry, 'schemas').filter(isEnabled);
  const classIds = [...new Set(enabled.map((schema) => String(schema['meta:class'])))];
  return classIds.flatMap((classId) => {
    const base = findAny(registry, classId)?.resource;
    if (base === undefined) return [];
    const members = enabled.filter((schema) => schema['meta:class'] === classId);
    const references = [
      ...new Set(members.flatMap((schema) => (schema.allOf ?? []).map((part) => part.$ref ?? ''))),
    ];
    const etags = members.map((schema) => JSON.stringify(schema['meta:registryMetadata'])).join();
    const union: Resource = {
      $id: `${classId}__union`,
      'meta:altId': `${base['meta:altId']}__union`,
      'meta:resourceType': 'unions',
      version: '1.0',
      title: base.title,
      type: 'object',
      description: `Union view of ${members.length} schemas`,
      allOf: references.map(($ref) => ({ $ref, type: 'object', 'meta:xdmType': 'object' })),
      'meta:extends': references,
      'meta:class': classId,
      'meta:abstract': false,
      'meta:extensible': false,
      'meta:xdmType': 'object',
      'meta:containerId': 'tenant',
      'meta:registryMetadata': { eTag: etags },
    };
    return [union];
  });
}

/** A union view by `$id` or `meta:altId`. */
export function findUnion(registry: Registry, id: string): Resource | undefined {
  return listUnions(registry).find((union) => union.$id === id || union['meta:altId'] === id);
}
