import type { Json, ServiceReply, ServiceRequest } from '@/e2e/emulator/contract';
import { lookupAccept } from './accept';
import { resourceNotFound } from './registry-errors';
import type { JsonSchema } from './registry-state';
import { resolveResource } from './resolve';
import { findGlobal, findTenant, type Registry } from './resources';

const byFormat: Record<string, string> = {
  date: '2024-01-31',
  'date-time': '2024-01-31T12:00:00.000Z',
  email: 'someone@example.com',
  uri: 'https://example.com/sample',
  'uri-reference': '/uri-reference',
};

function sampleText(field: JsonSchema): string {
  const pattern = field.pattern ?? '';
  if (pattern === '^[A-Z]{3}$') return 'EUR';
  if (pattern === '^[A-Z]{2}$') return 'DE';
  if (pattern.startsWith('[0-1][0-9]-')) return '01-31';
  if (pattern.startsWith('^[A-Z]{2}-')) return 'DE-BE';
  if (pattern.startsWith('^[0-9]{1,3}')) return '49';
  const text = byFormat[field.format ?? ''] ?? 'Sample value';
  return field.maxLength === undefined ? text : text.slice(0, field.maxLength);
}

/** A record that fits a resolved schema; the same schema always gives the same record. */
export function sampleRecord(field: JsonSchema): Json {
  if (field.enum?.[0] !== undefined) return field.enum[0];
  if (field.default !== undefined) return field.default as Json;
  if (field.type === 'boolean') return true;
  if (field.type === 'integer' || field.type === 'number')
    return Math.min(Math.max(1, field.minimum ?? 1), field.maximum ?? 1);
  if (field.type === 'array') return field.items === undefined ? [] : [sampleRecord(field.items)];
  if (field.type === 'string') return sampleText(field);
  if (field.properties === undefined && typeof field.additionalProperties === 'object') {
    return { key: sampleRecord(field.additionalProperties) };
  }
  return Object.fromEntries(
    Object.entries(field.properties ?? {})
      .filter(([, child]) => child['meta:status'] !== 'deprecated')
      .map(([name, child]) => [name, sampleRecord(child)]),
  );
}

/** `GET /rpc/sampledata/{id}`: one record in the form of a schema. */
export function getSampleData(request: ServiceRequest): ServiceReply {
  const { version } = lookupAccept(request);
  const id = request.params.id ?? '';
  const registry: Registry = { organisation: request.organisation, sandbox: request.sandbox };
  const schema = findTenant(registry, 'schemas', id) ?? findGlobal(registry, 'schemas', id);
  if (schema === undefined || version !== 1) throw resourceNotFound(request, id, version);
  return { status: 200, body: sampleRecord(resolveResource(registry, schema)) };
}
