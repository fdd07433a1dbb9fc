import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { evaluateExpression } from '@/lib/expression/evaluate';
import type { Field } from '@/lib/schema/field';
import type { FieldType } from '@/lib/schema/field-type';
import { buildSchemaTree } from '@/lib/schema/schema-tree';
import { collectStatistics } from '@/lib/schema/statistics';
import { diagnoseExpression } from './check-expression';
import { formulasForPair, formulasForTarget } from './formulas';

const text = { type: 'string' };
const whole = { type: 'integer' };
const tree = buildSchemaTree({
  type: 'object',
  properties: {
    data: {
      type: 'object',
      properties: {
        created: whole,
        amount: whole,
        currency: text,
        attempts: whole,
        billing_details: { type: 'object', properties: { email: text, name: text } },
      },
    },
    content: {
      type: 'object',
      properties: { Purposes: { type: 'array', items: { type: 'object', properties: { Status: text } } } },
    },
  },
});
const field = (type: FieldType, name = 'x', enumValues?: string[]): Field => ({
  path: name,
  name,
  type,
  itemType: undefined,
  enumValues,
  enumSize: enumValues?.length ?? 0,
  deprecated: false,
});

function formula(path: string, target: Field, id: string, records: unknown[] = []) {
  const found = formulasForPair(tree, tree.idOfPath.get(path) ?? -1, target, collectStatistics(records));
  return found.find((candidate) => candidate.id === id);
}

function result(path: string, target: Field, id: string, record: unknown): unknown {
  const { expression = 'null' } = formula(path, target, id) ?? {};
  expect(diagnoseExpression(expression, tree).filter(({ severity }) => severity === 'error')).toEqual([]);
  const evaluated = evaluateExpression(expression, record);
  return evaluated.ok ? evaluated.value : evaluated.error.message;
}

const charge = (change: object) => ({
  data: { created: 1_679_090_539, amount: 1_099, currency: 'usd', ...change },
});

describe('formulas', () => {
  it.each<[FieldType, string]>([
    ['date-time', '2023-03-17T22:02:19.000Z'],
    ['date', '2023-03-17'],
  ])('turn Unix seconds into a %s', (type, expected) => {
    expect(result('data.created', field(type), 'epoch', charge({}))).toBe(expected);
  });

  it('take milliseconds for what they are when the sample shows them', () => {
    const records = [{ data: { created: 1_679_090_539_000 } }];
    const found = formula('data.created', field('date-time'), 'epoch', records);
    expect(evaluateExpression(found?.expression ?? '', records[0])).toEqual({
      ok: true,
      value: '2023-03-17T22:02:19.000Z',
    });
  });

  it.each([
    ['usd', 1_099, 10.99],
    ['EUR', 1_000, 10],
    ['jpy', 1_099, 1_099],
    ['KRW', 50_000, 50_000],
    ['kwd', 1_099, 1.099],
    ['TND', 12_345, 12.345],
    ['ugx', 500, 5],
    ['isk', 500, 5],
    ['usd', -1_099, -10.99],
    ['usd', 0, 0],
    [null, 1_099, 10.99],
    ['usd', null, null],
  ])('turn minor units of %s into an amount', (currency, amount, expected) => {
    expect(result('data.amount', field('number'), 'minor-units', charge({ currency, amount }))).toBe(
      expected,
    );
  });

  it.each([
    ['email', 'jenny.rosen@example.com'],
    ['email-hash', createHash('sha256').update('jenny.rosen@example.com').digest('hex')],
  ])('write an address in one form: %s', (id, expected) => {
    const record = { data: { billing_details: { email: ' Jenny.ROSEN@Example.com ' } } };
    expect(result('data.billing_details.email', field('string'), id, record)).toBe(expected);
  });

  it.each([
    ['Jenny Rosen', 'Jenny', 'Rosen'],
    ['  Ana   Maria  de Souza ', 'Ana', 'Souza'],
    ['Cher', 'Cher', null],
    ['山田 太郎', '山田', '太郎'],
    [null, null, null],
  ])('split the full name %s', (name, first, last) => {
    const record = { data: { billing_details: { name } } };
    const split = (target: string, id: string) =>
      result('data.billing_details.name', field('string', target), id, record);
    expect([split('firstName', 'first-name'), split('lastName', 'last-name')]).toEqual([first, last]);
  });

  it.each([
    ['ACTIVE', 'y'],
    ['active', 'y'],
    ['WITHDRAWN', 'n'],
    ['NO_CONSENT', 'n'],
    ['EXPIRED', 'n'],
    ['PENDING', 'p'],
    ['SOMETHING_NEW', 'u'],
    [null, 'u'],
  ])('turn the consent status %s into %s', (Status, expected) => {
    const record = { content: { Purposes: [{ Status }] } };
    expect(result('content.Purposes[*].Status', field('string', 'val'), 'consent', record)).toBe(expected);
  });

  it('are offered where they fit alone', () => {
    const ids = (path: string, target: Field) =>
      formulasForPair(tree, tree.idOfPath.get(path) ?? -1, target, undefined).map(({ id }) => id);
    expect({
      counter: ids('data.attempts', field('date-time')),
      amountToTime: ids('data.amount', field('date-time')),
      timeToTruth: ids('data.created', field('boolean')),
      amountToWhole: ids('data.amount', field('integer')),
      statusToText: ids('content.Purposes[*].Status', field('string', 'state')),
      nameToLast: ids('data.billing_details.name', field('string', 'lastName')),
    }).toEqual({
      counter: [],
      amountToTime: [],
      timeToTruth: [],
      amountToWhole: [],
      statusToText: [],
      nameToLast: ['last-name'],
    });
  });

  it('for a target begin with its present source', () => {
    const offered = formulasForTarget(
      tree,
      field('string', 'contact'),
      undefined,
      'data.billing_details.email',
    );
    expect(offered[0]?.id).toBe('email');
    expect(offered.map(({ id }) => id)).not.toContain('epoch');
  });
});
