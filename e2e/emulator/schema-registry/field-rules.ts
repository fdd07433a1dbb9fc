import { problem } from './registry-errors';
import { isObject, type JsonSchema } from './registry-state';
import { textPattern } from './text-pattern';

const types = new Set(['string', 'number', 'integer', 'boolean', 'object', 'array']);
const formats = new Set([
  'date',
  'date-time',
  'time',
  'uri',
  'uri-reference',
  'url-template',
  'email',
  'hostname',
  'ipv4',
  'ipv6',
  'uuid',
  'regex',
  'json-pointer',
]);
const maximumDepth = 60;

function refuse(where: string, why: string): never {
  throw problem(400, `${where === '' ? 'The resource' : `Field ${where}`} ${why}`);
}

function checkNumber(node: JsonSchema, where: string, keyword: string, atLeastZero: boolean): void {
  const value = node[keyword];
  if (value === undefined) return;
  const usable =
    typeof value === 'number' && Number.isFinite(value) && (!atLeastZero || (value >= 0 && value % 1 === 0));
  if (!usable)
    refuse(
      where,
      `has a ${keyword} that is not ${atLeastZero ? 'a whole number of at least 0' : 'a number'}`,
    );
}

function fits(value: unknown, type: string | undefined): boolean {
  if (type === 'integer') return typeof value === 'number' && Number.isInteger(value);
  return type === 'string' || type === 'number' || type === 'boolean' ? typeof value === type : true;
}

function checkKeywords(node: JsonSchema, where: string): void {
  for (const keyword of ['title', 'description', 'format', 'pattern', '$ref'] as const) {
    if (node[keyword] !== undefined && typeof node[keyword] !== 'string')
      refuse(where, `has a ${keyword} that is not text`);
  }
  if (node.type !== undefined && !types.has(node.type)) {
    refuse(where, `has the type ${JSON.stringify(node.type)}, which XDM does not know`);
  }
  if (node.format !== undefined && !formats.has(node.format))
    refuse(where, `has the unknown format ${node.format}`);
  if (node.pattern !== undefined && textPattern(node.pattern) === undefined) {
    refuse(where, 'has a pattern that is not a regular expression that can be used here');
  }
  for (const keyword of ['minimum', 'maximum']) checkNumber(node, where, keyword, false);
  for (const keyword of ['minLength', 'maxLength', 'minItems', 'maxItems'])
    checkNumber(node, where, keyword, true);
  if (node.minimum !== undefined && node.maximum !== undefined && node.minimum > node.maximum) {
    refuse(where, 'has a minimum above its maximum');
  }
  if (node.enum !== undefined) {
    if (!Array.isArray(node.enum) || node.enum.length === 0)
      refuse(where, 'has an enum that is not a list of values');
    if (!node.enum.every((value) => fits(value, node.type)))
      refuse(where, `has enum values that are not ${node.type}`);
  }
  const labels = node['meta:enum'];
  if (
    labels !== undefined &&
    (!isObject(labels) || Object.values(labels).some((label) => typeof label !== 'string'))
  ) {
    refuse(where, 'has a meta:enum that is not a map of labels');
  }
  if (node.required !== undefined) {
    const names: unknown = node.required;
    if (!Array.isArray(names) || names.some((name) => typeof name !== 'string')) {
      refuse(where, 'has a required list that is not a list of names');
    }
  }
}

function checkShape(node: JsonSchema, where: string): void {
  if (node.type === undefined && node.$ref === undefined && node.allOf === undefined)
    refuse(where, 'has no type');
  if (node.type === 'array' && node.items === undefined && node.$ref === undefined)
    refuse(where, 'is an array without items');
  if (node.type !== 'object') return;
  const open = node.additionalProperties !== undefined && node.additionalProperties !== false;
  if (open && node.properties !== undefined) refuse(where, 'is a map and must not declare properties');
  if (!open && node.properties === undefined && node.$ref === undefined && node.allOf === undefined) {
    refuse(where, 'is an object without properties');
  }
}

/** Which names may stand directly below a node. */
export type NameRule = (name: string, where: string) => void;

/** Letters, digits, dashes and underscores, not beginning with an underscore. */
export function checkFieldName(name: string, where: string): void {
  if (/^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(name)) return;
  refuse(
    where,
    'has a name that is not allowed: use letters, digits, dashes and underscores, not beginning with an underscore',
  );
}

function checkChildren(node: JsonSchema, where: string, nameRule: NameRule, depth: number): void {
  if (node.properties !== undefined) {
    if (!isObject(node.properties)) refuse(where, 'has properties that are not an object');
    const known = new Map<string, string>();
    for (const [name, child] of Object.entries(node.properties)) {
      const path = where === '' ? name : `${where}.${name}`;
      nameRule(name, path);
      const twin = known.get(name.toLowerCase());
      if (twin !== undefined) refuse(path, `differs from ${twin} by capitals only`);
      known.set(name.toLowerCase(), name);
      checkField(child, path, depth + 1);
    }
  }
  if (node.items !== undefined) checkField(node.items, `${where}[]`, depth + 1);
  if (typeof node.additionalProperties === 'object')
    checkField(node.additionalProperties, `${where}{}`, depth + 1);
  if (node.allOf !== undefined) {
    if (!Array.isArray(node.allOf)) refuse(where, 'has an allOf that is not a list');
    for (const part of node.allOf) {
      if (!isObject(part)) refuse(where, 'has an allOf part that is not an object');
      checkNode(part as JsonSchema, where, nameRule, depth + 1);
    }
  }
}

function checkField(node: unknown, where: string, depth: number): void {
  if (!isObject(node)) refuse(where, 'is not an object');
  const field = node as JsonSchema;
  checkShape(field, where);
  checkNode(field, where, checkFieldName, depth);
}

/** Checks one schema node and everything below it. @throws 400 naming the first field that breaks a rule. */
export function checkNode(node: JsonSchema, where: string, nameRule: NameRule, depth = 0): void {
  if (depth > maximumDepth) refuse(where, `is nested deeper than ${maximumDepth} levels`);
  checkKeywords(node, where);
  checkChildren(node, where, nameRule, depth);
}
