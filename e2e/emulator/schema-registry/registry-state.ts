import type { Json, Sandbox, Table } from '@/e2e/emulator/contract';
import type { AuditEntry } from './audit-log';

/** JSON Schema as the registry writes it: draft-06 keywords plus `meta:` annotations. */
export type JsonSchema = {
  $id?: string;
  $ref?: string;
  title?: string;
  description?: string;
  type?: string;
  format?: string;
  pattern?: string;
  enum?: Json[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  additionalProperties?: boolean | JsonSchema;
  required?: string[];
  allOf?: JsonSchema[];
  definitions?: Record<string, JsonSchema>;
  [keyword: string]: unknown;
};

/** Collections as their URLs name them; field groups keep `mixins` in their ids. */
export type ResourceKind = 'classes' | 'fieldgroups' | 'datatypes' | 'schemas' | 'behaviors';

/** A stored class, field group, data type, schema or behaviour. */
export type Resource = JsonSchema & {
  $id: string;
  'meta:altId': string;
  'meta:resourceType': string;
  version: string;
  title: string;
};

/** A stored descriptor; what it says depends on `@type`. */
export type Descriptor = {
  '@id': string;
  '@type': string;
  'xdm:sourceSchema': string;
  [key: string]: Json;
};

export type TenantKind = Exclude<ResourceKind, 'behaviors'>;

export type RegistryState = Record<TenantKind, Table<Resource>> & {
  descriptors: Table<Descriptor>;
  /** Whether the generated 10,000 field schema is visible in the global container. */
  synthetic: boolean;
  /** Changes of tenant resources, oldest first; absent until there is one. */
  auditLog?: AuditEntry[];
};

/** The name of this service, which is also the key of its slot in `sandbox.services`. */
export const registryName = 'schemaRegistry';

/** An empty registry: the tenant container before anybody has written to it. */
export function createRegistryState(): RegistryState {
  return {
    classes: Object.create(null),
    fieldgroups: Object.create(null),
    datatypes: Object.create(null),
    schemas: Object.create(null),
    descriptors: Object.create(null),
    synthetic: false,
  };
}

/** The registry's slot of a sandbox, made on first use. */
export function registryState(sandbox: Sandbox): RegistryState {
  const known = sandbox.services[registryName];
  if (known !== undefined) return known as RegistryState;
  const created = createRegistryState();
  sandbox.services[registryName] = created;
  return created;
}

/** Reads a table entry without ever touching a prototype: a snapshot's clone has ordinary objects. */
export function entry<T>(table: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** Whether a JSON value is an object, not a list and not null. */
export function isObject(value: unknown): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
