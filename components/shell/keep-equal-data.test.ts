import { expect, test } from 'vitest';
import { keepEqualData } from './keep-equal-data';

const parse = (text: string): unknown => JSON.parse(text);

test('data that says the same keeps its identity', () => {
  const before = parse('{"schema":{"a":[1,{"b":null}]}}');
  expect(keepEqualData(before, parse('{"schema":{"a":[1,{"b":null}]}}'))).toBe(before);
});

test.each([
  ['{"a":1}', '{"a":2}'],
  ['{"a":1}', '{"b":1}'],
  ['{"a":1}', '{"a":1,"b":2}'],
  ['[1,2]', '[1]'],
  ['[]', '{}'],
  ['{"a":null}', '{"a":{}}'],
  ['{"__proto__":{"type":"string"}}', '{}'],
])('%s and %s are not the same', (one, other) => {
  const after = parse(other);
  expect(keepEqualData(parse(one), after)).toBe(after);
});

test('a field that is called __proto__ is still there after a second answer', () => {
  const after = keepEqualData(
    parse('{"properties":{"__proto__":1}}'),
    parse('{"properties":{"__proto__":1,"a":2}}'),
  );
  expect(JSON.stringify(after)).toBe('{"properties":{"__proto__":1,"a":2}}');
});

test('what is no plain data is never taken for the same', () => {
  const after = new Map([['a', 1]]);
  expect(keepEqualData(new Map([['a', 1]]), after)).toBe(after);
});
