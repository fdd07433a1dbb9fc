import type { FieldType } from './field-type';
import type { JsonSchemaNode } from './json-schema';

/** What a schema says about single values besides their type; bounds are included, lengths are in UTF-16 units. */
export type ValueLimits = {
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
};

/** The bounds of XDM's whole numbers; those that the tree knows as types of their own are said by the type. */
const typeBounds: Readonly<Record<string, readonly [minimum: number, maximum: number]>> = {
  byte: [-128, 127],
  short: [-32_768, 32_767],
};

// Both of Adobe's spellings of each: with the bound itself and one beyond.
const naturalBounds: ReadonlySet<number> = new Set(
  [2_147_483_647, 2_147_483_648, 9_007_199_254_740_991, 9_007_199_254_740_992].flatMap((bound) => [
    bound,
    -bound,
  ]),
);

/** The limits that a node states for its values; undefined when its type says all there is to say. */
export function limitsOf(node: JsonSchemaNode, type: FieldType): ValueLimits | undefined {
  const limits: ValueLimits = {};
  if (type === 'integer' || type === 'long' || type === 'number') {
    const [least, most] = typeBounds[String(node['meta:xdmType'])] ?? [];
    const minimum = typeof node.minimum === 'number' ? node.minimum : least;
    const maximum = typeof node.maximum === 'number' ? node.maximum : most;
    if (minimum !== undefined && !naturalBounds.has(minimum)) limits.minimum = minimum;
    if (maximum !== undefined && !naturalBounds.has(maximum)) limits.maximum = maximum;
  }
  if (type === 'string') {
    if (typeof node.minLength === 'number' && node.minLength > 0) limits.minLength = node.minLength;
    if (typeof node.maxLength === 'number') limits.maxLength = node.maxLength;
    if (typeof node.pattern === 'string' && node.pattern !== '') limits.pattern = node.pattern;
  }
  return Object.keys(limits).length === 0 ? undefined : limits;
}

const count = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 10 });
const characters = (value: number): string => `${count(value)} ${value === 1 ? 'character' : 'characters'}`;

/** What the limits ask of a value, as sentences. */
export function describeLimits({ minimum, maximum, minLength, maxLength, pattern }: ValueLimits): string {
  const sentences = [
    minimum !== undefined && maximum !== undefined
      ? `Only values from ${count(minimum)} to ${count(maximum)} are accepted.`
      : minimum !== undefined
        ? `Only values of ${count(minimum)} or more are accepted.`
        : maximum !== undefined
          ? `Only values up to ${count(maximum)} are accepted.`
          : undefined,
    minLength !== undefined && maxLength !== undefined
      ? minLength === maxLength
        ? `Only texts of ${characters(minLength)} are accepted.`
        : `Only texts of ${count(minLength)} to ${characters(maxLength)} are accepted.`
      : minLength !== undefined
        ? `Only texts of ${characters(minLength)} or more are accepted.`
        : maxLength !== undefined
          ? `Only texts of up to ${characters(maxLength)} are accepted.`
          : undefined,
    pattern !== undefined
      ? `Only texts of the form ${pattern.length > 60 ? `${pattern.slice(0, 59)}…` : pattern} are accepted.`
      : undefined,
  ];
  return sentences.filter((sentence) => sentence !== undefined).join(' ');
}
