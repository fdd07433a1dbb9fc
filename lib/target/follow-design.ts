import { formatPlural } from '@/lib/format/numbers';
import type { NewFieldMapping } from '@/lib/mapping/commands';
import { doCommand } from '@/lib/mapping/history';
import { type MappingHistory, movePairs } from '@/lib/mapping/mapping';
import type { CommandContext } from '@/lib/mapping/reducer';
import type { SourceDefinition } from '@/lib/sources/source-definition';
import type { NewTarget, Target } from '@/lib/wizard/draft';
import { movedTargets } from './move-design';
import { proposeMappings } from './propose-mappings';

export type DesignChange = {
  source: SourceDefinition;
  resourcePath: string;
  sourceSchema: unknown;
  tenantId: string;
  before: Target | undefined;
  after: NewTarget;
  /** Also fills every field of the new target that nothing fills yet. */
  mapsAll: boolean;
};

/**
 * The mappings once a new target is designed otherwise: they follow their fields to new names, and so does what was
 * suggested and turned down; one step for each kind of change.
 */
export function followDesign(
  history: MappingHistory,
  { source, resourcePath, sourceSchema, tenantId, before, after, mapsAll }: DesignChange,
  context: CommandContext,
): MappingHistory {
  let next = history;
  if (before?.kind === 'create') {
    const moves = movedTargets(source, sourceSchema, tenantId, before, after);
    const label = 'Follow the new names of the target';
    next = doCommand(next, { type: 'follow-targets', moves, label }, context);
    const offered = next.offered && movePairs(next.offered, moves);
    if (offered !== next.offered) next = { ...next, ...(offered && { offered }) };
  }
  if (!mapsAll) return next;
  const filled = new Set(next.state.mappings.map(({ target }) => target));
  const mappings = proposeMappings(source, resourcePath, sourceSchema, tenantId, after).filter(
    ({ target }) => !filled.has(target),
  );
  const label = `Map ${formatPlural(mappings.length, 'field')} of the new target`;
  return mappings.length > 0 ? doCommand(next, { type: 'connect-many', mappings, label }, context) : next;
}

/** The mappings once a field group gets fields: those that fill them beside those that are there, in one step. */
export function mapAdditions(
  history: MappingHistory,
  rows: readonly NewFieldMapping[],
  context: CommandContext,
): MappingHistory {
  const filled = new Set(history.state.mappings.map(({ target }) => target));
  const mappings = rows.filter(({ target }) => !filled.has(target));
  const label = `Map ${formatPlural(mappings.length, 'field')} of the field group`;
  return mappings.length > 0
    ? doCommand(history, { type: 'connect-many', mappings, label }, context)
    : history;
}
