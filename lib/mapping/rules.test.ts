import { describe, expect, it } from 'vitest';
import { fieldAt } from '@/lib/schema/field';
import { buildSchemaTree } from '@/lib/schema/schema-tree';
import { checkMappings } from './check-mappings';
import { measureCoverage } from './coverage';
import type { FieldMapping } from './mapping';
import { matchChildren } from './match-children';
import { checkFieldPair } from './rules';

const fields = {
  text: { type: 'string' },
  int: { type: 'integer' },
  long: { type: 'integer', maximum: 9007199254740991 },
  num: { type: 'number' },
  flag: { type: 'boolean' },
  day: { type: 'string', format: 'date' },
  when: { type: 'string', format: 'date-time' },
  any: {},
  obj: { type: 'object', properties: { text: { type: 'string' }, int: { type: 'integer' }, only_here: {} } },
  map: { type: 'object', additionalProperties: { type: 'string' } },
  texts: { type: 'array', items: { type: 'string' } },
  ints: { type: 'array', items: { type: 'integer' } },
  list: {
    type: 'array',
    items: {
      type: 'object',
      properties: {
        id: { type: 'string' },
        deep: { type: 'array', items: { type: 'object', properties: { x: { type: 'string' } } } },
      },
    },
  },
  choice: { type: 'string', enum: ['a', 'b'] },
  old: { type: 'string', 'meta:status': 'deprecated' },
};
const sourceTree = buildSchemaTree({ type: 'object', properties: fields });
const targetTree = buildSchemaTree({
  type: 'object',
  properties: { ...fields, _tenant: { type: 'object', properties: fields } },
});

function verdictOf(source: string, target: string, filledBy?: string) {
  const from = fieldAt(sourceTree, sourceTree.idOfPath.get(source) ?? -1);
  const to = fieldAt(targetTree, targetTree.idOfPath.get(target) ?? -1);
  return checkFieldPair(from, to, { tenantRoot: '_tenant', ...(filledBy ? { filledBy } : {}) });
}

describe('the rules for a pair of fields', () => {
  it.each([
    ['text', 'text', 'fits', /Same type/],
    ['int', 'long', 'fits', /Every whole number/],
    ['int', 'num', 'fits', /Every whole number/],
    ['long', 'int', 'converts', /2,147,483,647/],
    ['num', 'int', 'converts', /cut off/],
    ['text', 'int', 'converts', /rejected/],
    ['text', 'when', 'converts', /ISO 8601/],
    ['text', 'flag', 'converts', /“true” and “false”/],
    ['int', 'text', 'converts', /becomes a text/],
    ['int', 'when', 'refused', /would leave the field empty/],
    ['int', 'flag', 'refused', /not a yes\/no/],
    ['flag', 'num', 'refused', /not a number/],
    ['flag', 'day', 'refused', /not a time/],
    ['day', 'when', 'converts', /midnight UTC/],
    ['when', 'day', 'converts', /cut off/],
    ['when', 'long', 'refused', /not a number/],
    ['any', 'text', 'converts', /does not show what type/],
    ['any', 'obj', 'converts', /does not show what type/],
    ['text', 'any', 'fits', /any value/],
    ['obj', 'text', 'refused', /An object cannot go into a text. Open it/],
    ['text', 'obj', 'refused', /A text cannot fill an object/],
    ['obj', 'obj', 'fits', /whole object is copied/],
    ['obj', 'map', 'converts', /entry under its own name/],
    ['map', 'map', 'fits', /whole object/],
    ['obj', 'list', 'refused', /cannot go into a list/],
    ['list', 'obj', 'refused', /A list cannot fill an object/],
    ['texts', 'text', 'refused', /first\(\) or join\(\)/],
    ['text', 'texts', 'refused', /to_array\(false, text\)/],
    ['texts', 'texts', 'fits', /Same type/],
    ['texts', 'ints', 'converts', /rejected/],
    ['list', 'list', 'fits', /whole list is copied/],
    ['list', 'texts', 'refused', /A list of objects cannot fill a list of texts/],
    ['list[*].id', 'list[*].id', 'fits', /Same type/],
    ['list[*].id', 'text', 'refused', /room for one value/],
    ['text', 'list[*].id', 'refused', /one value a record/],
    ['list[*].deep[*].x', 'list[*].deep[*].x', 'converts', /worth a preview/],
    ['obj', '_tenant', 'refused', /Choose a field inside it/],
    ['text', 'choice', 'converts', /Only “a” and “b” are accepted/],
    ['text', 'old', 'converts', /deprecated/],
  ])('%s onto %s %s', (source, target, verdict, sentence) => {
    const answer = verdictOf(source, target);
    expect({ ...answer, sentence: sentence.test(answer.sentence) ? 'as expected' : answer.sentence }).toEqual(
      {
        verdict,
        sentence: 'as expected',
      },
    );
  });

  it('say which mapping would be replaced, without changing the verdict', () => {
    expect(verdictOf('text', 'text', 'other.field')).toEqual({
      verdict: 'fits',
      sentence: 'Same type. Replaces other.field.',
    });
    expect(verdictOf('obj', 'text', 'other').sentence).not.toContain('Replaces');
  });
});

