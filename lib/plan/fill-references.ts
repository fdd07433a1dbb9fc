import type { PlanObject } from './plan';

export type MadeObject = { id: string; version?: string | number | undefined };

const decode = (segment: string) => segment.replace(/~1/g, '/').replace(/~0/g, '~');

function setAt(node: unknown, segments: readonly string[], value: unknown): unknown {
  const [head, ...rest] = segments;
  if (head === undefined) return value;
  if (Array.isArray(node)) {
    return node.map((entry, index) => (String(index) === head ? setAt(entry, rest, value) : entry));
  }
  if (typeof node === 'object' && node !== null && Object.hasOwn(node, head)) {
    return Object.fromEntries(
      Object.entries(node).map(([key, entry]) => [key, key === head ? setAt(entry, rest, value) : entry]),
    );
  }
  throw new Error(`the plan points at /${segments.join('/')}, which its body does not have`);
}

/** The body that is sent: the reviewed one with the ids of the objects made before it. Throws when one is missing. */
export function fillReferences(
  object: PlanObject,
  made: Readonly<Partial<Record<string, MadeObject>>>,
): Record<string, unknown> {
  return object.references.reduce<Record<string, unknown>>((body, reference) => {
    const value = made[reference.from]?.[reference.value];
    if (value === undefined)
      throw new Error(`${object.key} needs the ${reference.value} of ${reference.from}`);
    return setAt(body, reference.pointer.slice(1).split('/').map(decode), value) as Record<string, unknown>;
  }, object.request.body);
}
