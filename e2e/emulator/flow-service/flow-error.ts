import { ServiceError, type ServiceRequest } from '../contract';

/**
 * Flow Service and the sources behind it each have a catalogue of codes, and 1100 to 1107 and 1401 to 1404 are in both:
 * the name in `type` tells them apart. Public pages show FLOW only; CONNECTOR is the name flow runs use.
 */
type Catalogue = 'FLOW' | 'CONNECTOR';

/** The body of an error. */
export function flowErrorBody(
  catalogue: Catalogue,
  code: string,
  status: number,
  message: string,
  requestId: string,
  resource: { id?: string; type?: string } = {},
): unknown {
  return {
    type: `https://ns.adobe.com/aep/errors/${catalogue}-${code}-${status}`,
    title: titles[status] ?? 'Bad request',
    status,
    report: { 'detailed-message': message, ...resource, 'request-id': requestId },
    errorMessage: message,
    errorDetails: message,
  };
}

const titles: Record<number, string> = {
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Resource not found',
  405: 'Method not allowed',
  412: 'Precondition failed',
  413: 'Payload too large',
  415: 'Unsupported media type',
  500: 'Internal error',
  503: 'Service unavailable',
  504: 'Gateway timeout',
};

/** An error of Flow Service's own catalogue, `1439-404` for example. */
export function flowError(
  request: ServiceRequest,
  codeAndStatus: string,
  message: string,
  resource: { id?: string; type?: string } = {},
): ServiceError {
  return catalogued('FLOW', request, codeAndStatus, message, resource);
}

/** An error of the sources' catalogue, `1360-400` for example. */
export function sourcesError(request: ServiceRequest, codeAndStatus: string, message: string): ServiceError {
  return catalogued('CONNECTOR', request, codeAndStatus, message, {});
}

function catalogued(
  catalogue: Catalogue,
  request: ServiceRequest,
  codeAndStatus: string,
  message: string,
  resource: { id?: string; type?: string },
): ServiceError {
  const [code = '', statusText = ''] = codeAndStatus.split('-');
  const status = Number(statusText);
  return new ServiceError(
    status,
    flowErrorBody(catalogue, code, status, message, request.requestId, resource),
  );
}

/** The answer for an id that does not exist in this sandbox. */
export function notFound(request: ServiceRequest, type: string, id: string): ServiceError {
  const message = `The requested ${type} resource ${id} is not found. Verify the resource ID before trying again.`;
  return flowError(request, '1439-404', message, { id, type });
}
