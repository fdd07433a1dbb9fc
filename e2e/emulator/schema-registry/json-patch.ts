import type { Json } from '@/e2e/emulator/contract';

type Container = Json[] | { [key: string]: Json };

function segmentsOf(pointer: string): string[] | string {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) return `path ${pointer} does not start with /`;
  const segments = pointer.slice(1).split('/');
  if (segments.some((segment) => /~(?![01])/.test(segment))) return `path ${pointer} has a bad escape`;
  return segments.map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function step(node: Json | undefined, segment: string): Json | undefined {
  if (Array.isArray(node)) return /^(?:0|[1-9]\d{0,8})$/.test(segment) ? node[Number(segment)] : undefined;
  if (typeof node !== 'object' || node === null) return undefined;
  return Object.hasOwn(node, segment) ? node[segment] : undefined;
}

function read(root: Json, segments: string[]): Json | undefined {
  let node: Json | undefined = root;
  for (const segment of segments) node = step(node, segment);
  return node;
}

function put(target: Container, key: string, value: Json, insert: boolean): string | undefined {
  if (!Array.isArray(target)) {
    // An assignment to this name on an ordinary object would change its prototype.
    if (key === '__proto__') return 'a property must not be named __proto__';
    target[key] = value;
    return undefined;
  }
  if (insert && key === '-') {
    target.push(value);
    return undefined;
  }
  const index = /^(?:0|[1-9]\d{0,8})$/.test(key) ? Number(key) : -1;
  if (index < 0 || index > target.length - (insert ? 0 : 1)) return `index ${key} is outside the list`;
  target.splice(index, insert ? 0 : 1, value);
  return undefined;
}

function remove(target: Container, key: string): void {
  if (Array.isArray(target)) target.splice(Number(key), 1);
  else delete target[key];
}

function same(left: Json | undefined, right: Json | undefined): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => step(right, key) !== undefined && same(step(left, key), step(right, key)))
  );
}

function applyOne(root: Json, operation: Json): string | undefined {
  if (typeof operation !== 'object' || operation === null || Array.isArray(operation)) {
    return 'an operation must be an object';
  }
  const op = typeof operation.op === 'string' ? operation.op.toLowerCase() : '';
  if (!['add', 'remove', 'replace', 'move', 'copy', 'test'].includes(op)) return `operation ${op} is unknown`;
  if (typeof operation.path !== 'string') return 'path must be a string';
  const segments = segmentsOf(operation.path);
  if (typeof segments === 'string') return segments;
  const last = segments.at(-1);
  if (last === undefined) return 'the whole document cannot be patched';
  const parent = read(root, segments.slice(0, -1));
  if (typeof parent !== 'object' || parent === null) return `path ${operation.path} does not exist`;
  const current = step(parent, last);
  if ((op === 'remove' || op === 'replace') && current === undefined)
    return `path ${operation.path} does not exist`;

  if (op === 'remove') {
    remove(parent, last);
    return undefined;
  }
  if (op === 'move' || op === 'copy') {
    if (typeof operation.from !== 'string') return 'from must be a string';
    const from = segmentsOf(operation.from);
    if (typeof from === 'string') return from;
    const key = from.at(-1);
    const holder = read(root, from.slice(0, -1));
    const value = read(root, from);
    if (key === undefined || value === undefined || typeof holder !== 'object' || holder === null) {
      return `path ${operation.from} does not exist`;
    }
    if (op === 'move' && operation.path.startsWith(`${operation.from}/`))
      return 'a value cannot move into itself';
    const copied = structuredClone(value);
    if (op === 'move') remove(holder, key);
    return put(parent, last, copied, true);
  }
  if (operation.value === undefined) return `operation ${op} needs a value`;
  if (op === 'test') return same(current, operation.value) ? undefined : `test failed at ${operation.path}`;
  return put(parent, last, structuredClone(operation.value), op === 'add');
}

/**
 * Applies a JSON Patch list (RFC 6902) to a copy of a document. The original is never changed: the first operation that
 * cannot be applied refuses them all.
 */
export function applyJsonPatch(
  document: Json,
  operations: Json,
): { ok: true; document: Json } | { ok: false; message: string } {
  if (!Array.isArray(operations))
    return { ok: false, message: 'The body must be a list of JSON Patch operations' };
  if (operations.length === 0) return { ok: false, message: 'The list of JSON Patch operations is empty' };
  const copy = structuredClone(document);
  for (const [position, operation] of operations.entries()) {
    const message = applyOne(copy, operation);
    if (message !== undefined) return { ok: false, message: `Operation ${position}: ${message}` };
  }
  return { ok: true, document: copy };
}
