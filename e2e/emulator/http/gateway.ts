import type { Organisation, Sandbox, Service, ServiceRequest } from '../contract';
import type { Core } from '../core';
import { findAccessToken } from '../ims/access-tokens';
import { findCredential } from '../organisations';
import { emptyTable } from '../plain-json';
import { type Answer, gatewayError, jsonAnswer } from './answer';

export type Headers = Record<string, string>;

type Passed = {
  kind: 'passed';
  organisation: Organisation;
  sandbox: Sandbox;
  client: ServiceRequest['client'];
};

/**
 * The checks in front of every service: token, api key, organisation, then the sandbox, which the service itself
 * answers for in its own error shape.
 */
export function passGateway(
  core: Core,
  service: Service,
  needsSandbox: boolean,
  headers: Headers,
  requestId: string,
): Passed | { kind: 'refused'; answer: Answer } {
  const refused = (answer: Answer) => ({ kind: 'refused' as const, answer });
  const authorization = headers.authorization;
  if (authorization === undefined || authorization.trim() === '') {
    return refused(gatewayError('403010', 'Oauth token is missing.'));
  }
  const token = /^bearer +(\S+)$/i.exec(authorization.trim())?.[1];
  const access = token === undefined ? undefined : findAccessToken(core, token);
  if (!access) return refused(gatewayError('401013', 'Oauth token is not valid'));

  const apiKey = headers['x-api-key'];
  if (!apiKey) return refused(gatewayError('403000', 'Api Key is required'));
  const found = findCredential(core.world, access.clientId);
  if (apiKey !== access.clientId || !found) return refused(gatewayError('403003', 'Api Key is invalid'));

  const orgId = headers['x-gw-ims-org-id'];
  if (!orgId) return refused(gatewayError('400003', 'Missing header'));
  if (found.organisation.orgId !== orgId) return refused(gatewayError('403025', 'Profile is not valid'));

  const client = {
    clientId: found.credential.clientId,
    technicalAccountId: found.credential.technicalAccountId,
  };
  const name = headers['x-sandbox-name'];
  if (!name) {
    if (!needsSandbox)
      return { kind: 'passed', organisation: found.organisation, sandbox: noSandbox, client };
    return refused(
      serviceError(service, 400, '2105', 'The x-sandbox-name header is missing in the request.', requestId),
    );
  }
  const sandbox = Object.hasOwn(found.organisation.sandboxes, name)
    ? found.organisation.sandboxes[name]
    : undefined;
  if (sandbox?.state !== 'active') {
    if (!needsSandbox)
      return { kind: 'passed', organisation: found.organisation, sandbox: noSandbox, client };
    const message = `No sandbox with name ${name} is found. Verify the sandbox name and try again.`;
    return refused(serviceError(service, 404, '2100', message, requestId));
  }
  return { kind: 'passed', organisation: found.organisation, sandbox, client };
}

/** Stands in where a call needs no sandbox and names none. */
const noSandbox: Sandbox = {
  id: '',
  name: '',
  title: '',
  type: 'production',
  state: 'active',
  region: '',
  isDefault: false,
  etag: 0,
  createdAtMs: 0,
  services: emptyTable(),
};

/** An error in the service's own shape. */
export function serviceError(
  service: Service,
  status: number,
  code: string,
  message: string,
  requestId: string,
  headers: Record<string, string> = {},
): Answer {
  return jsonAnswer(status, service.errorBody({ status, code, message, requestId }), headers);
}
