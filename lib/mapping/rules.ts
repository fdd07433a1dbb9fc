import type { Field } from '@/lib/schema/field';
import type { FieldType } from '@/lib/schema/field-type';
import { describeLimits } from '@/lib/schema/value-limits';
import { type Conversion, conversionOf, describeType } from './conversions';

/** What would happen to values, and the sentence that says so before anything is dropped. */
export type Verdict = {
  verdict: 'fits' | 'converts' | 'refused';
  sentence: string;
};

export type PairContext = {
  /** The object that holds the organisation's own fields, such as `_tributarydemo`. */
  tenantRoot: string;
  /** The source of the mapping that fills the target now; said in the sentence. */
  filledBy?: string;
};

type Pair = { source: Field; target: Field; context: PairContext };
type PairRule = (pair: Pair) => Verdict | undefined;

const refuse = (sentence: string): Verdict => ({ verdict: 'refused', sentence });
const isObject = (type: FieldType) => type === 'object' || type === 'map';
const isScalar = (type: FieldType) =>
  type !== 'object' && type !== 'map' && type !== 'array' && type !== 'unknown';

// Tried in order; the first that answers decides. A new rule is a new entry.
const rules: readonly PairRule[] = [
  ({ target, context }) =>
    target.path === context.tenantRoot
      ? refuse(`“${target.name}” holds all fields of your organisation. Choose a field inside it.`)
      : undefined,
  ({ source, target }) => {
    const from = repetitions(source.path);
    const to = repetitions(target.path);
    if (from > to) {
      return refuse(
        `“${source.name}” repeats for each entry of a list, and “${target.name}” has room for one value. ` +
          'Choose a field inside a list, or calculate one value, such as with first().',
      );
    }
    if (to > from) {
      return refuse(
        `“${target.name}” repeats for each entry of a list, and “${source.name}” has one value a record. ` +
          'Choose a field inside a list of the source, or a target outside the list.',
      );
    }
    return undefined;
  },
  ({ source, target }) =>
    isObject(source.type) && (isScalar(target.type) || target.type === 'array')
      ? refuse(
          `${startSentence(describeType(source.type))} cannot go into ${describeType(target.type)}. ` +
            'Open it and choose one of its fields.',
        )
      : undefined,
  ({ source, target }) =>
    isObject(target.type) && (isScalar(source.type) || source.type === 'array')
      ? refuse(
          `${startSentence(describeType(source.type))} cannot fill ${describeType(target.type)}. ` +
            'Open the target and choose one of its fields.',
        )
      : undefined,
  ({ source, target }) =>
    source.type === 'array' && isScalar(target.type)
      ? refuse(
          `A list cannot go into ${describeType(target.type)}. Calculate one value instead, such as with first() or join().`,
        )
      : undefined,
  ({ source, target }) =>
    target.type === 'array' && isScalar(source.type)
      ? refuse(
          `A single value cannot fill a list. Calculate one instead, such as with to_array(false, ${source.name}).`,
        )
      : undefined,
  ({ source, target }) => {
    if (source.type !== 'array' || target.type !== 'array') return undefined;
    return toVerdict(conversionOfItems(source.itemType ?? 'unknown', target.itemType ?? 'unknown'));
  },
  ({ source, target }) => {
    if (!isObject(source.type) || !isObject(target.type)) return undefined;
    if (source.type !== target.type) {
      return { verdict: 'converts', sentence: 'Every field becomes an entry under its own name.' };
    }
    return { verdict: 'fits', sentence: 'The whole object is copied; fields of the same name are filled.' };
  },
  ({ source, target }) => toVerdict(conversionOf(source.type, target.type)),
];

// What else is worth saying when a pair is not refused.
const remarks: readonly ((pair: Pair) => { sentence: string; converts: boolean } | undefined)[] = [
  ({ source, target }) =>
    target.enumValues && !isObject(source.type)
      ? {
          converts: true,
          sentence: `Only ${describeEnum(target.enumValues, target.enumSize)} ${target.enumSize === 1 ? 'is' : 'are'} accepted.`,
        }
      : undefined,
  ({ source, target }) =>
    target.limits && !isObject(source.type)
      ? { converts: true, sentence: describeLimits(target.limits) }
      : undefined,
  ({ target }) =>
    target.deprecated
      ? { converts: true, sentence: `“${target.name}” is deprecated: Adobe advises against new uses.` }
      : undefined,
  ({ source }) =>
    repetitions(source.path) > 1
      ? { converts: true, sentence: 'Lists inside lists are worth a preview: Adobe does not document them.' }
      : undefined,
  ({ source, context }) =>
    context.filledBy !== undefined && context.filledBy !== source.path
      ? { converts: false, sentence: `Replaces ${context.filledBy}.` }
      : undefined,
];

/** Judges a source and a target field as a pair. The sentence is what the person reads before letting go. */
export function checkFieldPair(source: Field, target: Field, context: PairContext): Verdict {
  const pair = { source, target, context };
  let verdict: Verdict = { verdict: 'fits', sentence: 'Same type.' };
  for (const rule of rules) {
    const answer = rule(pair);
    if (answer) {
      verdict = answer;
      break;
    }
  }
  if (verdict.verdict === 'refused') return verdict;
  for (const remark of remarks) {
    const said = remark(pair);
    if (!said) continue;
    verdict = {
      verdict: said.converts ? 'converts' : verdict.verdict,
      sentence: `${verdict.sentence} ${said.sentence}`,
    };
  }
  return verdict;
}

function toVerdict(conversion: Conversion): Verdict {
  return { verdict: conversion.verdict, sentence: conversion.sentence };
}

function conversionOfItems(from: FieldType, to: FieldType): Conversion {
  if (isObject(from) && isObject(to)) {
    return {
      verdict: 'fits',
      sentence: 'The whole list is copied; fields of the same name are filled in each entry.',
    };
  }
  if (from === 'unknown' || to === 'unknown' || from === to) return conversionOf(from, to);
  if (isObject(from) || isObject(to) || from === 'array' || to === 'array') {
    return {
      verdict: 'refused',
      sentence: `A list of ${describeType(from, 'many')} cannot fill a list of ${describeType(to, 'many')}.`,
    };
  }
  return conversionOf(from, to);
}

function repetitions(path: string): number {
  return path.split('[*]').length - 1;
}

function describeEnum(values: readonly string[], size: number): string {
  const shown = values.slice(0, 3).map((value) => `“${value}”`);
  const more = size - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${more} more`;
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : shown.join('');
}

function startSentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
