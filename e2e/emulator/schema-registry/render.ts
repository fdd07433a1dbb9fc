import type { Variant } from './accept';
import type { JsonSchema, Resource } from './registry-state';
import { resolveResource } from './resolve';
import type { Registry } from './resources';

/** Which annotations survive in a variant. */
type Keep = { title: boolean; description: boolean; status: boolean };

/** Names of fields are data: only the keywords of each schema node are dropped, never a field called `title`. */
function strip(node: JsonSchema, keep: Keep, top: boolean): JsonSchema {
  const copy: JsonSchema = {};
  for (const [key, value] of Object.entries(node)) {
    if (key === 'title' && !keep.title) continue;
    if (key === 'description' && !keep.description) continue;
    if (key === 'meta:status' && !keep.status && !top) continue;
    if ((key === 'properties' || key === 'definitions') && typeof value === 'object' && value !== null) {
      copy[key] = Object.fromEntries(
        Object.entries(value as Record<string, JsonSchema>).map(([name, inner]) => [
          name,
          strip(inner, keep, false),
        ]),
      );
    } else if (
      (key === 'items' || key === 'additionalProperties') &&
      typeof value === 'object' &&
      value !== null
    ) {
      copy[key] = strip(value as JsonSchema, keep, false);
    } else if (key === 'allOf' && Array.isArray(value)) {
      copy.allOf = value.map((part: JsonSchema) => strip(part, keep, false));
    } else copy[key] = value;
  }
  return copy;
}

/** A resource as one variant of the Accept header asks for it. */
export function renderResource(registry: Registry, resource: Resource, variant: Variant): unknown {
  switch (variant) {
    case 'id':
      return {
        $id: resource.$id,
        'meta:altId': resource['meta:altId'],
        version: resource.version,
        title: resource.title,
      };
    case 'plain':
      return resource;
    case 'notext':
      return strip(resource, { title: false, description: false, status: true }, true);
    case 'full':
      return strip(
        resolveResource(registry, resource),
        { title: true, description: true, status: false },
        true,
      );
    case 'full-notext':
      return strip(
        resolveResource(registry, resource),
        { title: false, description: false, status: false },
        true,
      );
    case 'full-desc':
      return strip(
        resolveResource(registry, resource),
        { title: false, description: true, status: false },
        true,
      );
    case 'deprecatefield':
      return resolveResource(registry, resource);
  }
}
