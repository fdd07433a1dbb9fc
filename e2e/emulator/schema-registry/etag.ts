import { createHash } from 'node:crypto';

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, inner]) => [key, canonical(inner)]);
}

/** The 64 hexadecimal digits of a resource's etag: they depend on its content and time alone, not on key order. */
export function contentEtag(content: unknown, nowMs: number): string {
  return createHash('sha256')
    .update(JSON.stringify([canonical(content), nowMs]))
    .digest('hex');
}
