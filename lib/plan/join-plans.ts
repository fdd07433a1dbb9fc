import type { Plan, PlanObject } from './plan';

/**
 * One plan out of those of several dataflows. Keys are preceded by the part they belong to, such as `charges/dataflow`,
 * and no part refers to another, so that they can be carried out side by side.
 */
export function joinPlans(parts: readonly { part: string; plan: Plan }[]): Plan {
  return {
    format: 1,
    objects: parts.flatMap(({ part, plan }) => plan.objects.map((object) => inPart(object, part))),
  };
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
