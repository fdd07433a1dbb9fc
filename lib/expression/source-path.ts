import type { Expression, ExpressionError } from './ast';
import { printName } from './field-name';
import { readSyntax } from './syntax';

/** One step into a record. */
export type SourcePathSegment =
  | { kind: 'name'; name: string }
  | { kind: 'index'; index: number }
  | { kind: 'wildcard' };

/** Way to a value inside one record; the first segment is always a name. */
export type SourcePath = readonly SourcePathSegment[];

export type SourcePathResult = { ok: true; path: SourcePath } | { ok: false; errors: ExpressionError[] };

/**
 * Reads the path of an attribute row: names, `[n]`, `[*]`, `\.` and `${…}`, and nothing that computes. Positions refer
 * to `text`.
 */
export function parseSourcePath(text: string): SourcePathResult {
  const syntax = readSyntax(text);
  if (!syntax.ok) return syntax;
  const path = toSourcePath(syntax.tree);
  if (path) return { ok: true, path };
  const message = 'This is not a path: use names, dots, [0] and [*], or make it a calculated field';
  return { ok: false, errors: [{ message, from: 0, to: text.length }] };
}

/** The path an expression consists of, or undefined when it is more than a path. */
export function toSourcePath(tree: Expression): SourcePath | undefined {
  const segments: SourcePathSegment[] = [];
  let node = tree;
  for (;;) {
    switch (node.kind) {
      case 'field':
        segments.push({ kind: 'name', name: node.name });
        return segments.reverse();
      case 'member':
        segments.push({ kind: 'name', name: node.name });
        node = node.target;
        break;
      case 'wildcard':
        segments.push({ kind: 'wildcard' });
        node = node.target;
        break;
      case 'index':
        if (node.index.kind !== 'number' || node.index.decimal || typeof node.index.value === 'bigint')
          return;
        segments.push({ kind: 'index', index: node.index.value });
        node = node.target;
        break;
      default:
        return undefined;
    }
  }
}

/** Writes a path so that `parseSourcePath` reads the same segments back. */
export function printSourcePath(path: SourcePath): string {
  return path
    .map((segment, position) => {
      if (segment.kind === 'wildcard') return '[*]';
      if (segment.kind === 'index') return `[${segment.index}]`;
      return position === 0 ? printName(segment.name) : `.${printName(segment.name)}`;
    })
    .join('');
}

/**
 * Value at the path, or undefined where the record has none (also for text that is not a path). Only own fields are
 * read. A wildcard gives one entry per element, null where an element has no value, and nests for nested wildcards.
 */
export function readSourcePath(path: string | SourcePath, record: unknown): unknown {
  const segments = typeof path === 'string' ? parseCached(path) : path;
  return segments ? readFrom(segments, 0, record) : undefined;
}

function readFrom(path: SourcePath, start: number, value: unknown): unknown {
  let current = value;
  for (let at = start; at < path.length; at += 1) {
    const segment = path[at];
    if (segment === undefined) return undefined;
    if (segment.kind === 'wildcard') {
      if (!Array.isArray(current)) return undefined;
      return current.map((element) => readFrom(path, at + 1, element) ?? null);
    }
    current =
      segment.kind === 'index' ? readElement(current, segment.index) : readOwnField(current, segment.name);
    if (current === undefined) return undefined;
  }
  return current;
}

function isFieldHolder(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Own field of an object, or undefined: arrays, text and inherited members have no fields. */
export function readOwnField(value: unknown, name: string): unknown {
  if (!isFieldHolder(value) || !Object.hasOwn(value, name)) return undefined;
  return value[name];
}

/** Element of an array, or undefined outside it. */
export function readElement(value: unknown, index: number): unknown {
  return Array.isArray(value) && Number.isInteger(index) && index >= 0 ? value[index] : undefined;
}

const parsedPaths = new Map<string, SourcePath | null>();
const maxCachedPaths = 2000;

function parseCached(text: string): SourcePath | null {
  const known = parsedPaths.get(text);
  if (known !== undefined) return known;
  const result = parseSourcePath(text);
  const path = result.ok ? result.path : null;
  if (parsedPaths.size >= maxCachedPaths) parsedPaths.clear();
  parsedPaths.set(text, path);
  return path;
}
