import { findFieldId } from '@/lib/schema/field';
import type { SchemaTree } from '@/lib/schema/schema-tree';
import type { MappingPreset } from '@/lib/sources/source-definition';
import type { NewFieldMapping } from './commands';

export type PresetMappings = {
  /** Rows whose both ends exist, in the published order. */
  mappings: NewFieldMapping[];
  /** Published source paths that this source does not have. */
  missingSources: string[];
  /** Published target paths that this schema does not have. */
  missingTargets: string[];
};

/** The object of the organisation's own fields in XDM. */
export function tenantRootOf(tenantId: string): string {
  return `_${tenantId.replace(/^_/, '')}`;
}

/** A published mapping set fitted to an organisation and its two schemas. */
export function presetMappings(
  preset: MappingPreset,
  context: { tenantId: string; sourceTree: SchemaTree; targetTree: SchemaTree },
): PresetMappings {
  const result: PresetMappings = { mappings: [], missingSources: [], missingTargets: [] };
  for (const row of preset.rows) {
    const target = row.standard ? row.target : `${tenantRootOf(context.tenantId)}.${row.target}`;
    const hasSource = findFieldId(context.sourceTree, row.source) >= 0;
    const hasTarget = findFieldId(context.targetTree, target) >= 0;
    if (!hasSource && !result.missingSources.includes(row.source)) result.missingSources.push(row.source);
    if (!hasTarget) result.missingTargets.push(target);
    if (!hasSource || !hasTarget) continue;
    result.mappings.push({
      kind: 'attribute',
      source: row.source,
      target,
      ...(row.name === undefined ? {} : { name: row.name }),
      ...(row.description === undefined ? {} : { description: row.description }),
    });
  }
  return result;
}