const row = (
  id: string,
  source: string,
  target: string,
  kind: FieldMapping['kind'] = 'attribute',
): FieldMapping => ({
  id,
  kind,
  source,
  target,
});

describe('checking a set of mappings', () => {
  it('refuses missing fields, doubled targets and empty or oversized calculations', () => {
    const checked = checkMappings(
      {
        mappings: [
          row('1', 'text', 'text'),
          row('2', 'gone', 'flag'),
          row('3', 'text', 'gone'),
          row('4', 'int', 'num'),
          row('5', 'long', 'num'),
          row('6', ' ', 'when', 'expression'),
          row('7', 'x'.repeat(4097), 'day', 'expression'),
          row('8', 'stripe', 'choice', 'constant'),
          row('9', 'list[0].id', '_tenant.text'),
          row('10', 'texts[0]', '_tenant.choice'),
        ],
        unmappedOnPurpose: [],
      },
      { sourceTree, targetTree, tenantRoot: '_tenant' },
    );
    expect(checked.map(({ mapping, verdict, sentence }) => `${mapping.id} ${verdict}: ${sentence}`)).toEqual([
      '1 fits: Same type.',
      '2 refused: The source has no field “gone”.',
      '3 refused: The target schema has no field “gone”.',
      '4 refused: “num” is filled by more than one mapping. Keep one of them.',
      '5 refused: “num” is filled by more than one mapping. Keep one of them.',
      '6 refused: The calculation is empty.',
      '7 refused: The calculation has 4,097 characters; 4,096 are allowed.',
      '8 fits: The same text for every record.',
      '9 fits: Same type.',
      '10 converts: Same type. Only “a” and “b” are accepted.',
    ]);
  });

  it('measures what is covered, required, identified, wrong and unused', () => {
    const state = {
      mappings: [
        row('1', 'obj', 'obj'),
        row('2', 'upper(text) + "int"', 'text', 'expression'),
        row('3', 'gone', 'flag'),
      ],
      unmappedOnPurpose: ['any', 'list'],
    };
    const coverage = measureCoverage({
      state,
      checked: checkMappings(state, { sourceTree, targetTree, tenantRoot: '_tenant' }),
      sourceTree,
      targetTree,
      requiredTargets: ['text', 'obj.int', 'flag'],
      identityTargets: ['_tenant.text'],
      rowErrors: { '2': 'The platform does not know upper2().' },
    });
    expect({ ...coverage, unusedSources: coverage.unusedSources.map((id) => sourceTree.path[id]) }).toEqual({
      mappings: 3,
      sourceFields: 18,
      usedSourceFields: 4,
      unusedSources: ['int', 'long', 'num', 'flag', 'day', 'when', 'map', 'texts', 'ints', 'choice', 'old'],
      requiredLeft: ['flag'],
      identity: 'missing',
      errors: ['3', '2'].sort(),
    });
  });
});

it('equally named children of two objects become one mapping each', () => {
  const target = buildSchemaTree({
    properties: {
      Obj: {
        type: 'object',
        properties: { Text: { type: 'string' }, int: { type: 'boolean' }, onlyHere: { type: 'string' } },
      },
    },
  });
  expect(matchChildren(sourceTree, sourceTree.idOfPath.get('obj') ?? -1, target, 0, '_tenant')).toEqual([
    { kind: 'attribute', source: 'obj.text', target: 'Obj.Text' },
    { kind: 'attribute', source: 'obj.only_here', target: 'Obj.onlyHere' },
  ]);
});
