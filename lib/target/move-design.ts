import type { MappingChange } from '@/lib/mapping/commands';
import type { FieldMapping } from '@/lib/mapping/mapping';
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

/** New targets for mappings whose field is called or lies differently now. Those of lost fields stay, to be seen. */
export function moveMappings(
  source: SourceDefinition,
  sourceSchema: unknown,
  tenantId: string,
  before: NewTarget,
  after: NewTarget,
  mappings: readonly FieldMapping[],
): MappingChange[] {
  if (isSameShape(before, after)) return [];
  const moves = movesBetween(source, sourceSchema, tenantId, before, after);
  return mappings.flatMap(({ id, target }): MappingChange[] => {
    const moved = moves.get(target);
    return moved === undefined || moved === target ? [] : [{ id, target: moved }];
  });
}
