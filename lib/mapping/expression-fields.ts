import type { CompletionField } from '@/lib/expression/complete-expression';
import type { FieldKind, FieldLookup } from '@/lib/expression/infer-kind';
import { printSourcePath } from '@/lib/expression/source-path';
import { FieldPathError, parseFieldPath } from '@/lib/schema/field-path';
import type { FieldType } from '@/lib/schema/field-type';
import type { SchemaTree } from '@/lib/schema/schema-tree';
import { describeType } from './conversions';

export type ExpressionField = CompletionField & { /** In the source tree. */ id: number };

export type ExpressionFields = {
  fields: readonly ExpressionField[];
  lookup: FieldLookup;
  knownPaths: readonly string[];
};

// Records hold a time as text: what a function reads from it is a text until it makes a date of it.
const kinds: Readonly<Record<FieldType, FieldKind>> = {
  string: 'string',
  integer: 'integer',
  long: 'integer',
  number: 'number',
  boolean: 'boolean',
  date: 'string',
  'date-time': 'string',
  object: 'object',
  array: 'array',
  map: 'map',
  unknown: 'any',
};

const known = new WeakMap<SchemaTree, ExpressionFields>();

/** The fields of a source as expressions name them. The same answer for the same tree. */
export function expressionFieldsOf(tree: SchemaTree): ExpressionFields {
  const before = known.get(tree);
  if (before) return before;
  const fields: ExpressionField[] = [];
  const kindOf = new Map<string, FieldKind>();
  for (let id = 0; id < tree.count; id += 1) {
    const path = toExpressionPath(tree.path[id] ?? '');
    if (path === undefined) continue;
    const [type, itemType] = [tree.type[id] ?? 'unknown', tree.itemType[id]];
    const typeName = itemType
      ? `${describeType(type)} of ${describeType(itemType, 'many')}`
      : describeType(type);
    fields.push({ id, path, typeName });
    kindOf.set(path, kinds[type]);
    if (type === 'array' && itemType) kindOf.set(`${path}[*]`, kinds[itemType]);
  }
  const made = { fields, lookup: (path: string) => kindOf.get(path), knownPaths: [...kindOf.keys()] };
  known.set(tree, made);
  return made;
}

function toExpressionPath(path: string): string | undefined {
  try {
    return printSourcePath(
      parseFieldPath(path).map((step) =>
        'name' in step
          ? { kind: 'name', name: step.name }
          : step.index === '*'
            ? { kind: 'wildcard' }
            : { kind: 'index', index: step.index },
      ),
    );
  } catch (error) {
    // A name that no path can hold, such as an empty one, cannot be named in an expression either.
    if (error instanceof FieldPathError) return undefined;
    throw error;
  }
}
