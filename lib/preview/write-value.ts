import type { FieldPath, PathStep } from '@/lib/schema/field-path';
import { isJsonObject } from '@/lib/schema/json-schema';

/** An object of a mapped record. */
export type TargetTree = Record<string, unknown>;

/** An empty one. Without a prototype every name, `__proto__` too, is a field and nothing else. */
export function makeTree(): TargetTree {
  return Object.create(null);
}

/** Positions beyond this are refused: a path cannot ask for a list of millions. */
const maxIndex = 10_000;

/**
 * Writes a value at a path whose wildcards stand for `indexes`, making objects and lists on the way. False when a list
 * would grow too long.
 */
export function writeValue(
  root: TargetTree,
  path: FieldPath,
  indexes: readonly number[],
  value: unknown,
  overlay: (base: unknown, value: unknown) => unknown,
): boolean {
  let holder: TargetTree | unknown[] = root;
  let used = 0;
  for (const [position, step] of path.entries()) {
    const isLast = position === path.length - 1;
    const next = path[position + 1];
    if ('index' in step) {
      const index = step.index === '*' ? (indexes[used] ?? 0) : step.index;
      if (step.index === '*') used += 1;
      if (!Array.isArray(holder) || index > maxIndex) return false;
      while (holder.length <= index) holder.push(null);
      if (isLast) {
        holder[index] = overlay(holder[index], value);
        return true;
      }
      const entry = containerFor(next, holder[index]);
      holder[index] = entry;
      holder = entry;
      continue;
    }
    if (Array.isArray(holder)) return false;
    const known: unknown = Object.hasOwn(holder, step.name) ? holder[step.name] : undefined;
    if (isLast) {
      holder[step.name] = overlay(known, value);
      return true;
    }
    const child = containerFor(next, known);
    holder[step.name] = child;
    holder = child;
  }
  return true;
}

function containerFor(next: PathStep | undefined, known: unknown): TargetTree | unknown[] {
  if (next && 'index' in next) return Array.isArray(known) ? known : [];
  return isJsonObject(known) ? known : makeTree();
}
