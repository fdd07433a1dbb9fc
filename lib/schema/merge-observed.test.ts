import { expect, it } from 'vitest';
import { mergeObserved } from './merge-observed';

it('adds what records show and the schema leaves out, and contradicts nothing', () => {
  const schema = {
    type: 'object',
    properties: {
      content: {
        type: 'object',
        properties: {
          ExpiryDate: {},
          Version: { type: 'integer' },
          Prefs: { type: 'array', items: { type: 'object', properties: {} } },
        },
      },
    },
  };
  const records = [
    {
      content: {
        ExpiryDate: '2019-02-28',
        Version: 'two',
        Prefs: [{ Id: 'a' }, { Id: 'b', On: true }],
        Extra: 1.5,
      },
    },
    { content: { ExpiryDate: null, Other: null } },
  ];
  expect(mergeObserved(schema, records)).toEqual({
    type: 'object',
    properties: {
      content: {
        type: 'object',
        properties: {
          ExpiryDate: { type: 'string' },
          Version: { type: 'integer' },
          Prefs: {
            type: 'array',
            items: { type: 'object', properties: { Id: { type: 'string' }, On: { type: 'boolean' } } },
          },
          Extra: { type: 'number' },
          Other: {},
        },
      },
    },
  });
});

it('returns the same schema when the records say nothing new', () => {
  const schema = { type: 'object', properties: { a: { type: 'string' } } };
  expect(mergeObserved(schema, [{ a: 'x' }, { a: null }])).toBe(schema);
});

it('keeps a key called __proto__ as a key', () => {
  const record: unknown = JSON.parse('{"__proto__":"x"}');
  const merged = mergeObserved({ type: 'object' }, [record]);
  expect(JSON.stringify(merged)).toBe('{"type":"object","properties":{"__proto__":{"type":"string"}}}');
});
