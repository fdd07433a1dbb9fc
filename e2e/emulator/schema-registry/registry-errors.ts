import { ServiceError, type ServiceRequest } from '@/e2e/emulator/contract';

const titles: Record<number, string> = {
  400: 'BadRequestError',
  403: 'ForbiddenError',
  404: 'NotFoundError',
  405: 'MethodNotAllowedError',
  406: 'NotAcceptableError',
  412: 'PreconditionFailedError',
  415: 'UnsupportedMediaTypeError',
};

/** The general problem body of platform services: `type` is a literal placeholder. */
export function problemBody(status: number, detail: string): unknown {
  return { type: '/placeholder/type/uri', status, title: titles[status] ?? 'InternalServerError', detail };
}

/** A refusal in the registry's general shape. */
export function problem(status: number, detail: string): ServiceError {
  return new ServiceError(status, problemBody(status, detail));
}

/** A time as registry errors and audit logs write it: `02-19-2021 05:43:56`. */
export function stamp(nowMs: number): string {
  const [date = '', time = ''] = new Date(nowMs).toISOString().split('T');
  const [year, month, day] = date.split('-');
  return `${month}-${day}-${year} ${time.slice(0, 8)}`;
}

/** A refusal that carries a registry code such as `XDM-1012-404`; the status is the code's last part. */
export function codedError(
  request: ServiceRequest,
  code: string,
  title: string,
  detail: string,
): ServiceError {
  const status = Number(code.slice(-3));
  return new ServiceError(status, {
    type: `http://ns.adobe.com/aep/errors/${code}`,
    title,
    status,
    report: {
      registryRequestId: request.requestId,
      timestamp: stamp(request.nowMs),
      'detailed-message': detail,
      'sub-errors': [],
    },
    detail,
  });
}

/** 404 `XDM-1012-404` for a resource that is not in the container asked for. */
export function resourceNotFound(request: ServiceRequest, id: string, version?: number): ServiceError {
  const detail =
    version === undefined
      ? `Requested resource ${id} is not found`
      : `Requested resource ${id} with version ${version} is not found`;
  return codedError(request, 'XDM-1012-404', 'Resource Not Found', detail);
}

/** Refuses a body that is not announced as plain JSON; JSON Patch must be announced as plain JSON too. */
export function requireJsonBody(request: ServiceRequest): void {
  const contentType = request.headers['content-type'];
  if (contentType === undefined || contentType.trim() === '') {
    throw problem(400, 'A valid content-type must be specified');
  }
  const media = contentType.split(';', 1)[0]?.trim().toLowerCase();
  if (media !== 'application/json') {
    throw problem(415, `Content-Type ${contentType} is not supported. Use application/json`);
  }
}
