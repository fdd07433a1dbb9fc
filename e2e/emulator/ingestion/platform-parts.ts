export { addBatch, appendRecords, findDataset, readRecords } from '../catalog/lookup';
export { findSchema, resolveSchema } from '../schema-registry/lookup';

// TEMPORARY until data-prep exists
import type { Json, Sandbox } from '../contract';
export function findMappingSet(_s: Sandbox, _id: string, _v?: number): unknown {
  return undefined;
}
export function applyMappingSet(
  _m: unknown,
  record: Json,
  _s: unknown,
): { data: Json; errors: { message?: string }[] | null } {
  return { data: record, errors: [] };
}
export function validateRecord(_s: unknown, _r: Json): { path: string; code: string; message: string }[] {
  return [];
}
