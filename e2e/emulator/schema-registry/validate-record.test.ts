import { describe, expect, it } from 'vitest';
import type { JsonSchema } from './registry-state';
import { validateRecord } from './validate-record';

const schema: JsonSchema = {
  type: 'object',
  required: ['id', 'when'],
  properties: {
    id: { type: 'string', minLength: 2, maxLength: 4 },
    when: { type: 'string', format: 'date-time' },
    day: { type: 'string', format: 'date' },
    mail: { type: 'string', format: 'email' },
    link: { type: 'string', format: 'uri' },
    status: { type: 'string', enum: ['open', 'closed'] },
    currency: { type: 'string', pattern: '^[A-Z]{3}$' },
    count: { type: 'integer', minimum: 0, maximum: 10 },
    ratio: { type: 'number' },
    on: { type: 'boolean' },
    tags: { type: 'array', items: { type: 'object', properties: { name: { type: 'string' } } } },
    byName: { type: 'object', additionalProperties: { type: 'integer' } },
  },
};

const valid = { id: 'abc', when: '2024-02-29T10:00:00Z' };

describe('validateRecord', () => {
  it('accepts a record that fits, with nulls for what is absent', () => {
    const record = {
      ...valid,
      day: '2024-02-29',
      mail: 'a@b.example',
      link: 'https://example.com/x',
      status: 'open',
      currency: 'EUR',
      count: 10,
      ratio: 0.5,
      on: false,
      tags: [{ name: 'x' }, { name: null }, null],
      byName: { a: 1 },
    };
    expect(validateRecord(schema, record)).toEqual([]);
  });

  it.each([
    [{ id: 7 }, 'id', 'type'],
    [{ id: 'a' }, 'id', 'length'],
    [{ id: 'abcde' }, 'id', 'length'],
    [{ when: '2024-02-30T10:00:00Z' }, 'when', 'format'],
    [{ when: '2024-02-29' }, 'when', 'format'],
    [{ when: 1_700_000_000 }, 'when', 'type'],
    [{ day: '29.02.2024' }, 'day', 'format'],
    [{ mail: 'nobody' }, 'mail', 'format'],
    [{ link: 'example' }, 'link', 'format'],
    [{ status: 'OPEN' }, 'status', 'enum'],
    [{ currency: 'eur' }, 'currency', 'pattern'],
    [{ count: 11 }, 'count', 'range'],
    [{ count: -1 }, 'count', 'range'],
    [{ count: 1.5 }, 'count', 'type'],
    [{ ratio: Number.NaN }, 'ratio', 'type'],
    [{ on: 'true' }, 'on', 'type'],
    [{ tags: { name: 'x' } }, 'tags', 'type'],
    [{ tags: [{ name: 'x' }, { name: 1 }] }, 'tags[1].name', 'type'],
    [{ tags: [{ other: 'x' }] }, 'tags[0].other', 'unknown'],
    [{ byName: { a: 'x' } }, 'byName.a', 'type'],
    [{ surprise: 1 }, 'surprise', 'unknown'],
    [{ constructor: 1 }, 'constructor', 'unknown'],
  ])('refuses %j at its path', (change, path, rule) => {
    const found = validateRecord(schema, { ...valid, ...change });
    expect(found.map((problem) => ({ path: problem.path, rule: problem.rule, code: problem.code }))).toEqual([
      { path, rule, code: 'INGEST-1401-400' },
    ]);
  });

  it('gives a missing required field a code of its own, also when it is null', () => {
    expect(validateRecord(schema, { id: null })).toEqual([
      { path: 'id', code: 'INGEST-1555-400', rule: 'required', message: 'The field is required' },
      { path: 'when', code: 'INGEST-1555-400', rule: 'required', message: 'The field is required' },
    ]);
  });

  it('refuses what is no record', () => {
    expect([null, 'x', [valid]].map((record) => validateRecord(schema, record).length)).toEqual([1, 1, 1]);
  });
});
