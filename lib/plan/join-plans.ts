import { canonicalJson } from './canonical-json';
import type { Plan, PlanObject } from './plan';

/**
 * One plan out of those of several dataflows. Keys are preceded by the part they belong to, such as `charges/dataflow`,
 * and parts are carried out side by side. Only what they change about a schema that they share is in common: the same
 * identity is set once, and a field group gets the fields of one part after those of another.
 */
export function joinPlans(parts: readonly { part: string; plan: Plan }[]): Plan {
  const objects = parts.flatMap(({ part, plan }) => plan.objects.map((object) => inPart(object, part)));
  return { format: 1, objects: extendInTurn(identifyOnce(objects)) };
}

/** Identities of one schema that say the same, once: whoever waited for a later one waits for the first. */
function identifyOnce(objects: readonly PlanObject[]): PlanObject[] {
  const first = new Map<string, string>();
  const keyOf = new Map<string, string>();
  const kept = objects.filter((object) => {
    // One that refers to a schema of its own plan is about no other.
    if (object.kind !== 'identity' || object.references.length > 0) return true;
    const said = canonicalJson(object.request.body);
    const known = first.get(said);
    if (known === undefined) first.set(said, object.key);
    else keyOf.set(object.key, known);
    return known === undefined;
  });
  if (keyOf.size === 0) return kept;
  return kept.map((object) =>
    object.after ? { ...object, after: object.after.map((key) => keyOf.get(key) ?? key) } : object,
  );
}

/** Each change of a field group sees what the one before it has added: both may make the same object for their fields. */
function extendInTurn(objects: readonly PlanObject[]): PlanObject[] {
  const latest = new Map<string, string>();
  return objects.map((object) => {
    if (object.kind !== 'fieldGroupExtension') return object;
    const id = String(object.request.body.id);
    const before = latest.get(id);
    latest.set(id, object.key);
    return before === undefined ? object : { ...object, after: [...(object.after ?? []), before] };
  });
}

/** The key of an object within its part of a plan; an empty part is a plan of its own. */
export function keyInPart(part: string, key: string): string {
  return part === '' ? key : `${part}/${key}`;
}

function inPart(object: PlanObject, part: string): PlanObject {
  return {
    ...object,
    key: keyInPart(part, object.key),
    references: object.references.map((reference) => ({
      ...reference,
      from: keyInPart(part, reference.from),
    })),
    ...(object.after && { after: object.after.map((key) => keyInPart(part, key)) }),
  };
}
