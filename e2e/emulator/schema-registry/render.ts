import type { Variant } from './accept';
import { type Descriptor, entry, type JsonSchema, type Resource, registryState } from './registry-state';
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

function descriptorsOf(registry: Registry, resource: Resource): Descriptor[] {
  return Object.values(registryState(registry.sandbox).descriptors).filter(
    (descriptor) => descriptor['xdm:sourceSchema'] === resource.$id,
  );
}

function withMark(node: JsonSchema, segments: readonly string[]): JsonSchema {
  const [name, ...rest] = segments;
  if (name === undefined) return { ...node, 'meta:status': 'deprecated' };
  if (node.items !== undefined) return { ...node, items: withMark(node.items, segments) };
  const child = node.properties === undefined ? undefined : entry(node.properties, name);
  return child === undefined
    ? node
    : { ...node, properties: { ...node.properties, [name]: withMark(child, rest) } };
}

/** Custom fields are deprecated by descriptors, standard ones in their own definition. */
function withDeprecations(registry: Registry, resource: Resource, body: JsonSchema): JsonSchema {
  return descriptorsOf(registry, resource)
    .filter((descriptor) => descriptor['@type'] === 'xdm:descriptorDeprecated')
    .flatMap((descriptor) => descriptor['xdm:sourceProperty'] ?? [])
    .reduce<JsonSchema>((marked, path) => withMark(marked, String(path).split('/').slice(1)), body);
}

/** A resource as one variant of the Accept header asks for it. */
export function renderResource(registry: Registry, resource: Resource, variant: Variant): unknown {
  const { id, full, notext, descriptors, deprecated } = variant;
  if (id) {
    const { $id, 'meta:altId': altId, version, title } = resource;
    return { $id, 'meta:altId': altId, version, title };
  }
  let body: JsonSchema = full ? resolveResource(registry, resource) : resource;
  if (notext || (full && !deprecated)) {
    body = strip(body, { title: !notext, description: !notext, status: deprecated || !full }, true);
  }
  if (deprecated) body = withDeprecations(registry, resource, body);
  return descriptors ? { ...body, 'meta:descriptors': descriptorsOf(registry, resource) } : body;
}
