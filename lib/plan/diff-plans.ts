import { withoutMarker } from '@/lib/format/without-marker';
import type { PlanObject } from './plan';

/** One value of a request body that differs; null where there was none, or is none any more. */
export type ChangedValue = { path: string; before: string | null; after: string | null };

/** An object that two plans do not agree about. */
export type PlanChange = {
  key: string;
  title: string;
  name: string;
  kind: 'added' | 'removed' | 'changed';
  /** Of a changed object, in the order of its body. */
  values: ChangedValue[];
};

/** What the second plan would make that the first would not, or otherwise; markers follow from the rest and are left out. */
export function diffPlans(before: readonly PlanObject[], after: readonly PlanObject[]): PlanChange[] {
  const known = new Map(before.map((object) => [object.key, object]));
  const wanted = new Set(after.map(({ key }) => key));
  const present = after.flatMap((object): PlanChange[] => {
    const { key, title, name } = object;
    const earlier = known.get(key);
    if (!earlier) return [{ key, title, name, kind: 'added', values: [] }];
    const values = diffBodies(earlier.request.body, object.request.body);
    return values.length === 0 ? [] : [{ key, title, name, kind: 'changed', values }];
  });
  const removed = before.flatMap(({ key, title, name }): PlanChange[] =>
    wanted.has(key) ? [] : [{ key, title, name, kind: 'removed', values: [] }],
  );
  return [...present, ...removed];
}

function diffBodies(before: unknown, after: unknown): ChangedValue[] {
  const then = new Map(leavesOf(before, ''));
  const now = new Map(leavesOf(after, ''));
  const paths = [...new Set([...then.keys(), ...now.keys()])];
  return paths.flatMap((path): ChangedValue[] => {
    const [was, is] = [then.get(path) ?? null, now.get(path) ?? null];
    return was === is ? [] : [{ path, before: was, after: is }];
  });
}

function leavesOf(value: unknown, path: string): [string, string][] {
  if (Array.isArray(value)) {
    // A row in the middle that goes must not make all after it look changed.
    return value.flatMap((entry: unknown, index) => leavesOf(entry, `${path}[${nameOf(entry) ?? index}]`));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, inner]) =>
      leavesOf(inner, path === '' ? name : `${path}.${name}`),
    );
  }
  return [[path, typeof value === 'string' ? withoutMarker(value) : String(value)]];
}

/** The rows of a mapping set are known by where they lead, in both forms that the platform takes. */
function nameOf(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const row: { destination?: unknown; destinationXdmPath?: unknown } = entry;
  const name = row.destination ?? row.destinationXdmPath;
  return typeof name === 'string' ? name : undefined;
}
