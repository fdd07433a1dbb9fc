import { dependenciesOf, type Plan } from './plan';

/** For each object how many others wait for it one after another: the length of the longest chain behind it. */
export function countBehind(plan: Pick<Plan, 'objects'>): Map<string, number> {
  const behind = new Map<string, number>();
  // Each comes after what it needs, so that from the end every chain is known.
  for (const object of plan.objects.toReversed()) {
    const own = behind.get(object.key) ?? 0;
    behind.set(object.key, own);
    for (const key of dependenciesOf(object)) behind.set(key, Math.max(behind.get(key) ?? 0, own + 1));
  }
  return behind;
}
