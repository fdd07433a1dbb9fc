import { describe, expect, it } from 'vitest';
import type { Field } from '@/lib/schema/field';
import type { FieldType } from '@/lib/schema/field-type';
import { buildSchemaTree } from '@/lib/schema/schema-tree';
import { checkExpression, diagnoseExpression } from './check-expression';

const tree = buildSchemaTree({
  type: 'object',
  properties: {
    data: {
      type: 'object',
      properties: {
        amount: { type: 'integer' },
        email: { type: 'string' },
        paid: { type: 'boolean' },
        metadata: { type: 'object', additionalProperties: { type: 'string' } },
        'First.Name': { type: 'string' },
        'Vor "Name"': { type: 'string' },
        __proto_: { type: 'string' },
        שם: { type: 'string' },
        '😀 smile': { type: 'string' },
        tags: { type: 'array', items: { type: 'string' } },
        ...JSON.parse('{"__proto__": {"type": "string"}}'),
      },
    },
  },
});

const target = (type: FieldType): Field => ({
  path: 'x',
  name: 'x',
  type,
  itemType: undefined,
  enumValues: undefined,
  enumSize: 0,
  deprecated: false,
});
const errors = (text: string) =>
  diagnoseExpression(text, tree)
    .filter(({ severity }) => severity === 'error')
    .map(({ from, message }) => `${from} ${message}`);

describe('diagnoseExpression', () => {
  it.each([
    'lower(data.email)',
    'data.First\\.Name',
    'data.${Vor "Name"}',
    'data.__proto__',
    'data.שם',
    'data.${😀 smile}',
    'data.metadata.anything',
    'upper(data.tags[0])',
    'concat("שלום", " ", "😀")',
    'data.amount / 100.0',
  ])('finds nothing wrong in %s', (text) => {
    expect(errors(text)).toEqual([]);
  });

  it.each([
    ['lower(data.emial)', '6 The source has no field data.emial: did you mean data.email?'],
    ['lowr(data.email)', '0 There is no function “lowr”: did you mean “lower”?'],
    ['lower(', '5 “(” is never closed: “)” is missing'],
    ['lower(data.email))', '17 “)” closes nothing: there is no opening bracket for it'],
    ['"open', '0 '],
    ['lower()', '0 '],
    ['data.email * true', '13 '],
    ['__proto__.x', '0 The source has no field __proto__'],
    ['constructor', '0 The source has no field constructor'],
    ['"a\ud800b"', '2 Half a character is here: delete it and type it again'],
    ['\udc00', '0 Half a character is here: delete it and type it again'],
  ])('says what is wrong in %s, and where', (text, expected) => {
    expect(errors(text)[0]).toMatch(new RegExp(`^${expected.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`));
  });

  it.each([
    ['4,097 characters', `"${'a'.repeat(4_095)}"`],
    ['200 brackets that are never closed', '('.repeat(200)],
    ['1,000 nested calls', `${'lower('.repeat(500)}data.email${')'.repeat(500)}`],
    ['1,000 signs', '-'.repeat(1_000)],
  ])('refuses %s with one sentence', (_, text) => {
    expect(errors(text)).toHaveLength(1);
  });
});

describe('checkExpression', () => {
  it.each<[string, FieldType, string, string]>([
    ['data.amount * 1000', 'date-time', 'refused', 'Calculated. '],
    ['data.paid', 'boolean', 'fits', 'Calculated for each record.'],
    ['lower(data.email)', 'date-time', 'fits', 'Calculated for each record.'],
    ['size_of(data.tags)', 'integer', 'fits', 'Calculated for each record.'],
    ['data.amount', 'string', 'converts', 'Calculated. The number becomes a text.'],
    ['date(data.email)', 'boolean', 'refused', 'Calculated. A time is not a yes/no value.'],
    ['lower(', 'string', 'refused', 'Character 6: “(” is never closed: “)” is missing.'],
  ])('judges %s into %s', (text, type, verdict, sentence) => {
    const answer = checkExpression(text, tree, target(type));
    expect([answer.verdict, answer.sentence.startsWith(sentence)]).toEqual([verdict, true]);
  });
});
