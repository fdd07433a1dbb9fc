import { toCount, toText } from '../coerce';
import {
  charge,
  chargeList,
  chargeText,
  checkTextLength,
  type EvaluationContext,
} from '../evaluation-context';
import {
  aliasFunction,
  defineFunctions,
  type FunctionBody,
  type FunctionParameter,
} from '../function-definition';
import { splitByPattern } from '../regex/split-by-pattern';
import { fail } from '../value';

function textParam(name: string, description: string): FunctionParameter {
  return { name, kind: 'string', description };
}

const input = textParam('input', 'The text to work on');

/** A function of one text; null for null. */
function onText(name: string, change: (text: string) => string): FunctionBody {
  return ([value], context) => {
    const text = toText(value, name);
    if (text === null) return null;
    charge(context, text.length >> 4);
    return chargeText(context, change(text));
  };
}

const concat: FunctionBody = (args, context) => {
  let joined: string | null = null;
  for (const arg of args) {
    const part = toText(arg, 'concat');
    // A missing part leaves a gap, as in a name without a middle name; nothing at all stays null.
    if (part === null) continue;
    checkTextLength((joined?.length ?? 0) + part.length);
    joined = joined === null ? part : joined + part;
  }
  return joined === null ? null : chargeText(context, joined);
};

function joinParts(parts: readonly (string | null)[], separator: string, context: EvaluationContext): string {
  let length = separator.length * Math.max(0, parts.length - 1);
  for (const part of parts) length += part?.length ?? 0;
  checkTextLength(length);
  return chargeText(context, parts.map((part) => part ?? '').join(separator));
}

const explode: FunctionBody = ([value, pattern], context) => {
  const text = toText(value, 'explode');
  return text === null ? null : splitByPattern(text, toText(pattern, 'explode') || ',', context);
};

const split: FunctionBody = ([value, separators], context) => {
  const text = toText(value, 'split');
  const written = toText(separators, 'split');
  if (text === null) return null;
  if (!written) return fail('split needs a separator');
  const characters = new Set(written.replace(/\\([\s\S])/g, '$1'));
  charge(context, text.length);
  const parts = [''];
  for (const char of text) {
    if (characters.has(char)) parts.push('');
    else parts[parts.length - 1] += char;
  }
  while (parts.length > 1 && parts.at(-1) === '') parts.pop();
  chargeList(context, parts.length);
  return parts;
};

const join: FunctionBody = ([separator, ...values], context) => {
  const [only] = values;
  const list = values.length === 1 && Array.isArray(only) ? only : values.flat();
  chargeList(context, list.length);
  if (values.length === 1 && (only === null || only === undefined)) return null;
  const parts = list.map((item) => toText(item, 'join')).filter((part) => part !== null);
  return joinParts(parts, toText(separator, 'join') ?? '', context);
};

const instr: FunctionBody = ([value, wanted, start, occurrence], context) => {
  const text = toText(value, 'instr');
  const sought = toText(wanted, 'instr');
  if (text === null || sought === null) return null;
  let remaining = toCount(occurrence, 'instr') ?? 1;
  if (remaining < 1) return fail('instr counts occurrences from 1');
  let at = Math.max(0, toCount(start, 'instr') ?? 0) - 1;
  charge(context, text.length >> 2);
  while (remaining > 0) {
    const next = at + 1 > text.length ? -1 : text.indexOf(sought, at + 1);
    // An empty text is found everywhere, also behind the end, for ever.
    if (next < 0 || next === at) return -1;
    charge(context, 1);
    at = next;
    remaining -= 1;
  }
  return at;
};

const replacestr: FunctionBody = ([value, find, replacement], context) => {
  const text = toText(value, 'replacestr');
  const sought = toText(find, 'replacestr');
  const put = toText(replacement, 'replacestr') ?? '';
  if (text === null) return null;
  if (!sought) return text;
  charge(context, text.length >> 2);
  const parts = text.split(sought);
  chargeList(context, parts.length);
  return joinParts(parts, put, context);
};

const substr: FunctionBody = ([value, start, count], context) => {
  const text = toText(value, 'substr');
  const from = toCount(start, 'substr');
  const length = toCount(count, 'substr');
  if (text === null || from === null || length === null) return null;
  if (from < 0 || length < 0) return fail('substr needs a start and a length of 0 or more');
  return chargeText(context, text.slice(from, from + length));
};

