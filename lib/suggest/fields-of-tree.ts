import type { SchemaTree } from '@/lib/schema/schema-tree';
import type { SuggestField } from './suggestion';

/** The fields of a schema tree as the matcher takes them; paths stay the tree's own. */
export function fieldsOfTree(tree: SchemaTree): SuggestField[] {
  return tree.path.map((path, id) => ({
    path,
    type: tree.type[id] ?? 'unknown',
    itemType: tree.itemType[id],
    title: tree.title[id],
    description: tree.description[id],
    enumValues: tree.enum[id],
    deprecated: tree.deprecated[id] === 1,
  }));
}
