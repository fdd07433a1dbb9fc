import type { Organisation, Sandbox } from '@/e2e/emulator/contract';
import { type JsonSchema, type Resource, registryState } from './registry-state';
import { resolveResource } from './resolve';
import { findGlobal, findTenant, type Registry } from './resources';
import { xdm } from './standard/standard-ids';
import { findUnion } from './unions';

/** What other services need to know of a schema; `version` is the full one, for example `1.2`. */
export type SchemaSummary = { id: string; title: string; version: string };

function findIn(registry: Registry, schemaId: string): Resource | undefined {
  const found = findTenant(registry, 'schemas', schemaId) ?? findGlobal(registry, 'schemas', schemaId);
  // Union views are made when they are asked for, so only ids that look like one are worth it.
  return found ?? (schemaId.endsWith('__union') ? findUnion(registry, schemaId) : undefined);
}

// Lookups by id alone never read the organisation: ids of tenant resources already name it.
const anyOrganisation: Organisation = { orgId: '', tenantId: '', credentials: [], sandboxes: {} };

/** A schema of this sandbox or of the global container by `$id` or `meta:altId`. */
export function findSchema(sandbox: Sandbox, schemaId: string): SchemaSummary | undefined {
  const schema = findIn({ organisation: anyOrganisation, sandbox }, schemaId);
  return schema === undefined ? undefined : { id: schema.$id, title: schema.title, version: schema.version };
}

/**
 * The schema with all its fields resolved, remembered until one of its parts changes. Callers must not change it.
 * `undefined` when the sandbox has no such schema.
 */
export function resolveSchema(
  organisation: Organisation,
  sandbox: Sandbox,
  schemaId: string,
): JsonSchema | undefined {
  const registry = { organisation, sandbox };
  const schema = findIn(registry, schemaId);
  return schema === undefined ? undefined : resolveResource(registry, schema);
}

/** Makes the generated schema of 10,000 fields visible in this sandbox. */
export function showSyntheticSchema(sandbox: Sandbox): void {
  registryState(sandbox).synthetic = true;
}

/** What the catalog needs to know of a schema. */
export type SchemaFacts = { id: string; behavior: 'record' | 'time-series' | 'adhoc'; unionEnabled: boolean };

/** Behaviour and Profile state of a schema, found by its `$id` alone as references are. */
export function schemaFacts(
  organisation: Organisation,
  sandbox: Sandbox,
  schemaId: string,
): SchemaFacts | undefined {
  const schema = findIn({ organisation, sandbox }, schemaId);
  if (schema === undefined || schema.$id !== schemaId) return undefined;
  const extended = Array.isArray(schema['meta:extends']) ? schema['meta:extends'] : [];
  const tags = schema['meta:immutableTags'];
  const behavior = extended.includes(xdm.timeSeries)
    ? 'time-series'
    : extended.includes(xdm.record)
      ? 'record'
      : 'adhoc';
  return { id: schema.$id, behavior, unionEnabled: Array.isArray(tags) && tags.includes('union') };
}
