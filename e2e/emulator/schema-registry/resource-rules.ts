import type { Json } from '@/e2e/emulator/contract';
import { checkFieldName, checkNode, type NameRule } from './field-rules';
import { problem } from './registry-errors';
import { entry, isObject, type JsonSchema, type ResourceKind, type TenantKind } from './registry-state';
import { directReferences, resolveDraft, splitReference } from './resolve';
import { findAny, findGlobal, findTenant, type Registry, tenantResources } from './resources';
import { typeConflict } from './type-conflict';

const readOnly = new Set([
  '$id',
  'version',
  'imsOrg',
  'refs',
  'meta:altId',
  'meta:resourceType',
  'meta:registryMetadata',
  'meta:containerId',
  'meta:sandboxId',
  'meta:sandboxType',
  'meta:tenantNamespace',
  'meta:extends',
  'meta:class',
  'meta:xdmType',
  'meta:createdDate',
  'meta:usageCount',
  'meta:extensible',
  'meta:abstract',
]);

/** The parts of a body that its sender decides: what the registry writes itself is left out. */
export function writableParts(body: JsonSchema): JsonSchema {
  return Object.fromEntries(Object.entries(body).filter(([key]) => !readOnly.has(key)));
}

/** Whether a JSON Patch may touch this pointer. */
export function isWritablePointer(pointer: string): boolean {
  const [, first = ''] = pointer.split('/');
  return !readOnly.has(first.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function localTarget(root: JsonSchema, reference: string): JsonSchema | undefined {
  let node: unknown = root;
  for (const part of splitReference(reference).pointer.split('/').slice(1)) {
    if (!isObject(node)) return undefined;
    node = entry(node as Record<string, unknown>, part.replaceAll('~1', '/').replaceAll('~0', '~'));
  }
  return isObject(node) ? (node as JsonSchema) : undefined;
}

/** The nodes whose properties become top level fields: the body and what its `allOf` brings in from itself. */
function topNodes(body: JsonSchema): Set<JsonSchema> {
  const found = new Set<JsonSchema>();
  const queue = [body];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (found.has(node)) continue;
    found.add(node);
    const parts = [node, ...(Array.isArray(node.allOf) ? node.allOf : [])];
    for (const part of parts) {
      if (!isObject(part)) continue;
      const reference = part.$ref;
      if (typeof reference === 'string' && reference.startsWith('#')) {
        const target = localTarget(body, reference);
        if (target !== undefined) queue.push(target);
      } else if (part !== node) queue.push(part as JsonSchema);
    }
  }
  return found;
}

function checkLocalReferences(body: JsonSchema): void {
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === '$ref' && typeof value === 'string' && value.startsWith('#')) {
        if (localTarget(body, value) === undefined)
          throw problem(400, `The reference ${value} points to nothing`);
      } else visit(value);
    }
  };
  visit(body);
}

function checkFields(registry: Registry, kind: TenantKind, body: JsonSchema): void {
  const namespace = `_${registry.organisation.tenantId}`;
  const tops = topNodes(body);
  const topRule: NameRule = (name, where) => {
    if (kind === 'datatypes') {
      checkFieldName(name, where);
    } else if (name !== namespace) {
      throw problem(
        400,
        `For custom fields, you must use a top level field named ${namespace}. ${name} is outside of it`,
      );
    }
  };
  checkNode({ ...body, definitions: {} }, '', topRule);
  if (body.definitions === undefined) return;
  if (!isObject(body.definitions)) throw problem(400, 'The definitions are not an object');
  for (const [name, definition] of Object.entries(body.definitions)) {
    if (!isObject(definition)) throw problem(400, `The definition ${name} is not an object`);
    const node = definition as JsonSchema;
    checkNode(node, '', tops.has(node) ? topRule : checkFieldName);
  }
}

function kindOf(registry: Registry, id: string): ResourceKind {
  const found = findAny(registry, id);
  if (found === undefined) throw problem(400, `The reference ${id} does not exist in this sandbox`);
  if (found.resource.$id !== id)
    throw problem(400, `References are made by $id: ${found.resource.$id}, not ${id}`);
  return found.kind;
}

function classBehaviors(registry: Registry, classId: string): string[] {
  const resource = findTenant(registry, 'classes', classId) ?? findGlobal(registry, 'classes', classId);
  return resource === undefined
    ? []
    : directReferences(resource).filter((id) => findGlobal(registry, 'behaviors', id) !== undefined);
}

function rootReferences(body: JsonSchema): string[] {
  return (body.allOf ?? [])
    .map((part) => part.$ref ?? '')
    .filter((reference) => reference !== '' && !reference.startsWith('#'));
}

