import { describe, expect, it } from 'vitest';
import { editExpression, expressionOf } from './edit-expression';
import { doCommand, undo } from './history';
import { emptyMappingHistory, type FieldMapping } from './mapping';

const target = '_t.email';
const edit = { target, mapping: undefined, id: 'new', before: '' };
const type = (text: string) => editExpression(emptyMappingHistory, { ...edit, text });

describe('editExpression', () => {
  it('is one step of the history, however much was typed before', () => {
    const history = ['l', 'lower', 'lower(data.email)'].map(type).at(-1) ?? emptyMappingHistory;
    expect(history.state.mappings).toEqual([
      { id: 'new', kind: 'expression', source: 'lower(data.email)', target },
    ]);
    expect(history.undo).toHaveLength(1);
    expect(undo(history).state).toEqual(emptyMappingHistory.state);
  });

  it('keeps what cannot be read yet', () => {
    expect(type('lower(').state.mappings[0]?.source).toBe('lower(');
  });

  it('is nothing at all while nothing is written, or when all is taken back', () => {
    expect([type(''), type('  \n')]).toEqual([emptyMappingHistory, emptyMappingHistory]);
  });

  it('turns a copied field into a calculation and keeps its comments', () => {
    const comments = [{ id: 'c', text: 'Why?', authorName: 'Ana', atMs: 1 }];
    const mapping: FieldMapping = { id: 'old', kind: 'attribute', source: 'data.email', target, comments };
    const base = { ...emptyMappingHistory, state: { mappings: [mapping], unmappedOnPurpose: [] } };
    const before = expressionOf(mapping);
    const changed = editExpression(base, { target, mapping, id: 'new', before, text: 'trim(data.email)' });
    expect(changed.state.mappings).toEqual([{ ...mapping, kind: 'expression', source: 'trim(data.email)' }]);
    expect(editExpression(base, { target, mapping, id: 'new', before, text: before })).toBe(base);
    expect(
      editExpression(base, { target, mapping, id: 'new', before, text: '' }).state.mappings[0]?.source,
    ).toBe('');
  });

  it('makes a row anew when its own is gone meanwhile', () => {
    const mapping: FieldMapping = { id: 'old', kind: 'attribute', source: 'data.email', target };
    const text = 'trim(data.email)';
    const changed = editExpression(emptyMappingHistory, {
      target,
      mapping,
      id: 'new',
      before: 'data.email',
      text,
    });
    expect(changed.state.mappings.map(({ id }) => id)).toEqual(['new']);
  });

  it('leaves the way forward open when a visit changes nothing', () => {
    const done = doCommand(
      emptyMappingHistory,
      { type: 'connect', mapping: { kind: 'constant', source: 'x', target } },
      { createId: () => 'a' },
    );
    const undone = undo(done);
    expect(editExpression(undone, { ...edit, text: '' }).redo).toHaveLength(1);
  });

  it.each([
    ['half a character', '"a\ud800"', '"a\ufffd"'],
    ['a NUL', '"a\u0000b"', '"ab"'],
    ['emoji and right-to-left text', '"😀 שלום"', '"😀 שלום"'],
    ['4,097 characters', `"${'x'.repeat(4_095)}"`, `"${'x'.repeat(4_095)}"`],
  ])('keeps %s in a form the draft can store', (_, text, kept) => {
    expect(type(text).state.mappings[0]?.source).toBe(kept);
  });

  it('keeps nothing that a draft cannot take', () => {
    expect(type('x'.repeat(16_385))).toBe(emptyMappingHistory);
  });
});

describe('expressionOf', () => {
  it('begins with what the row gives now', () => {
    const row = (kind: FieldMapping['kind'], source: string) =>
      expressionOf({ id: 'a', kind, source, target });
    expect([row('attribute', 'data.id'), row('constant', 'He said "x"'), row('expression', 'now()')]).toEqual(
      ['data.id', '"He said \\"x\\""', 'now()'],
    );
  });
});
