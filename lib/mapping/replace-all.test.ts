import { describe, expect, it } from 'vitest';
import { changeComments, countOpenComments } from './change-comments';
import { doCommand, redo, undo, withCodeText } from './history';
import { emptyMappingHistory, type FieldMapping, maxCodeTextLength } from './mapping';
import { applyCommand } from './reducer';

let next = 0;
const context = { createId: () => `n${next++}` };
const comments = [{ id: 'c1', text: 'why?', authorName: 'Ana', atMs: 1 }];
const state = {
  mappings: [
    { id: 'a', kind: 'attribute', source: 's.a', target: 't.a', note: 'kept' },
    { id: 'b', kind: 'attribute', source: 's.b', target: 't.b', name: 'dropped', comments },
    { id: 'c', kind: 'attribute', source: 's.c', target: 't.c' },
  ] satisfies FieldMapping[],
  unmappedOnPurpose: ['s.x', 's.y'],
};

describe('rows from a text', () => {
  it('go on with what is known of the row with the same ends, target or source', () => {
    const outcome = applyCommand(
      state,
      {
        type: 'replace-all',
        mappings: [
          { kind: 'attribute', source: 's.b', target: 't.b' },
          { kind: 'attribute', source: 's.x', target: 't.a' },
          { kind: 'attribute', source: 's.c', target: 't.other' },
          { kind: 'constant', source: 'new', target: 't.new' },
        ],
      },
      context,
    );
    expect(outcome.state).toEqual({
      mappings: [
        { id: 'b', kind: 'attribute', source: 's.b', target: 't.b', comments },
        { id: 'a', kind: 'attribute', source: 's.x', target: 't.a', note: 'kept' },
        { id: 'c', kind: 'attribute', source: 's.c', target: 't.other' },
        { id: 'n0', kind: 'constant', source: 'new', target: 't.new' },
      ],
      unmappedOnPurpose: ['s.y'],
    });
    expect(applyCommand(outcome.state, outcome.inverse, context).state).toEqual(state);
  });

  it('take no step when they are the rows that are there', () => {
    const history = { ...emptyMappingHistory, state };
    const mappings = state.mappings.map(({ id: _, ...row }) => row);
    expect(doCommand(history, { type: 'replace-all', mappings }, context)).toBe(history);
  });
});

describe('a text that cannot be read yet', () => {
  it('survives commands, undo and redo, and is forgotten when it is applied or too long', () => {
    const kept = withCodeText(emptyMappingHistory, '[oops');
    expect(withCodeText(kept, '[oops')).toBe(kept);
    const mapping = { kind: 'attribute', source: 'a', target: 'b' } as const;
    const done = doCommand(kept, { type: 'connect', mapping }, context);
    for (const history of [done, undo(done), redo(undo(done))]) expect(history.codeText).toBe('[oops');
    expect(withCodeText(kept, undefined)).toEqual(emptyMappingHistory);
    expect(withCodeText(kept, 'x'.repeat(maxCodeTextLength + 1))).toEqual(emptyMappingHistory);
  });
});

describe('comments', () => {
  const [, row] = state.mappings;
  const by = { authorName: 'Ben', atMs: 2 };
  const createId = () => 'c2';

  it('are added, settled, reopened and removed; a row without any has no list', () => {
    if (!row) throw new Error('the state has a second row');
    const added = changeComments(row, { type: 'add-comment', id: 'b', text: ' cents? ', by }, createId);
    expect(added.comments).toEqual([...comments, { id: 'c2', text: 'cents?', ...by }]);
    const settled = changeComments(
      added,
      { type: 'resolve-comment', id: 'b', commentId: 'c1', by },
      createId,
    );
    expect(settled.comments?.[0]).toEqual({ ...comments[0], resolved: by });
    expect([countOpenComments(added), countOpenComments(settled)]).toEqual([2, 1]);
    expect(changeComments(settled, { type: 'reopen-comment', id: 'b', commentId: 'c1' }, createId)).toEqual(
      added,
    );
    const without = changeComments(row, { type: 'remove-comment', id: 'b', commentId: 'c1' }, createId);
    expect('comments' in without).toBe(false);
  });

  it('change nothing when they are empty, unknown or settled already', () => {
    if (!row) throw new Error('the state has a second row');
    expect(changeComments(row, { type: 'add-comment', id: 'b', text: ' \n', by }, createId)).toBe(row);
    expect(changeComments(row, { type: 'remove-comment', id: 'b', commentId: 'x' }, createId)).toBe(row);
    expect(changeComments(row, { type: 'reopen-comment', id: 'b', commentId: 'c1' }, createId)).toBe(row);
  });
});
