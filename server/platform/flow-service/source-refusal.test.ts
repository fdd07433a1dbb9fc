import { describe, expect, it } from 'vitest';
import { PlatformError, type PlatformErrorKind } from '../platform-error';
import { readSourceRefusal } from './source-refusal';

function refusal(code: string, detail: string, kind: PlatformErrorKind = 'rejected') {
  return readSourceRefusal(new PlatformError(kind, 'GET /connections/{id}/explore', { code, detail }));
}

describe('readSourceRefusal', () => {
  it.each([
    ['key-expired', 'The source responded with status 401: Expired API Key provided: [removed]'],
    ['key-expired', 'The source responded with status 401: The access token has expired.'],
    ['key-invalid', 'The source responded with status 401: Invalid API Key provided: [removed]'],
    ['key-invalid', 'The source responded with status 401: The access token is invalid.'],
    ['key-invalid', 'Unauthorized'],
    [
      'permission-missing',
      "The provided key '[removed]' does not have the required permissions for this endpoint.",
    ],
    ['permission-missing', 'The source responded with status 403: Forbidden'],
    ['host-unreachable', 'The host name of the OneTrust environment could not be resolved.'],
    ['host-unreachable', 'java.net.UnknownHostException: app.example.com: Name or service not known'],
    ['host-unreachable', 'getaddrinfo ENOTFOUND app.example.com'],
  ])('finds %s in the words of the source', (reason, detail) => {
    expect(refusal('CONNECTOR-1308-400', detail)).toEqual({ reason, detail });
    expect(refusal('FLOW-1318-400', detail)).toEqual({ reason, detail });
  });

  it('goes by the code when the words say nothing', () => {
    expect(refusal('CONNECTOR-1001-401', 'Failed', 'unauthorized')).toEqual({
      reason: 'key-invalid',
      detail: 'Failed',
    });
  });

  it.each([
    ['403025', 'Profile is not valid', 'forbidden'],
    ['401013', 'Oauth token is not valid', 'unauthorized'],
    ['FLOW-2118-403', 'Permission missing: Manage Sources', 'forbidden'],
    ['FLOW-2000-401', 'The token has no access to this organization', 'unauthorized'],
    ['FLOW-1439-404', 'The requested connection is not found', 'not-found'],
    ['CONNECTOR-1389-400', 'The base64 parameter sourceParams cannot be parsed.', 'rejected'],
  ] as const)('leaves %s, which is Adobe’s own, alone', (code, detail, kind) => {
    expect(refusal(code, detail, kind)).toBeUndefined();
  });
});
