import type { JsonSchemaNode } from './json-schema';
import { buildSchemaTree } from './schema-tree';
import { createTreeView } from './tree-view';

/** A schema of about `fields` leaves in folders of twenty. */
function aSchema(fields: number): JsonSchemaNode {
  const folders = Math.ceil(fields / 20);
  const properties: Record<string, JsonSchemaNode> = {};
  for (let folder = 0; folder < folders; folder++) {
    const children: Record<string, JsonSchemaNode> = {};
    for (let leaf = 0; leaf < 20; leaf++) children[`amount_${folder}_${leaf}`] = { type: 'string' };
    properties[`group_${folder}`] = { type: 'object', properties: children };
  }
  return { type: 'object', properties };
}

const large = aSchema(50_000);
const tree = buildSchemaTree(large);
const small = buildSchemaTree(aSchema(10_000));

const expandAll = (view: ReturnType<typeof createTreeView>) => {
  view.collapseAll();
  view.expandAll();
};
const largeView = createTreeView(tree);
const smallView = createTreeView(small);

export const benchmarks = [
  { name: 'schema tree: build 50,000 fields', run: () => void buildSchemaTree(large), rounds: 10 },
  {
    name: 'schema tree: expand 50,000 fields, beside 10,000',
    run: () => expandAll(largeView),
    baseline: () => expandAll(smallView),
  },
  {
    name: 'schema tree: filter 50,000 fields by one key, beside 10,000',
    run: () => {
      largeView.filter('amount_12');
      largeView.filter('');
    },
    baseline: () => {
      smallView.filter('amount_12');
      smallView.filter('');
    },
  },
];