/** Pads with the repeated padding; the piece nearest the text may be cut. */
function padding(name: string, left: boolean): FunctionBody {
  return ([value, count, filler], context) => {
    const text = toText(value, name) ?? '';
    const length = toCount(count, name);
    if (length === null) return null;
    checkTextLength(length);
    const fill = toText(filler, name) || ' ';
    return chargeText(context, left ? text.padStart(length, fill) : text.padEnd(length, fill));
  };
}

function ending(name: string, cut: (text: string, count: number) => string): FunctionBody {
  return ([value, count], context) => {
    const text = toText(value, name);
    const length = toCount(count, name);
    if (text === null || length === null) return null;
    return chargeText(context, cut(text, Math.max(0, length)));
  };
}

function equality(name: string, fold: (text: string) => string): FunctionBody {
  return ([left, right], context) => {
    const a = toText(left, name);
    const b = toText(right, name);
    charge(context, ((a?.length ?? 0) + (b?.length ?? 0)) >> 4);
    return a !== null && b !== null && fold(a) === fold(b);
  };
}

const lower = {
  name: 'lower',
  signature: 'lower(input)',
  description: 'Writes a text in small letters.',
  params: [input],
  returns: 'string',
  example: 'lower("HeLLo")',
  result: '"hello"',
  evaluate: onText('lower', (text) => text.toLowerCase()),
} as const;

const upper = {
  name: 'upper',
  signature: 'upper(input)',
  description: 'Writes a text in capital letters.',
  params: [input],
  returns: 'string',
  example: 'upper("HeLLo")',
  result: '"HELLO"',
  evaluate: onText('upper', (text) => text.toUpperCase()),
} as const;

const countParam: FunctionParameter = { name: 'count', kind: 'integer', description: 'How many characters' };
const lengthParam: FunctionParameter = {
  name: 'count',
  kind: 'integer',
  description: 'Length the result has at least',
};
const paddingParam = textParam('padding', 'What to fill with, repeated; a space when empty');
const otherParam = textParam('other', 'The text to compare with');

