import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '@/e2e/emulator/schema-registry/registry-state';
import { coerce } from './coerce';

const types: Record<string, JsonSchema> = {
  string: { type: 'string' },
  number: { type: 'number' },
  integer: { type: 'integer' },
  boolean: { type: 'boolean' },
  date: { type: 'string', format: 'date' },
  moment: { type: 'string', format: 'date-time' },
  strings: { type: 'array', items: { type: 'string' } },
  map: { type: 'object', additionalProperties: { type: 'integer' } },
  object: {
    type: 'object',
    properties: {
      id: { type: 'string' },
      when: { type: 'string', format: 'date-time' },
      inner: { type: 'object', properties: { n: { type: 'integer' } } },
    },
  },
};

function run(type: string, value: unknown): unknown {
  const failures: string[] = [];
  const converted = coerce(value, types[type] ?? {}, (inside) => failures.push(inside));
  return failures.length === 0 ? converted : { converted, failures };
}

const failed = { converted: undefined, failures: [''] };

describe('coerce', () => {
  it.each<[string, unknown, unknown]>([
    ['string', 1234, '1234'],
    ['string', 12.5, '12.5'],
    ['string', true, 'true'],
    ['string', 9007199254740993n, '9007199254740993'],
    ['string', 'x', 'x'],
    ['string', '', ''],
    ['string', { a: 1 }, failed],
    ['string', ['a'], failed],
    ['number', '12.5', 12.5],
    ['number', 'twelve', failed],
    ['number', '', failed],
    ['number', '0x10', failed],
    ['number', true, failed],
    ['integer', '7', 7],
    ['integer', 7.5, failed],
    ['boolean', 'yes', true],
    ['boolean', 'OFF', false],
    ['boolean', 'Yes', failed],
    ['boolean', 1, failed],
    ['date', '2024-05-06T07:08:09Z', '2024-05-06'],
    ['date', '05/06/2024', '2024-05-06'],
    ['moment', '2019-06-05T12:02:07Z', '2019-06-05T12:02:07Z'],
    ['moment', '2019-06-05 12:02:07.123', '2019-06-05T12:02:07.123Z'],
    ['moment', '2024-05-06', '2024-05-06T00:00:00.000Z'],
    ['moment', 1_700_000_000, failed],
    ['moment', 'yesterday', failed],
    ['strings', [1, 'a', null], ['1', 'a', null]],
    ['strings', 'a', failed],
    ['map', { a: '1', b: 2 }, { a: 1, b: 2 }],
    ['object', { id: 1, other: 2, inner: { n: '3', x: 4 } }, { id: '1', inner: { n: 3 } }],
    ['object', [], failed],
    ['object', 'text', failed],
    ['string', null, undefined],
  ])('to %s from %s', (type, value, expected) => {
    expect(run(type, value)).toEqual(expected);
  });

  it('leaves out only the child that cannot be converted, and says which', () => {
    expect(run('object', { id: 'a', when: 'never', inner: { n: 'x' } })).toEqual({
      converted: { id: 'a', inner: {} },
      failures: ['.when', '.inner.n'],
    });
  });

  it('copies no name that would reach a prototype', () => {
    const copied = coerce(JSON.parse('{"__proto__":1,"a":2}'), types.map ?? {}, () => undefined);
    expect(Object.keys(copied ?? {})).toEqual(['a']);
  });
});

describe('a text that becomes a time', () => {
  it.each([
    ['2019-10-23 11:24:00+0200', '2019-10-23T09:24:00.000Z'],
    ['2019-10-23 11:24:00.500-01:00', '2019-10-23T12:24:00.500Z'],
    ['2019-10-23T11:24:00.500+02', '2019-10-23T09:24:00.500Z'],
    ['12112020', '2020-12-11T00:00:00.000Z'],
    ['9/05/2019 12:30:00 AM', '2019-09-05T00:30:00.000Z'],
    ['23.1.2019 01:02:03 pm', '2019-01-23T13:02:03.000Z'],
    ['2019-10-23T11:24:00+02:00', '2019-10-23T11:24:00+02:00'],
    ['2019-10-23T11:24:00.123456789Z', '2019-10-23T11:24:00.123456789Z'],
  ])('is read from %s', (text, expected) => {
    expect(run('moment', text)).toBe(expected);
  });

  it.each(['2019-02-30', '31.31.2019', '2019-10-23T25:00:00Z', '9/05/2019 13:30:00 AM', '23-Okt-2019', '1'])(
    'is not found in %s',
    (text) => {
      expect(run('moment', text)).toEqual(failed);
    },
  );
});
