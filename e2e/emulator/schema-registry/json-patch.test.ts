import { describe, expect, it } from 'vitest';
import { applyJsonPatch } from './json-patch';

describe('applyJsonPatch', () => {
  it('adds, replaces, removes, moves, copies and tests, in capitals too', () => {
    const document = { title: 'old', list: [1, 3], nested: { 'a/b': 1, 'c~d': 2 } };
    const result = applyJsonPatch(document, [
      { op: 'test', path: '/title', value: 'old' },
      { op: 'REPLACE', path: '/title', value: 'new' },
      { op: 'add', path: '/list/1', value: 2 },
      { op: 'add', path: '/list/-', value: 4 },
      { op: 'remove', path: '/nested/a~1b' },
      { op: 'move', from: '/nested/c~0d', path: '/moved' },
      { op: 'copy', from: '/list', path: '/copied' },
    ]);
    expect(result).toEqual({
      ok: true,
      document: { title: 'new', list: [1, 2, 3, 4], nested: {}, moved: 2, copied: [1, 2, 3, 4] },
    });
    expect(document).toEqual({ title: 'old', list: [1, 3], nested: { 'a/b': 1, 'c~d': 2 } });
  });

  it.each([
    [null],
    [{}],
    [[]],
    [[1]],
    [[{ op: 'increase', path: '/a', value: 1 }]],
    [[{ op: 'add', path: 'a', value: 1 }]],
    [[{ op: 'add', path: '', value: 1 }]],
    [[{ op: 'add', path: '/a' }]],
    [[{ op: 'replace', path: '/missing', value: 1 }]],
    [[{ op: 'remove', path: '/list/9' }]],
    [[{ op: 'add', path: '/list/9', value: 1 }]],
    [[{ op: 'add', path: '/list/01', value: 1 }]],
    [[{ op: 'add', path: '/missing/below', value: 1 }]],
    [[{ op: 'add', path: '/a~2', value: 1 }]],
    [[{ op: 'add', path: '/__proto__', value: { polluted: true } }]],
    [[{ op: 'replace', path: '/constructor/prototype', value: 1 }]],
    [[{ op: 'move', from: '/list', path: '/list/0' }]],
    [[{ op: 'test', path: '/list', value: [1] }]],
    [
      [
        { op: 'add', path: '/fine', value: 1 },
        { op: 'remove', path: '/missing' },
      ],
    ],
  ])('refuses %j and leaves the document alone', (operations) => {
    const document = { list: [1, 2] };
    expect(applyJsonPatch(document, operations).ok).toBe(false);
    expect(document).toEqual({ list: [1, 2] });
    expect('polluted' in {}).toBe(false);
  });
});