export const stringFunctions = defineFunctions('String', [
  {
    name: 'concat',
    signature: 'concat(string, …)',
    description:
      'Puts texts together in order. A missing part is left out; nothing but missing parts gives null.',
    params: [
      { name: 'string', kind: 'any', description: 'A text, number, truth value or date', repeats: true },
    ],
    returns: 'string',
    example: 'concat("Hi, ", "there", "!")',
    result: '"Hi, there!"',
    evaluate: concat,
  },
  {
    name: 'explode',
    signature: 'explode(input, [regex])',
    description: 'Cuts a text into a list wherever the pattern fits; at commas when no pattern is given.',
    params: [
      input,
      { ...textParam('regex', 'Pattern of the separator; escape its special characters'), optional: true },
    ],
    returns: 'array',
    example: 'explode("Hi, there!", " ")',
    result: '["Hi,","there!"]',
    evaluate: explode,
  },
  {
    name: 'instr',
    signature: 'instr(input, substring, [start], [occurrence])',
    description: 'Position of a text inside another, counted from 0; -1 when it is not there.',
    params: [
      input,
      textParam('substring', 'The text to look for'),
      {
        name: 'start',
        kind: 'integer',
        description: 'Position to start at, 0 when left out',
        optional: true,
      },
      {
        name: 'occurrence',
        kind: 'integer',
        description: 'Which occurrence, 1 when left out',
        optional: true,
      },
    ],
    returns: 'integer',
    example: 'instr("adobe.com", "com")',
    result: '6',
    evaluate: instr,
  },
  {
    name: 'replacestr',
    signature: 'replacestr(input, find, replacement)',
    description: 'Replaces a text by another wherever it occurs.',
    params: [input, textParam('find', 'What to replace'), textParam('replacement', 'What to put there')],
    returns: 'string',
    example: 'replacestr("This is a string re test", "re", "replace")',
    result: '"This is a string replace test"',
    evaluate: replacestr,
  },
  {
    name: 'substr',
    signature: 'substr(input, start, length)',
    description: 'Part of a text.',
    params: [
      input,
      { name: 'start', kind: 'integer', description: 'Position of the first character, counted from 0' },
      { name: 'length', kind: 'integer', description: 'How many characters' },
    ],
    returns: 'string',
    example: 'substr("This is a substring test", 7, 8)',
    result: '" a subst"',
    evaluate: substr,
  },
  lower,
  { ...aliasFunction(lower, 'lcase') },
  upper,
  { ...aliasFunction(upper, 'ucase') },
  {
    name: 'split',
    signature: 'split(input, separator)',
    description:
      'Cuts a text into a list at every character of the separator. Empty parts at the end are dropped.',
    params: [input, textParam('separator', 'Characters to cut at; a backslash escapes the next one')],
    returns: 'array',
    example: 'split("Hello world", " ")',
    result: '["Hello","world"]',
    evaluate: split,
  },
  {
    name: 'join',
    signature: 'join(separator, list)',
    description: 'Puts the elements of a list together with a separator between them. Nulls are left out.',
    params: [
      textParam('separator', 'What to put between the elements'),
      { name: 'list', kind: 'any', description: 'A list, or the elements one by one', repeats: true },
    ],
    returns: 'string',
    example: 'join(" ", to_array(true, "Hello", "world"))',
    result: '"Hello world"',
    evaluate: join,
  },
  {
    name: 'lpad',
    signature: 'lpad(input, count, padding)',
    description: 'Fills a text up on the left to a length. A missing text counts as empty.',
    params: [input, lengthParam, paddingParam],
    returns: 'string',
    example: 'lpad("bat", 8, "yz")',
    result: '"yzyzybat"',
    evaluate: padding('lpad', true),
  },
  {
    name: 'rpad',
    signature: 'rpad(input, count, padding)',
    description: 'Fills a text up on the right to a length. A missing text counts as empty.',
    params: [input, lengthParam, paddingParam],
    returns: 'string',
    example: 'rpad("bat", 8, "yz")',
    result: '"batyzyzy"',
    evaluate: padding('rpad', false),
  },
  {
    name: 'left',
    signature: 'left(input, count)',
    description: 'The first characters of a text.',
    params: [input, countParam],
    returns: 'string',
    example: 'left("abcde", 2)',
    result: '"ab"',
    evaluate: ending('left', (text, count) => text.slice(0, count)),
  },
  {
    name: 'right',
    signature: 'right(input, count)',
    description: 'The last characters of a text.',
    params: [input, countParam],
    returns: 'string',
    example: 'right("abcde", 2)',
    result: '"de"',
    evaluate: ending('right', (text, count) => text.slice(Math.max(0, text.length - count))),
  },
  {
    name: 'ltrim',
    signature: 'ltrim(input)',
    description: 'Drops white space at the start of a text.',
    params: [input],
    returns: 'string',
    example: 'ltrim(" hello")',
    result: '"hello"',
    evaluate: onText('ltrim', (text) => text.trimStart()),
  },
  {
    name: 'rtrim',
    signature: 'rtrim(input)',
    description: 'Drops white space at the end of a text.',
    params: [input],
    returns: 'string',
    example: 'rtrim("hello ")',
    result: '"hello"',
    evaluate: onText('rtrim', (text) => text.trimEnd()),
  },
  {
    name: 'trim',
    signature: 'trim(input)',
    description: 'Drops white space at both ends of a text.',
    params: [input],
    returns: 'string',
    example: 'trim(" hello ")',
    result: '"hello"',
    evaluate: onText('trim', (text) => text.trim()),
  },
  {
    name: 'equals',
    method: true,
    signature: 'input.equals(other)',
    description: 'Whether two texts are the same, letter case included.',
    params: [input, otherParam],
    returns: 'boolean',
    example: '"string1".equals("STRING1")',
    result: 'false',
    evaluate: equality('equals', (text) => text),
  },
  {
    name: 'equalsIgnoreCase',
    method: true,
    signature: 'input.equalsIgnoreCase(other)',
    description: 'Whether two texts are the same, letter case aside.',
    params: [input, otherParam],
    returns: 'boolean',
    example: '"string1".equalsIgnoreCase("STRING1")',
    result: 'true',
    evaluate: equality('equalsIgnoreCase', (text) => text.toUpperCase().toLowerCase()),
  },
]);
