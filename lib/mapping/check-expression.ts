import type { Diagnostic } from '@/lib/expression/diagnostic';
import type { ValueKind } from '@/lib/expression/function-definition';
import { inferKind } from '@/lib/expression/infer-kind';
import { parseExpression } from '@/lib/expression/parse';
import { validateExpression } from '@/lib/expression/validate';
import type { Field } from '@/lib/schema/field';
import type { FieldType } from '@/lib/schema/field-type';
import type { SchemaTree } from '@/lib/schema/schema-tree';
import { conversionOf } from './conversions';
import { expressionFieldsOf } from './expression-fields';
import type { Verdict } from './rules';

/** What is wrong or doubtful in an expression over the fields of a source, in order of place. Never throws. */
export function diagnoseExpression(text: string, sourceTree: SchemaTree): readonly Diagnostic[] {
  const cache = diagnoses.get(sourceTree) ?? new Map<string, readonly Diagnostic[]>();
  diagnoses.set(sourceTree, cache);
  const before = cache.get(text);
  if (before) return before;
  const { lookup, knownPaths } = expressionFieldsOf(sourceTree);
  const found = text.isWellFormed()
    ? validateExpression(text, { fields: lookup, knownPaths })
    : [halfCharacterIn(text)];
  if (cache.size >= mostKept) cache.clear();
  cache.set(text, found);
  return found;
}

/** Judges an expression and what it gives to its target, as the sentence of its row. */
export function checkExpression(text: string, sourceTree: SchemaTree, target: Field): Verdict {
  const problem = diagnoseExpression(text, sourceTree).find(({ severity }) => severity === 'error');
  if (problem) {
    return { verdict: 'refused', sentence: `Character ${problem.from + 1}: ${problem.message}.` };
  }
  const type = resultType(text, sourceTree);
  if (type === undefined) return { verdict: 'fits', sentence: 'Calculated for each record.' };
  const isWhole = type === 'long' && (target.type === 'integer' || target.type === 'number');
  const { verdict, sentence } = isWhole
    ? conversionOf('integer', target.type)
    : conversionOf(type, target.type);
  if (verdict === 'fits') return { verdict, sentence: 'Calculated for each record.' };
  return { verdict, sentence: `Calculated. ${sentence}` };
}

/** What kind of value an expression gives; undefined where that depends on the record. */
function resultType(text: string, sourceTree: SchemaTree): FieldType | undefined {
  const parsed = parseExpression(text);
  if (!parsed.ok) return undefined;
  return types[inferKind(parsed.tree, expressionFieldsOf(sourceTree).lookup, [])];
}

const types: Readonly<Record<ValueKind, FieldType | undefined>> = {
  any: undefined,
  // Its elements are not known: a list of anything may fit.
  array: undefined,
  boolean: 'boolean',
  date: 'date-time',
  integer: 'long',
  lambda: undefined,
  map: undefined,
  number: 'number',
  object: undefined,
  // A calculated text may well be a date or a number: only its records tell.
  string: undefined,
};

function halfCharacterIn(text: string): Diagnostic {
  const from =
    /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.exec(text)?.index ?? 0;
  return {
    severity: 'error',
    message: 'Half a character is here: delete it and type it again',
    from,
    to: from + 1,
  };
}

const diagnoses = new WeakMap<SchemaTree, Map<string, readonly Diagnostic[]>>();
const mostKept = 2_000;
