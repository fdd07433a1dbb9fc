import { type FieldPath, FieldPathError, parseFieldPath } from '@/lib/schema/field-path';
import { type FieldType, fieldTypeOf } from '@/lib/schema/field-type';
import { isJsonObject, type JsonSchemaNode } from '@/lib/schema/json-schema';
import { createSchemaReader, type SchemaReader } from '@/lib/schema/schema-reader';

/** A field of the target schema, its children read when they are asked for. */
export type TargetNode = {
  readonly type: FieldType;
  readonly schema: JsonSchemaNode;
  /** The declared field of that name, or what the values of a map are; undefined when it may not be there. */
  child: (name: string) => TargetNode | undefined;
  /** What the elements of an array are. */
  readonly element: TargetNode | undefined;
  readonly required: ReadonlySet<string>;
};

const roots = new WeakMap<JsonSchemaNode, TargetNode>();

/** The root of a target schema. The same one for the same schema, with all that has been read of it. */
export function targetNodeOf(schema: JsonSchemaNode): TargetNode {
  const known = roots.get(schema);
  if (known) return known;
  const root = makeNode(schema, createSchemaReader(schema, []));
  roots.set(schema, root);
  return root;
}

function makeNode(raw: unknown, reader: SchemaReader): TargetNode {
  const schema = reader.resolve(raw, '');
  const { properties, required } = reader.fieldsOf(schema);
  const children = new Map<string, TargetNode | undefined>();
  let element: TargetNode | undefined;
  const makeChild = (name: string): TargetNode | undefined => {
    if (Object.hasOwn(properties, name)) return makeNode(properties[name], reader);
    return isJsonObject(schema.additionalProperties)
      ? makeNode(schema.additionalProperties, reader)
      : undefined;
  };
  return {
    schema,
    type: fieldTypeOf(schema, reader, '').type,
    required,
    child: (name) => {
      if (!children.has(name)) children.set(name, makeChild(name));
      return children.get(name);
    },
    get element() {
      if (schema.items !== undefined) element ??= makeNode(schema.items, reader);
      return element;
    },
  };
}

export type FoundTarget = { ok: true; path: FieldPath; node: TargetNode } | { ok: false; message: string };

/** The field that a target path names; every list on the way needs an index or `[*]`. */
export function findTarget(root: TargetNode, text: string): FoundTarget {
  let path: FieldPath;
  try {
    path = parseFieldPath(text);
  } catch (error) {
    if (!(error instanceof FieldPathError)) throw error;
    return { ok: false, message: `“${text}” is not a path: ${error.message}` };
  }
  let node: TargetNode | undefined = root;
  for (const step of path) {
    if ('index' in step) {
      if (!node.element) return { ok: false, message: `“${text}” counts entries of what is no list.` };
      node = node.element;
      continue;
    }
    if (node.element) return { ok: false, message: `“${text}” needs [0] or [*] before “${step.name}”.` };
    node = node.child(step.name);
    if (!node) return { ok: false, message: `The target schema has no field “${text}”.` };
  }
  return { ok: true, path, node };
}
