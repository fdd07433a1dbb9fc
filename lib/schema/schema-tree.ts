import { printFieldName } from './field-path';
import { type FieldType, fieldTypeOf } from './field-type';
import { isJsonObject, type JsonSchemaNode } from './json-schema';
import { createSchemaReader, type SchemaProblem } from './schema-reader';
import { limitsOf, type ValueLimits } from './value-limits';

/**
 * A schema as columns in pre-order: field `i` has its subtree in `[i, end[i])`. The number is an identity inside one
 * tree only; what is stored is `path`. Built once, never changed.
 */
export type SchemaTree = {
  readonly count: number;
  readonly name: readonly string[];
  /** What search and type-ahead look at: the name, then the title, in lower case. */
  readonly lower: readonly string[];
  readonly type: readonly FieldType[];
  /** For an array its elements' type, for a map its values' type. */
  readonly itemType: readonly (FieldType | undefined)[];
  readonly path: readonly string[];
  readonly title: readonly (string | undefined)[];
  readonly description: readonly (string | undefined)[];
  readonly format: readonly (string | undefined)[];
  /** The first values of an enumeration; `enumSize` says how many there are. */
  readonly enum: readonly (readonly string[] | undefined)[];
  readonly enumSize: Int32Array;
  /** What is asked of single values, by field; a field whose type says it all is missing. */
  readonly limits: ReadonlyMap<number, ValueLimits>;
  readonly required: Uint8Array;
  readonly deprecated: Uint8Array;
  /** −1 at the top. */
  readonly parent: Int32Array;
  readonly end: Int32Array;
  readonly depth: Uint8Array;
  /** One-based position among its siblings, and how many siblings there are. */
  readonly pos: Int32Array;
  readonly size: Int32Array;
  readonly idOfPath: ReadonlyMap<string, number>;
  /** What the schema holds and the tree does not show. */
  readonly problems: readonly SchemaProblem[];
};

export type SchemaTreeOptions = {
  /** Names at the top that are left out: the vendor's paging envelope. */
  hide?: readonly string[];
};

const maxDepth = 64;
// Far above the largest real schema (8,267 fields); a schema that refers to itself twice a level doubles each level.
const maxFields = 250_000;
const maxEnumValues = 200;

