import { expect, it } from 'vitest';
import { buildSchemaTree } from '@/lib/schema/schema-tree';
import { createTreeView } from '@/lib/schema/tree-view';
import { stickyAncestors } from './sticky-ancestors';
import { rowHeight } from './tree-row';

const object = (properties: object) => ({ type: 'object', properties });
const text = { type: 'string' };
const tree = buildSchemaTree(
  object({
    first: text,
    a: object({
      one: text,
      b: object({ two: text, three: text, c: object({ d: object({ four: text, five: text, six: text }) }) }),
      last: text,
    }),
    end: text,
  }),
);

function namesAt(row: number): (string | undefined)[] {
  const view = createTreeView(tree);
  view.expandAll();
  return stickyAncestors(view, row * rowHeight).map((id) => tree.name[id]);
}

it('the folders of the first row that is not covered stick, outermost first', () => {
  // Rows: first, a, one, b, two, three, c, d, four, five, six, last, end.
  expect(namesAt(0)).toEqual([]);
  expect(namesAt(1)).toEqual([]);
  expect(namesAt(2)).toEqual(['a']);
  expect(namesAt(3)).toEqual(['a', 'b']);
  expect(namesAt(4)).toEqual(['a', 'b']);
});

it('of more than three the innermost stick, and none below the last field of a folder', () => {
  expect(namesAt(5)).toEqual(['b', 'c', 'd']);
  expect(namesAt(6)).toEqual(['b', 'c', 'd']);
  expect(namesAt(12)).toEqual([]);
  expect(namesAt(500)).toEqual([]);
});
