import type { Json, ServiceRequest } from '../contract';
import { isObject } from '../plain-json';
import { flowError, sourcesError } from './flow-error';

type JsonObject = Record<string, Json>;

/** The body as an object with no fields but these. An empty body is 1405, an unknown field 1312. */
export function readBodyObject(request: ServiceRequest, allowed: string[]): JsonObject {
  const { body } = request;
  if (body === undefined || (isObject(body) && Object.keys(body).length === 0)) {
    throw flowError(request, '1405-400', 'The request body is empty.');
  }
  if (!isObject(body)) throw invalidValue(request, 'body', 'an object is expected');
  refuseUnknown(request, body, allowed, '');
  return body;
}

/** Refuses fields outside the documented ones. */
export function refuseUnknown(
  request: ServiceRequest,
  value: JsonObject,
  allowed: string[],
  within: string,
): void {
  const unknown = Object.keys(value).find((key) => !allowed.includes(key));
  if (unknown !== undefined) throw invalidValue(request, `${within}${unknown}`, 'the field is not supported');
}

/** 1312: a parameter has a value it cannot have. */
export function invalidValue(request: ServiceRequest, field: string, reason: string) {
  return sourcesError(request, '1312-400', `The value of the parameter ${field} is invalid: ${reason}.`);
}

/** 1304: a mandatory field is not there. */
export function missingField(request: ServiceRequest, field: string) {
  return sourcesError(request, '1304-400', `The mandatory field ${field} is missing.`);
}

/** A required non-empty string. */
export function readText(request: ServiceRequest, body: JsonObject, field: string): string {
  const value = body[field];
  if (value === undefined || value === null) throw missingField(request, field);
  if (typeof value !== 'string') throw invalidValue(request, field, 'a string is expected');
  if (value.trim() === '') throw missingField(request, field);
  return value;
}

/** An optional string; null counts as absent. */
export function readOptionalText(request: ServiceRequest, body: JsonObject, field: string): JsonObject {
  const value = body[field];
  if (value === undefined || value === null) return {};
  if (typeof value !== 'string') throw invalidValue(request, field, 'a string is expected');
  return { [field]: value };
}

/** A required object. */
export function readObject(request: ServiceRequest, body: JsonObject, field: string): JsonObject {
  const value = body[field];
  if (value === undefined || value === null) throw missingField(request, field);
  if (!isObject(value)) throw invalidValue(request, field, 'an object is expected');
  return value;
}

/** An optional object. */
export function readOptionalObject(
  request: ServiceRequest,
  body: JsonObject,
  field: string,
): JsonObject | undefined {
  return body[field] === undefined || body[field] === null ? undefined : readObject(request, body, field);
}

/** `{id, version}` of a spec. An id that is not the expected one is 1413. */
export function readSpecReference(
  request: ServiceRequest,
  body: JsonObject,
  field: string,
  isKnown: (id: string) => boolean,
): { id: string; version: string } {
  const spec = readObject(request, body, field);
  refuseUnknown(request, spec, ['id', 'version'], `${field}.`);
  const id = readText(request, spec, 'id');
  const version = readText(request, spec, 'version');
  if (!isKnown(id)) throw flowError(request, '1413-400', `The spec ID ${id} is invalid.`);
  if (version !== '1.0') throw invalidValue(request, `${field}.version`, 'the spec has no such version');
  return { id, version };
}