/** Builds the tree of a source's or a target's JSON Schema. Never throws on content: what it cannot read is a problem. */
export function buildSchemaTree(schema: JsonSchemaNode, options: SchemaTreeOptions = {}): SchemaTree {
  const problems: SchemaProblem[] = [];
  const reader = createSchemaReader(schema, problems);
  const hidden = new Set(options.hide);
  const columns = {
    name: [] as string[],
    lower: [] as string[],
    type: [] as FieldType[],
    itemType: [] as (FieldType | undefined)[],
    path: [] as string[],
    title: [] as (string | undefined)[],
    description: [] as (string | undefined)[],
    format: [] as (string | undefined)[],
    enum: [] as (readonly string[] | undefined)[],
    enumSize: [] as number[],
    required: [] as number[],
    deprecated: [] as number[],
    parent: [] as number[],
    end: [] as number[],
    depth: [] as number[],
    pos: [] as number[],
    size: [] as number[],
  };
  const limits = new Map<number, ValueLimits>();
  const ancestors = new Set<unknown>();
  let full = false;

  const addChildren = (node: JsonSchemaNode, pathPrefix: string, parent: number, depth: number) => {
    const fields = reader.fieldsOf(node);
    let names = Object.keys(fields.properties);
    if (depth === 0 && hidden.size > 0) names = names.filter((name) => !hidden.has(name));
    if (names.length === 0) return;
    if (depth >= maxDepth) {
      problems.push({ path: pathPrefix, reason: `Fields deeper than ${maxDepth} levels are left out.` });
      return;
    }
    for (const [at, name] of names.entries()) {
      if (columns.name.length >= maxFields) {
        if (!full)
          problems.push({ path: pathPrefix, reason: `Only the first ${maxFields} fields are shown.` });
        full = true;
        return;
      }
      const path = pathPrefix + (pathPrefix === '' ? '' : '.') + printFieldName(name);
      addField(fields.properties[name], {
        name,
        path,
        parent,
        depth,
        pos: at + 1,
        size: names.length,
        required: fields.required.has(name),
      });
    }
  };

  const addField = (
    raw: unknown,
    place: {
      name: string;
      path: string;
      parent: number;
      depth: number;
      pos: number;
      size: number;
      required: boolean;
    },
  ) => {
    const node = reader.resolve(raw, place.path);
    const id = columns.name.length;
    const { type, itemType } = fieldTypeOf(node, reader, place.path);
    const title = textOf(node.title);
    const values = enumOf(node);
    columns.name.push(place.name);
    columns.lower.push(`${place.name}${title ? `\n${title}` : ''}`.toLowerCase());
    columns.type.push(type);
    columns.itemType.push(itemType);
    columns.path.push(place.path);
    columns.title.push(title);
    columns.description.push(textOf(node.description));
    columns.format.push(textOf(node.format));
    columns.enum.push(values?.slice(0, maxEnumValues).map(String));
    columns.enumSize.push(values?.length ?? 0);
    const asked = limitsOf(node, type);
    if (asked) limits.set(id, asked);
    columns.required.push(place.required ? 1 : 0);
    columns.deprecated.push(node.deprecated === true || node['meta:status'] === 'deprecated' ? 1 : 0);
    columns.parent.push(place.parent);
    columns.end.push(id + 1);
    columns.depth.push(place.depth);
    columns.pos.push(place.pos);
    columns.size.push(place.size);

    const inner = reader.elementOf(node, place.path);
    if (inner) {
      if (ancestors.has(inner.node)) {
        problems.push({ path: place.path, reason: 'It contains itself; its fields are shown once.' });
      } else {
        ancestors.add(inner.node);
        addChildren(inner.node, place.path + '[*]'.repeat(inner.arrays), id, place.depth + 1);
        ancestors.delete(inner.node);
      }
    }
    columns.end[id] = columns.name.length;
  };

  const root = reader.resolve(schema, '');
  const top = reader.elementOf(root, '');
  if (top) {
    ancestors.add(top.node);
    addChildren(top.node, '[*]'.repeat(top.arrays), -1, 0);
  } else if (isJsonObject(schema) && Object.keys(schema).length > 0) {
    problems.push({ path: '', reason: 'The schema names no fields.' });
  }

  const idOfPath = new Map<string, number>();
  for (const [id, path] of columns.path.entries()) if (!idOfPath.has(path)) idOfPath.set(path, id);
  return {
    ...columns,
    limits,
    count: columns.name.length,
    enumSize: Int32Array.from(columns.enumSize),
    required: Uint8Array.from(columns.required),
    deprecated: Uint8Array.from(columns.deprecated),
    parent: Int32Array.from(columns.parent),
    end: Int32Array.from(columns.end),
    depth: Uint8Array.from(columns.depth),
    pos: Int32Array.from(columns.pos),
    size: Int32Array.from(columns.size),
    idOfPath,
    problems,
  };
}

/** Whether a field has fields of its own. */
export function isFolder(tree: SchemaTree, id: number): boolean {
  return (tree.end[id] ?? 0) > id + 1;
}

/** The ids from the top down to a field, itself excluded. */
export function ancestorsOf(tree: SchemaTree, id: number): number[] {
  const chain: number[] = [];
  for (let up = tree.parent[id] ?? -1; up >= 0; up = tree.parent[up] ?? -1) chain.unshift(up);
  return chain;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function enumOf(node: JsonSchemaNode): readonly unknown[] | undefined {
  if (Array.isArray(node.enum) && node.enum.length > 0) return node.enum;
  const named = node['meta:enum'];
  if (isJsonObject(named) && Object.keys(named).length > 0) return Object.keys(named);
  return undefined;
}
