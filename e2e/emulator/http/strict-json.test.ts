import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JsonSyntaxError, parseStrictJson } from './strict-json';

test('what JSON.stringify writes is read back as it was, into objects without a prototype', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      const text = JSON.stringify(value);
      expect(JSON.stringify(parseStrictJson(text))).toBe(text);
      expect(JSON.stringify(parseStrictJson(` \n\t${text}\r\n`))).toBe(text);
    }),
    { seed: 3 },
  );
  expect(Object.getPrototypeOf(parseStrictJson('{"__proto__":{"a":1}}'))).toBe(null);
  expect(Object.keys(parseStrictJson('{"__proto__":{"a":1}}') ?? {})).toEqual(['__proto__']);
});

const refused = [
  ...['', ' ', '{', '[', '"', '{"a"', '{"a":', '{"a":1', '[1', '[1,', '[1,]', '{"a":1,}', '{,}', '[,]'],
  ...[
    '{"a":1,"a":2}',
    '{"a":{"b":1,"\\u0062":2}}',
    "{'a':1}",
    '{a:1}',
    '01',
    '1.',
    '.5',
    '+1',
    '-',
    '1e',
    '0x1',
  ],
  ...[
    'NaN',
    'Infinity',
    'undefined',
    'tru',
    'nulll',
    '1 2',
    '{} {}',
    '[]]',
    '"\\x"',
    '"\\u12"',
    '"a\nb"',
    '"\u0000"',
  ],
  ...['1e400', '-1e400', '/* c */1', '\ufeff1', `${'['.repeat(66)}${']'.repeat(66)}`, '['.repeat(1_000_000)],
];

test.each(refused.map((text) => [text.slice(0, 30), text]))('%j is refused', (_label, text) => {
  expect(() => parseStrictJson(text)).toThrow(JsonSyntaxError);
});

test('64 levels are read', () => {
  const text = `${'['.repeat(64)}${']'.repeat(64)}`;
  expect(JSON.stringify(parseStrictJson(text))).toBe(text);
});
