import { readCatalog } from '@/e2e/emulator/catalog/catalog-state';
import type { Sandbox } from '@/e2e/emulator/contract';
import { breakingChanges } from './breaking-changes';
import { problem } from './registry-errors';
import { entry, type JsonSchema, registryState } from './registry-state';
import { referencedIds, resolveResource } from './resolve';
import { schemaConflict } from './resource-rules';
import { type Registry, tenantResources } from './resources';

/** Whether a schema is in Profile. */
export function hasUnionTag(resource: JsonSchema | undefined): boolean {
  const tags = resource?.['meta:immutableTags'];
  return Array.isArray(tags) && tags.includes('union');
}

/** Whether a dataset of the sandbox uses a schema. */
export function hasDatasets(sandbox: Sandbox, schemaId: string): boolean {
  return Object.values(readCatalog(sandbox).dataSets).some((dataset) => dataset.schemaRef.id === schemaId);
}

/** A schema whose fields another resource decides; `resolved` as it is now where it has data or is in Profile. */
export type DependentSchema = { id: string; resolved: JsonSchema | undefined };

/** Every schema that a change of a resource reaches, itself included. */
export function dependentSchemas(registry: Registry, changed: string): DependentSchema[] {
  return tenantResources(registry, 'schemas')
    .filter((schema) => schema.$id === changed || referencedIds(registry, schema).includes(changed))
    .map((schema) => ({
      id: schema.$id,
      resolved:
        hasUnionTag(schema) || hasDatasets(registry.sandbox, schema.$id)
          ? resolveResource(registry, schema)
          : undefined,
    }));
}

/** Asks, after a change, whether every schema still holds together and takes the data it has. @throws 400 */
export function checkDependentSchemas(registry: Registry, schemas: readonly DependentSchema[]): void {
  for (const { id, resolved } of schemas) {
    const schema = entry(registryState(registry.sandbox).schemas, id);
    if (schema === undefined) continue;
    const conflict = schemaConflict(registry, schema);
    if (conflict !== undefined) throw problem(400, `${conflict}: ${id}`);
    const broken = resolved === undefined ? [] : breakingChanges(resolved, resolveResource(registry, schema));
    if (broken.length > 0) {
      throw problem(400, `The change would break data of the schema ${id}: ${broken.join('; ')}`);
    }
  }
}
