import { type FieldType, fieldTypes } from '@/lib/schema/field-type';
import { type GoldPair, readTreeFields, type SuggestCase } from '../case-file';
import { splitPath } from '../split-name';
import type { SuggestField } from '../suggestion';
import { comparableName } from '../target-field';

/** An invented source in the short form of `calibrationCases`. */
export type WrittenCase = { readonly name: string; readonly tree: string; readonly fields: string };

/** The schemas of generated/xdm-trees.json: rows refer to texts by number, and equal subtrees are kept once. */
type PackedTrees = {
  readonly strings: readonly string[];
  readonly shapes: readonly (readonly (readonly number[])[])[];
  readonly trees: Readonly<Record<string, number>>;
};

/** The fields of a packed standard schema; throws on a name that is not there. */
export function unpackTree(packed: PackedTrees, name: string): SuggestField[] {
  const shape = packed.trees[name];
  if (shape === undefined) throw new RangeError(`no schema ${name} among the packed ones`);
  const text = (at: number | undefined) => packed.strings[at ?? 0] ?? '';
  const rows: unknown[] = [];
  const visit = (at: number, above: string) => {
    for (const [label, type, title, description, items, deprecated, below] of packed.shapes[at] ?? []) {
      const path = above + text(label);
      rows.push({
        path,
        type: text(type),
        title: text(title),
        description: text(description),
        ...(items ? { items: text(items) } : {}),
        deprecated: deprecated === 1,
      });
      if (below !== undefined) visit(below, `${path}.`);
    }
  };
  visit(shape, '');
  return readTreeFields(rows);
}

/** A case from its short form; throws on a line or a target that does not read, so that a typing error is seen. */
export function readWrittenCase(written: WrittenCase, targetFields: readonly SuggestField[]): SuggestCase {
  const known = new Set(targetFields.map(({ path }) => path));
  const sourceFields: SuggestField[] = [];
  const gold: GoldPair[] = [];
  const unmapped: string[] = [];
  for (const line of written.fields.trim().split('\n')) {
    const match = /^(.+?) (\S+) (-|\.|(>>?) (.+))$/.exec(line);
    const [, source, typeName, verdict, arrow, targets] = match ?? [];
    const type = fieldTypes.find((known) => known === typeName) satisfies FieldType | undefined;
    if (source === undefined || type === undefined) throw new SyntaxError(`${written.name}: ${line}`);
    sourceFields.push({ path: source, type });
    if (verdict === '-') unmapped.push(source);
    if (targets === undefined) continue;
    const [target = '', ...alt] = targets.split(' | ');
    for (const path of [target, ...alt])
      if (!known.has(path)) throw new RangeError(`${written.name}: no target ${path}`);
    gold.push({
      source,
      target,
      alt,
      kind: arrow === '>>' ? 'expression' : 'attribute',
      level: levelOf(source, target),
    });
  }
  return {
    name: written.name,
    targetTree: written.tree,
    sourceFields,
    targetFields,
    gold,
    unmapped,
    unreadable: 0,
  };
}

/** `easy` where the leaf names are equal, or one path ends with the other over two names or more. */
function levelOf(source: string, target: string): 'easy' | 'hard' {
  const [one, other] = [source, target].map((path) => splitPath(path).map(comparableName).reverse());
  return one?.[0] === other?.[0] ? 'easy' : 'hard';
}
