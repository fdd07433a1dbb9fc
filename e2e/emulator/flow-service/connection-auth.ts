import type { Json, ServiceRequest } from '../contract';
import { clonePlain } from '../plain-json';
import { findSource } from '../sources/sources';
import { invalidValue, missingField, readOptionalObject, readText, refuseUnknown } from './body-fields';
import { flowError } from './flow-error';
import { authSpecName } from './specs';

/** Reads `auth` of a base connection: the source's own auth spec with every field it names, as text. */
export function readAuth(request: ServiceRequest, auth: Record<string, Json>, specId: string): Json {
  refuseUnknown(request, auth, ['specName', 'params'], 'auth.');
  const specName = readText(request, auth, 'specName');
  if (specName !== authSpecName) {
    throw flowError(
      request,
      '1415-400',
      `The auth spec name ${specName} is unknown for the connection spec.`,
    );
  }
  const params = readOptionalObject(request, auth, 'params');
  if (!params) throw missingField(request, 'auth.params');
  const fields = findSource(specId)?.authFields ?? [];
  refuseUnknown(
    request,
    params,
    fields.map((field) => field.name),
    'auth.params.',
  );
  for (const field of fields) {
    const value = params[field.name];
    if (value === undefined || value === null || value === '') {
      throw missingField(request, `auth.params.${field.name}`);
    }
    if (typeof value !== 'string')
      throw invalidValue(request, `auth.params.${field.name}`, 'a string is expected');
  }
  const host = params.host;
  if (typeof host === 'string' && !/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(host)) {
    throw invalidValue(request, 'auth.params.host', 'a host name without scheme and path is expected');
  }
  return { specName, params: clonePlain(params) };
}
