import { isJsonObject, type JsonSchemaNode } from './json-schema';

/** A part of a schema that the tree does not show as written, and why. */
export type SchemaProblem = { path: string; reason: string };

export type SchemaReader = {
  /** Follows local references and single alternatives; an unreadable part becomes a field of unknown type. */
  resolve: (raw: unknown, path: string) => JsonSchemaNode;
  /** Own fields of a node, those of its `allOf` included. */
  fieldsOf: (node: JsonSchemaNode) => { properties: Record<string, unknown>; required: ReadonlySet<string> };
  hasFields: (node: JsonSchemaNode) => boolean;
  isMap: (node: JsonSchemaNode) => boolean;
  /** The node whose fields belong below this one, and how many arrays lie between; undefined for a leaf. */
  elementOf: (node: JsonSchemaNode, path: string) => { node: JsonSchemaNode; arrays: number } | undefined;
};

const unreadable: JsonSchemaNode = {};
const maxReferences = 64;
const maxNestedArrays = 8;

/** Reads one schema document; problems are added to the given list. */
export function createSchemaReader(document: JsonSchemaNode, problems: SchemaProblem[]): SchemaReader {
  const merged = new WeakMap<
    object,
    { properties: Record<string, unknown>; required: ReadonlySet<string> }
  >();

  const resolve = (raw: unknown, path: string): JsonSchemaNode => {
    let node: unknown = raw;
    for (let hops = 0; hops <= maxReferences; hops += 1) {
      // `true` and an absent schema both mean "anything".
      if (node === undefined || node === true) return unreadable;
      if (!isJsonObject(node)) {
        problems.push({ path, reason: 'It is not described by a schema object.' });
        return unreadable;
      }
      if (typeof node.$ref === 'string' && !isJsonObject(node.properties)) {
        const found = findByPointer(document, node.$ref);
        if (found === undefined) {
          problems.push({ path, reason: `It refers to “${node.$ref}”, which is not in the schema.` });
          return unreadable;
        }
        node = found;
        continue;
      }
      const alternative = alternativeOf(node, path, problems);
      if (alternative === undefined) return node;
      node = alternative;
    }
    problems.push({ path, reason: 'Its references lead in a circle.' });
    return unreadable;
  };

  const fieldsOf: SchemaReader['fieldsOf'] = (node) => {
    const known = merged.get(node);
    if (known) return known;
    const properties: Record<string, unknown> = Object.create(null);
    const required = new Set<string>();
    const seen = new Set<unknown>();
    const collect = (part: JsonSchemaNode) => {
      if (seen.has(part)) return;
      seen.add(part);
      if (isJsonObject(part.properties)) {
        for (const [name, child] of Object.entries(part.properties)) {
          properties[name] = Object.hasOwn(properties, name) ? mergeTwice(properties[name], child) : child;
        }
      }
      if (Array.isArray(part.required)) for (const name of part.required) required.add(String(name));
      if (Array.isArray(part.allOf)) for (const entry of part.allOf) collect(resolve(entry, ''));
    };
    collect(node);
    const fields = { properties, required };
    merged.set(node, fields);
    return fields;
  };

  const hasFields: SchemaReader['hasFields'] = (node) =>
    isJsonObject(node.properties) || Object.keys(fieldsOf(node).properties).length > 0;

  const isMap: SchemaReader['isMap'] = (node) =>
    node['meta:xdmType'] === 'map' ||
    (isJsonObject(node.additionalProperties) && Object.keys(fieldsOf(node).properties).length === 0);

  const elementOf: SchemaReader['elementOf'] = (node, path) => {
    let inner = node;
    let arrays = 0;
    while (isArray(inner) && arrays < maxNestedArrays) {
      inner = resolve(inner.items, `${path}[*]`);
      arrays += 1;
    }
    return hasFields(inner) ? { node: inner, arrays } : undefined;
  };

  return { resolve, fieldsOf, hasFields, isMap, elementOf };
}

function isArray(node: JsonSchemaNode): boolean {
  const types: unknown[] = Array.isArray(node.type) ? node.type : [node.type];
  return types.includes('array') || (node.type === undefined && isJsonObject(node.items));
}

// Two parts of an `allOf` may each describe a piece of one object.
function mergeTwice(left: unknown, right: unknown): unknown {
  if (left === right || !isJsonObject(left) || !isJsonObject(right)) return right ?? left;
  return { ...left, ...right, properties: undefined, required: undefined, allOf: [left, right] };
}

function alternativeOf(node: JsonSchemaNode, path: string, problems: SchemaProblem[]): unknown {
  const choices = Array.isArray(node.oneOf) ? node.oneOf : Array.isArray(node.anyOf) ? node.anyOf : undefined;
  if (!choices || node.type !== undefined || isJsonObject(node.properties)) return undefined;
  const real = choices.filter((choice) => !(isJsonObject(choice) && choice.type === 'null'));
  if (real.length !== 1)
    problems.push({ path, reason: `It may be one of ${real.length} forms; the first is shown.` });
  return real[0];
}

function findByPointer(document: JsonSchemaNode, reference: string): unknown {
  if (reference === '#') return document;
  if (!reference.startsWith('#/')) return undefined;
  let node: unknown = document;
  for (const part of reference.slice(2).split('/')) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (!isJsonObject(node) && !Array.isArray(node)) return undefined;
    if (!Object.hasOwn(node, key)) return undefined;
    node = Reflect.get(node, key);
  }
  return node;
}
