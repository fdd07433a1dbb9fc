import { describe, expect, it } from 'vitest';
import { parseReplyJson } from './reply-json';

function reasonOf(text: string): unknown {
  try {
    return parseReplyJson(text);
  } catch (error) {
    return error;
  }
}

describe('parseReplyJson', () => {
  it('reads what JSON.parse reads', () => {
    const text =
      '{"a":[1,-2.5,0.1,1e3,-9007199254740992,9007199254740992],"b\\"":"x\\\\","c":{"a":null,"d":true}}';
    expect(parseReplyJson(text)).toEqual(JSON.parse(text));
  });

  it('keeps numbers that a double would change as their text', () => {
    expect(
      parseReplyJson('{"a":9007199254740993,"b":[1e400,-12345678901234567890],"c":"9007199254740993"}'),
    ).toEqual({
      a: '9007199254740993',
      b: ['1e400', '-12345678901234567890'],
      c: '9007199254740993',
    });
  });

  it('keeps a field called __proto__ as a field', () => {
    const parsed = parseReplyJson('{"__proto__":{"polluted":1}}');
    expect(Object.keys(parsed as object)).toEqual(['__proto__']);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it.each(['{"a":1,"a":2}', '{"a":1,"\\u0061":2}', '{"x":[{"b":1,"b":1}]}'])(
    'refuses a field twice: %s',
    (text) => {
      expect(reasonOf(text)).toMatchObject({ reason: 'doubled-key' });
    },
  );

  it('lets the same name stand in two objects, and as a value', () => {
    expect(parseReplyJson('[{"a":"a"},{"a":"a"}]')).toEqual([{ a: 'a' }, { a: 'a' }]);
  });

  it('refuses nesting beyond 64, and reads 64', () => {
    expect(parseReplyJson(`${'['.repeat(64)}${']'.repeat(64)}`)).toBeInstanceOf(Array);
    expect(reasonOf('['.repeat(100_000))).toMatchObject({ reason: 'too-deep' });
  });

  it.each(['{"a":1', '{"a":"secret', '[1-2]', '[01]', '[-]', 'secret', '{"a":1}}', '"a"b', ''])(
    'says of %j no more than that it is not JSON',
    (text) => {
      expect(reasonOf(text)).toMatchObject({
        reason: 'not-json',
        message: 'The answer is not complete JSON.',
      });
      expect(reasonOf(text)).not.toHaveProperty('cause');
    },
  );

  it('reads long strings without running out of stack', () => {
    const long = '\\"x'.repeat(1_000_000);
    expect(parseReplyJson(`["${long}"]`)).toEqual(['"x'.repeat(1_000_000)]);
  });
});
