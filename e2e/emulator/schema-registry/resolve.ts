import { entry, type JsonSchema, type Resource } from './registry-state';
import { findAny, type Registry } from './resources';

type Scope = {
  registry: Registry;
  /** The document that `#/…` references point into. */
  root: JsonSchema;
  /** References being expanded: meeting one of them again is a cycle. */
  open: readonly string[];
};

const structural = new Set([
  '$ref',
  'allOf',
  'definitions',
  'properties',
  'items',
  'required',
  'additionalProperties',
]);

/** Follows a JSON Pointer such as `/definitions/customFields` inside one document. */
function pointed(root: JsonSchema, pointer: string): JsonSchema | undefined {
  let node: unknown = root;
  for (const part of pointer.split('/').slice(1)) {
    if (typeof node !== 'object' || node === null) return undefined;
    node = entry(node as Record<string, unknown>, part.replaceAll('~1', '/').replaceAll('~0', '~'));
  }
  return typeof node === 'object' && node !== null ? (node as JsonSchema) : undefined;
}

/** The document part of a reference and the pointer behind its `#`. */
export function splitReference(reference: string): { document: string; pointer: string } {
  const hash = reference.indexOf('#');
  if (hash < 0) return { document: reference, pointer: '' };
  return { document: reference.slice(0, hash), pointer: reference.slice(hash + 1) };
}

function dereference(
  reference: string,
  scope: Scope,
): { node: JsonSchema; root: JsonSchema; id: string } | undefined {
  const { document, pointer } = splitReference(reference);
  const root = document === '' ? scope.root : findAny(scope.registry, document)?.resource;
  if (root === undefined) return undefined;
  const node = pointer === '' ? root : pointed(root, pointer);
  return node === undefined ? undefined : { node, root, id: `${root.$id ?? ''}#${pointer}` };
}

/** Adds what `part` declares to `base`. What `base` already says about itself (title, description, type) stays. */
function merge(base: JsonSchema, part: JsonSchema): JsonSchema {
  const merged: JsonSchema = { ...base };
  for (const [key, value] of Object.entries(part)) {
    if (!Object.hasOwn(merged, key)) merged[key] = value;
  }
  if (base.properties !== undefined && part.properties !== undefined) {
    const properties: Record<string, JsonSchema> = { ...base.properties };
    for (const [name, property] of Object.entries(part.properties)) {
      const known = entry(properties, name);
      properties[name] = known === undefined ? property : merge(known, property);
    }
    merged.properties = properties;
  }
  if (base.items !== undefined && part.items !== undefined) merged.items = merge(base.items, part.items);
  if (base.required !== undefined && part.required !== undefined) {
    merged.required = [...new Set([...base.required, ...part.required])];
  }
  return merged;
}

function withoutIdentity(node: JsonSchema): JsonSchema {
  const { $id: _id, version: _version, imsOrg: _org, ...rest } = node;
  return Object.fromEntries(
    Object.entries(rest).filter(
      ([key]) => !/^(?:meta:|\$schema$)/.test(key) || key === 'meta:xdmType' || key === 'meta:enum',
    ),
  );
}

function expandProperties(properties: Record<string, JsonSchema>, scope: Scope): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, expand(property, scope)]),
  );
}

function expand(node: JsonSchema, scope: Scope): JsonSchema {
  let result: JsonSchema = {};
  for (const [key, value] of Object.entries(node)) {
    if (!structural.has(key)) result[key] = value;
  }
  if (node.properties !== undefined) result.properties = expandProperties(node.properties, scope);
  if (node.items !== undefined) result.items = expand(node.items, scope);
  if (node.required !== undefined) result.required = node.required;
  if (typeof node.additionalProperties === 'object') {
    result.additionalProperties = expand(node.additionalProperties, scope);
  } else if (node.additionalProperties !== undefined) {
    result.additionalProperties = node.additionalProperties;
  }
  if (node.$ref !== undefined) result = merge(result, expandReference(node.$ref, scope));
  for (const part of node.allOf ?? []) {
    result = merge(result, withoutText(expand(part, scope)));
  }
  return result;
}

