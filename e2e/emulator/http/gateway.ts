import type { Credential, Organisation, Route, Sandbox, Service, ServiceRequest } from '../contract';
import type { Core } from '../core';
import { findAccessToken } from '../ims/access-tokens';
import { findCredential } from '../organisations';
import { missingPermission } from '../permissions';
import { emptyTable } from '../plain-json';
import { type Answer, gatewayError, jsonAnswer } from './answer';
import type { Incoming } from './target';

/** What the gateway has found out about a request. */
export type Passed = {
  organisation: Organisation;
  sandbox: Sandbox;
  client: ServiceRequest['client'];
  permissions: string[] | undefined;
};

type Verdict = ({ kind: 'passed' } & Passed) | { kind: 'refused'; answer: Answer };

/**
 * The checks in front of every service: token, api key, organisation, then the sandbox and the credential's
 * permissions, which the service itself answers for in its own error shape.
 */
export function passGateway(core: Core, service: Service, route: Route, incoming: Incoming): Verdict {
  const { headers, requestId } = incoming;
  const { authorization } = headers;
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

  if (headers['x-sandbox-id'] !== undefined) {
    const message = 'The x-sandbox-id header is not allowed. Use x-sandbox-name instead.';
    return refused(serviceError(service, 400, '2110', message, requestId));
  }
  const name = headers['x-sandbox-name'];
  const { sandboxes } = found.organisation;
  const sandbox = name !== undefined && Object.hasOwn(sandboxes, name) ? sandboxes[name] : undefined;
  if (sandbox?.state === 'active') {
    const missing = missingPermission(found.credential.permissions, route.op, route.method);
    if (missing !== undefined) {
      const message = `The credential does not have the permission ${missing} that this operation requires.`;
      return refused(serviceError(service, 403, '2118', message, requestId));
    }
    return passed(found, sandbox);
  }
  if (route.needsSandbox === false) return passed(found, noSandbox);
  if (!name) {
    const message = 'The x-sandbox-name header is missing in the request.';
    return refused(serviceError(service, 400, '2105', message, requestId));
  }
  const message = `No sandbox with name ${name} is found. Verify the sandbox name and try again.`;
  return refused(serviceError(service, 404, '2100', message, requestId));
}

function refused(answer: Answer): Verdict {
  return { kind: 'refused', answer };
}

function passed(
  { organisation, credential }: { organisation: Organisation; credential: Credential },
  sandbox: Sandbox,
): Verdict {
  return {
    kind: 'passed',
    organisation,
    sandbox,
    client: { clientId: credential.clientId, technicalAccountId: credential.technicalAccountId },
    permissions: credential.permissions,
  };
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