function checkSchemaParts(registry: Registry, body: JsonSchema): void {
  if (!Array.isArray(body.allOf) || body.allOf.length === 0) {
    throw problem(400, 'A schema must name its class and field groups in allOf');
  }
  const references = rootReferences(body);
  if (new Set(references).size !== references.length)
    throw problem(400, 'A schema must not name a part twice');
  const kinds = references.map((id) => ({ id, kind: kindOf(registry, splitReference(id).document) }));
  const [classPart, second] = kinds.filter(({ kind }) => kind === 'classes');
  if (classPart === undefined || second !== undefined)
    throw problem(400, 'A schema must extend exactly one class');
  const wrong = kinds.find(({ kind }) => kind !== 'classes' && kind !== 'fieldgroups');
  if (wrong !== undefined) throw problem(400, `${wrong.id} is neither a class nor a field group`);
  const reach = new Set([classPart.id, ...classBehaviors(registry, classPart.id)]);
  for (const { id, kind } of kinds) {
    if (kind !== 'fieldgroups') continue;
    const extended = findAny(registry, id)?.resource['meta:intendedToExtend'];
    if (
      !Array.isArray(extended) ||
      extended.length === 0 ||
      extended.some((target) => reach.has(String(target)))
    )
      continue;
    throw problem(400, `The field group ${id} is not compatible with the class ${classPart.id}`);
  }
  const conflict = schemaConflict(registry, body);
  if (conflict !== undefined) throw problem(400, conflict);
}

/** What keeps the parts of a schema from being one, as a sentence without its end. */
export function schemaConflict(registry: Registry, schema: JsonSchema): string | undefined {
  const parts = rootReferences(schema).map(($ref) => resolveDraft(registry, { allOf: [{ $ref }] }));
  const conflict = typeConflict(parts);
  return conflict === undefined
    ? undefined
    : `Two parts of the schema give the field ${conflict} different types`;
}

function checkExtended(registry: Registry, body: JsonSchema): void {
  const targets = body['meta:intendedToExtend'];
  if (targets === undefined) return;
  if (!Array.isArray(targets) || targets.length === 0) {
    throw problem(400, 'meta:intendedToExtend must be a list of class ids');
  }
  for (const target of targets) {
    const kind = typeof target === 'string' ? findAny(registry, target)?.kind : undefined;
    if (kind !== 'classes' && kind !== 'behaviors') {
      throw problem(400, `meta:intendedToExtend names ${JSON.stringify(target)}, which is not a class`);
    }
  }
}

function checkReferences(registry: Registry, kind: TenantKind, body: JsonSchema): void {
  const roots = new Set(rootReferences(body).map((reference) => splitReference(reference).document));
  for (const id of directReferences(body)) {
    const referenced = kindOf(registry, id);
    if (roots.has(id) || referenced === 'datatypes' || referenced === 'fieldgroups') continue;
    throw problem(400, `A field must refer to a data type, not to ${id}`);
  }
  if (kind === 'schemas') checkSchemaParts(registry, body);
  if (kind === 'fieldgroups') checkExtended(registry, body);
  if (kind === 'classes') {
    const behaviors = [...roots].filter((id) => kindOf(registry, id) === 'behaviors');
    if (behaviors.length !== 1) throw problem(400, 'A class must extend exactly one behavior');
  }
}

function checkTags(body: JsonSchema): void {
  const tags = body['meta:immutableTags'];
  if (tags === undefined) return;
  if (!Array.isArray(tags) || tags.some((tag) => tag !== 'union')) {
    throw problem(400, 'meta:immutableTags must be a list of known tags: union');
  }
}

/** Level by level, so that a hostile body cannot exhaust the stack. */
function isDeeperThan(value: Json, limit: number): boolean {
  let level: Json[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    level = level.flatMap((node) => (typeof node === 'object' && node !== null ? Object.values(node) : []));
  }
  return false;
}

/**
 * Checks a class, field group, data type or schema that is about to be stored, and gives the parts of it that its sender
 * decides. `ownId` is the resource being replaced, if any. @throws 400 naming the rule.
 */
export function checkResource(
  registry: Registry,
  kind: TenantKind,
  input: Json | undefined,
  ownId?: string,
): JsonSchema {
  if (!isObject(input)) throw problem(400, 'The body must be a JSON object');
  if (isDeeperThan(input, 150)) throw problem(400, 'The body is nested too deeply');
  const body = writableParts(input as JsonSchema);
  if (typeof body.title !== 'string' || body.title.trim() === '') throw problem(400, 'A title is required');
  if (body.type !== undefined && body.type !== 'object')
    throw problem(400, 'The type of a resource must be object');
  for (const key of ['allOf', 'required'] as const) {
    if (body[key] !== undefined && !Array.isArray(body[key])) throw problem(400, `${key} must be a list`);
  }
  checkFields(registry, kind, body);
  checkLocalReferences(body);
  checkReferences(registry, kind, body);
  checkTags(body);
  const twin = tenantResources(registry, kind).find(
    ({ $id, title }) => title === body.title && $id !== ownId,
  );
  if (twin !== undefined) {
    throw problem(400, `Title must be unique. An object ${twin.$id} already exists with the same title`);
  }
  return body;
}
