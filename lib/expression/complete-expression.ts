import { isInQuotes } from './find-call-at';
import type { ExpressionFunction } from './function-definition';
import { expressionFunctions } from './functions';

/** A source field as completion offers it. */
export type CompletionField = {
  /** As it is written in an expression. */
  path: string;
  /** Of the value, in words. */
  typeName: string;
};

export type ExpressionCompletion = {
  /** Replaced by `insert`. */
  from: number;
  to: number;
  insert: string;
  /** Where the cursor comes to stand, counted from the end of `insert` backwards. */
  cursorFromEnd: number;
} & (
  | { kind: 'field'; field: CompletionField }
  | { kind: 'function' | 'method'; definition: ExpressionFunction }
);

const longestWord = 1_000;
const mostOffered = 60;
const shortestMeaning = 3;
// A name under way: dots, brackets and `${…` belong to it.
const wordBefore =
  /(?:\$\{(?:[^\\}]|\\.)*\}?|[\p{L}_$]|\\\.)(?:[\p{L}\p{Nd}_$.]|\\\.|\[(?:\d*|\*)\]?|\$\{(?:[^\\}]|\\.)*\}?)*$/u;

/**
 * Fields and functions that fit what is being typed, best first; undefined inside a text in quotes, and before a first
 * letter unless it was asked for. A field is found by any part of its path, a function by its name and its meaning.
 */
export function completeExpression(
  text: string,
  position: number,
  fields: readonly CompletionField[],
  { isExplicit = false } = {},
): readonly ExpressionCompletion[] | undefined {
  if (isInQuotes(text, position)) return undefined;
  const before = text.slice(Math.max(0, position - longestWord), position);
  const word = wordBefore.exec(before)?.[0] ?? '';
  // What follows a value's dot without a name before it, as in `trim(x).eq`.
  const afterValue =
    word === '' ? (/[)\]"'}]\s*\.\s*([\p{L}_][\p{L}\p{Nd}_]*)?$/u.exec(before)?.[1] ?? '') : '';
  const isAfterValue = word === '' && /[)\]"'}]\s*\.\s*(?:[\p{L}_][\p{L}\p{Nd}_]*)?$/u.test(before);
  if (isAfterValue) return methods(afterValue, position - afterValue.length, position, text);
  if (word === '' && !isExplicit) return undefined;
  const from = position - word.length;
  const ranked: { rank: number; option: ExpressionCompletion }[] = [];
  for (const field of fields) {
    const rank = rankField(field.path, word);
    if (rank === undefined) continue;
    const option = {
      kind: 'field',
      field,
      from,
      to: position,
      insert: field.path,
      cursorFromEnd: 0,
    } as const;
    ranked.push({ rank, option });
  }
  for (const definition of expressionFunctions) {
    if (definition.method) continue;
    const rank = rankFunction(definition, word);
    if (rank !== undefined)
      ranked.push({ rank, option: callOf(definition, 'function', from, position, text) });
  }
  ranked.sort((a, b) => a.rank - b.rank);
  const options = ranked.slice(0, mostOffered).map(({ option }) => option);
  const lastDot = word.lastIndexOf('.');
  if (lastDot < 0) return options;
  const name = word.slice(lastDot + 1);
  return [...options, ...methods(name, position - name.length, position, text)];
}

/** Functions that a search finds by name, other name or meaning, best first; all of them without one. */
export function searchFunctions(query: string, category: string | undefined): readonly ExpressionFunction[] {
  const ranked = expressionFunctions.flatMap((definition) => {
    if (category !== undefined && definition.category !== category) return [];
    const rank = rankFunction(definition, query.trim());
    return rank === undefined ? [] : [{ rank, definition }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ definition }) => definition);
}

function methods(name: string, from: number, to: number, text: string): ExpressionCompletion[] {
  const typed = name.toLowerCase();
  return expressionFunctions
    .filter((definition) => definition.method && definition.name.toLowerCase().startsWith(typed))
    .map((definition) => callOf(definition, 'method', from, to, text));
}

function callOf(
  definition: ExpressionFunction,
  kind: 'function' | 'method',
  from: number,
  to: number,
  text: string,
): ExpressionCompletion {
  // Brackets that are there already are not written twice.
  const hasBrackets = text.charAt(to) === '(';
  const takesNothing = definition.params.length === 0;
  return {
    kind,
    definition,
    from,
    to,
    insert: hasBrackets ? definition.name : `${definition.name}()`,
    cursorFromEnd: hasBrackets || takesNothing ? 0 : 1,
  };
}

function rankField(path: string, word: string): number | undefined {
  if (word === '') return 1;
  const [typed, full] = [word.toLowerCase(), path.toLowerCase()];
  const name = full.slice(full.lastIndexOf('.') + 1);
  if (name.startsWith(typed)) return 0;
  if (full.startsWith(typed)) return 1;
  if (name.includes(typed)) return 2;
  if (full.includes(typed)) return 3;
  const parts = typed.split('.').filter((part) => part !== '');
  let at = 0;
  for (const part of parts) {
    const found = full.indexOf(part, at);
    if (found < 0) return undefined;
    at = found + part.length;
  }
  return parts.length > 1 ? 4 : undefined;
}

function rankFunction(definition: ExpressionFunction, word: string): number | undefined {
  if (word === '') return 2;
  const [typed, name] = [word.toLowerCase(), definition.name.toLowerCase()];
  if (name === typed) return -1;
  if (name.startsWith(typed)) return 0.5;
  if (name.includes(typed)) return 2.5;
  if (typed.length < shortestMeaning) return undefined;
  const meaning = `${definition.description} ${definition.category}`.toLowerCase();
  return typed.split(/\s+/).every((part) => meaning.includes(part)) ? 5 : undefined;
}