function withoutText(part: JsonSchema): JsonSchema {
  const { title: _title, description: _description, 'meta:referencedFrom': _from, ...rest } = part;
  return rest;
}

function expandReference(reference: string, scope: Scope): JsonSchema {
  const target = dereference(reference, scope);
  if (target === undefined || scope.open.includes(target.id)) {
    return { type: 'object', 'meta:referencedFrom': reference };
  }
  const expanded = expand(target.node, { ...scope, root: target.root, open: [...scope.open, target.id] });
  if (reference.startsWith('#')) return expanded;
  return { ...withoutIdentity(expanded), 'meta:referencedFrom': splitReference(reference).document };
}

const referenceMemory = new WeakMap<object, string[]>();

/**
 * Direct references of one document, in order, each once and without pointers. Remembered by the object itself: stored
 * resources are replaced when they change, never changed in place.
 */
export function directReferences(resource: JsonSchema): string[] {
  const known = referenceMemory.get(resource);
  if (known !== undefined) return known;
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === '$ref' && typeof value === 'string') {
        const { document } = splitReference(value);
        if (document !== '') found.add(document);
      } else visit(value);
    }
  };
  visit(resource);
  const list = [...found];
  referenceMemory.set(resource, list);
  return list;
}

/** Ids of all resources that a document refers to, directly or through others, without itself. */
export function referencedIds(registry: Registry, resource: JsonSchema): string[] {
  const found = new Set<string>();
  const queue = [...directReferences(resource)];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (found.has(id) || id === resource.$id) continue;
    found.add(id);
    const next = findAny(registry, id)?.resource;
    if (next !== undefined) queue.push(...directReferences(next));
  }
  return [...found];
}

const cacheLimit = 500;
const cache = new Map<string, JsonSchema>();

function etagOf(resource: Resource): string {
  const metadata = resource['meta:registryMetadata'];
  return typeof metadata === 'object' && metadata !== null && 'eTag' in metadata ? String(metadata.eTag) : '';
}

/**
 * A resource with every `allOf` and `$ref` replaced by the fields they stand for. Remembered by the etags of the resource
 * and of all that it refers to, so an answer is never older than any of them. Callers must not change what they get.
 */
export function resolveResource(registry: Registry, resource: Resource): JsonSchema {
  const parts = referencedIds(registry, resource).map((id) => {
    const part = findAny(registry, id)?.resource;
    return part === undefined ? `${id} missing` : etagOf(part);
  });
  const key = [
    registry.organisation.orgId,
    registry.sandbox.id,
    resource.$id,
    etagOf(resource),
    ...parts.sort(),
  ].join('|');
  const known = cache.get(key);
  if (known !== undefined) {
    cache.delete(key);
    cache.set(key, known);
    return known;
  }
  const resolved = expand(resource, { registry, root: resource, open: [`${resource.$id}#`] });
  cache.set(key, resolved);
  const oldest = cache.keys().next();
  if (cache.size > cacheLimit && !oldest.done) cache.delete(oldest.value);
  return resolved;
}

/** Resolves a document that is not stored yet, without remembering it. */
export function resolveDraft(registry: Registry, resource: JsonSchema): JsonSchema {
  return expand(resource, { registry, root: resource, open: [`${resource.$id ?? 'draft'}#`] });
}

/** The field that a path such as `/person/name/firstName` names, arrays passed through their items. */
export function fieldAt(
  schema: JsonSchema,
  segments: readonly string[],
): { field: JsonSchema; insideArray: boolean } | undefined {
  let field = schema;
  let insideArray = false;
  for (const segment of segments) {
    while (field.items !== undefined) {
      field = field.items;
      insideArray = true;
    }
    const next = field.properties === undefined ? undefined : entry(field.properties, segment);
    if (next === undefined) return undefined;
    field = next;
  }
  return { field, insideArray };
}
