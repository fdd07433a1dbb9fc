import { toSchemaPath } from './field-path';
import type { FieldType } from './field-type';
import type { SchemaTree } from './schema-tree';
import type { ValueLimits } from './value-limits';

/** One field of a tree, as rules see it. */
export type Field = {
  path: string;
  name: string;
  type: FieldType;
  /** Of an array's elements or a map's values. */
  itemType: FieldType | undefined;
  enumValues: readonly string[] | undefined;
  enumSize: number;
  deprecated: boolean;
  /** As the schema writes it: `email`, `uri`. */
  format?: string | undefined;
  limits?: ValueLimits | undefined;
};

/** The field with this id; throws when the tree has none. */
export function fieldAt(tree: SchemaTree, id: number): Field {
  const path = tree.path[id];
  if (path === undefined) throw new RangeError(`no field ${id} in a tree of ${tree.count}`);
  return {
    path,
    name: tree.name[id] ?? '',
    type: tree.type[id] ?? 'unknown',
    itemType: tree.itemType[id],
    enumValues: tree.enum[id],
    enumSize: tree.enumSize[id] ?? 0,
    deprecated: tree.deprecated[id] === 1,
    format: tree.format[id],
    limits: tree.limits.get(id),
  };
}

/** The id of the field that a stored path names, element indexes included; −1 when the schema has none. */
export function findFieldId(tree: SchemaTree, path: string): number {
  const exact = tree.idOfPath.get(path);
  if (exact !== undefined) return exact;
  const general = toSchemaPath(path);
  return tree.idOfPath.get(general) ?? tree.idOfPath.get(general.replace(/(\[\*\])+$/, '')) ?? -1;
}
