import { describe, expect, it } from 'vitest';
import { joinDescriptions, readCase, readTreeFields } from './case-file';

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
    });
  });

  it.each([[[]], [null], ['text'], [{ source_fields: [] }], [{ target_fields: [], source_fields: {} }]])(
    'is no case: %j',
    (json) => {
      expect(readCase(json, 'x')).toBeUndefined();
    },
  );
});

describe('joinDescriptions', () => {
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
    expect(one && joinDescriptions(one, tree).targetFields).toMatchObject([
      { path: 'a', title: 'Mine', description: 'About a' },
      { path: 'b', title: 'B' },
    ]);
  });
});
