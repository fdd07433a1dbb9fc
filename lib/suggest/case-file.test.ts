import { describe, expect, it } from 'vitest';
import { joinTree, readCase, readTreeFields } from './case-file';

describe('readCase', () => {
  it('reads what it can and leaves out what is malformed', () => {
    const one = readCase(
      {
        source_fields: [
          { path: 'a.b', type: 'null' },
          { path: 'c', type: 'double' },
          { type: 'string' },
          null,
          'd',
        ],
        target_fields: [{ path: 'x' }, 7],
        gold: [{ source: 'c', target: 'x' }, { target: 'x' }],
        unmapped: ['d', 3],
      },
      'named after its file',
    );
    expect(one).toMatchObject({
      name: 'named after its file',
      sourceFields: [
        { path: 'a.b', type: 'unknown' },
        { path: 'c', type: 'number' },
        { path: 'd', type: 'unknown' },
      ],
      targetFields: [{ path: 'x', type: 'unknown' }],
      gold: [{ source: 'c', target: 'x', kind: 'attribute', alt: [] }],
      unmapped: ['d'],
      unreadable: 3,
    });
  });

  it('reads the ways in which others write fields and types', () => {
    const one = readCase(
      {
        sourceFields: {
          id: 'varchar(18)',
          tags: 'string[]',
          sums: 'array<double>',
          'on.date': 'timestamp_ntz',
        },
        target_fields: [
          { name: 'a', type: ['null', 'int'] },
          { path: 'b', type: 'string|null', enum: ['x', 1] },
          { path: 'c', type: 'array', items: { type: 'object' } },
          { path: '__proto__', type: 'constructor' },
        ],
      },
      'x',
    );
    expect(one?.sourceFields).toMatchObject([
      { path: 'id', type: 'string' },
      { path: 'tags', type: 'array', itemType: 'string' },
      { path: 'sums', type: 'array', itemType: 'number' },
      { path: 'on.date', type: 'date-time' },
    ]);
    expect(one?.targetFields).toMatchObject([
      { path: 'a', type: 'integer' },
      { path: 'b', type: 'string', enumValues: ['x', '1'] },
      { path: 'c', type: 'array', itemType: 'object' },
      { path: '__proto__', type: 'unknown' },
    ]);
  });

  it.each([[[]], [null], ['text'], [{ source_fields: [] }], [{ target_fields: [], source_fields: {} }]])(
    'is no case: %j',
    (json) => {
      expect(readCase(json, 'x')).toBeUndefined();
    },
  );
});

describe('joinTree', () => {
  it("takes the tree's words where the case has none of its own", () => {
    const one = readCase(
      { source_fields: [], target_fields: [{ path: 'a', title: 'Mine' }, { path: 'b' }] },
      'x',
    );
    const tree = readTreeFields({
      fields: [
        { path: 'a', title: 'Theirs', description: 'About a' },
        { path: 'b', title: 'B' },
      ],
    });
    expect(one && joinTree(one, tree).targetFields).toMatchObject([
      { path: 'a', title: 'Mine', description: 'About a' },
      { path: 'b', title: 'B' },
    ]);
  });

  it("takes all of the tree's fields where the case has none", () => {
    const one = readCase({ source_fields: ['a'], target_tree: 'some-tree' }, 'x');
    const tree = readTreeFields([{ path: 'b', type: 'string' }]);
    expect(one && joinTree(one, tree).targetFields).toEqual(tree);
  });
});
