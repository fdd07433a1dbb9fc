import type { SourceDefinition } from '@/lib/sources/source-definition';
import type { NewTarget } from '@/lib/wizard/draft';
import { proposeFields } from './propose-fields';
import { tenantPath } from './propose-target';

/** Where each field of one design is in the other one; undefined for a field that is left out there. */
function movesBetween(
  source: SourceDefinition,
  sourceSchema: unknown,
  tenantId: string,
  before: NewTarget,
  after: NewTarget,
): ReadonlyMap<string, string | undefined> {
  const pathsOf = (design: NewTarget): [source: string, path: string][] =>
    [...proposeFields(source, sourceSchema, design.fieldEdits).sourceOf].map(([path, from]) => [
      from,
      tenantPath(tenantId, design.container, path),
    ]);
  const next = new Map(pathsOf(after));
  return new Map(pathsOf(before).map(([from, path]) => [path, next.get(from)]));
}

const isSameShape = (before: NewTarget, after: NewTarget): boolean =>
  before.container === after.container && before.fieldEdits === after.fieldEdits;

/** The design with its identities at the places to which their fields have moved; those of lost fields are gone. */
export function moveDesign(
  source: SourceDefinition,
  sourceSchema: unknown,
  tenantId: string,
  before: NewTarget,
  after: NewTarget,
): NewTarget {
  if (!after.identities || after.identities.length === 0 || isSameShape(before, after)) return after;
  const moves = movesBetween(source, sourceSchema, tenantId, before, after);
  const { identities, isProfileEnabled, ...rest } = after;
  const kept = identities.flatMap((identity) => {
    const target = moves.has(identity.target) ? moves.get(identity.target) : identity.target;
    return target === undefined ? [] : [{ ...identity, target }];
  });
  return {
    ...rest,
    ...(kept.length > 0 && { identities: kept }),
    ...(isProfileEnabled && { isProfileEnabled }),
  };
}

/** New paths of the fields that are called or lie differently now. Lost fields are not among them: what fills them stays, to be seen. */
export function movedTargets(
  source: SourceDefinition,
  sourceSchema: unknown,
  tenantId: string,
  before: NewTarget,
  after: NewTarget,
): ReadonlyMap<string, string> {
  const moved = new Map<string, string>();
  if (isSameShape(before, after)) return moved;
  for (const [from, to] of movesBetween(source, sourceSchema, tenantId, before, after)) {
    if (to !== undefined && to !== from) moved.set(from, to);
  }
  // The object itself can be mapped as a whole.
  if (before.container !== after.container && before.container !== '' && after.container !== '')
    moved.set(tenantPath(tenantId, before.container, ''), tenantPath(tenantId, after.container, ''));
  return moved;
}
