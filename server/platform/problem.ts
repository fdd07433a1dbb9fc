import { isJsonObject, type JsonObject } from './json-object';
import type { PlatformErrorKind } from './platform-error';

/** What any of the platform's error bodies says, in one form. Raw text: redact before use. */
export type Problem = {
  status?: number;
  code?: string;
  title?: string;
  detail?: string;
  requestId?: string;
};

/**
 * Recognises the eight ways in which Adobe's services write an error, also inside a 200; undefined for anything else.
 * A resource is never taken for an error: each form needs its own discriminator.
 */
export function readProblem(body: unknown): Problem | undefined {
  if (!isJsonObject(body)) return undefined;
  const gatewayCode = text(body.error_code);
  if (gatewayCode !== undefined && /^\d{6}$/.test(gatewayCode)) {
    return facts(body, gatewayCode, Number(gatewayCode.slice(0, 3)));
  }
  const type = text(body.type) ?? '';
  const serviceCode = /([A-Z]{2,12}-\d{3,5}-(\d{3}))$/.exec(type);
  if (serviceCode) return facts(body, serviceCode[1], Number(serviceCode[2]));
  if (type === '/placeholder/type/uri' || type.includes('/problem/')) {
    return facts(body, text(body.error) ?? problemTitle(body), undefined);
  }
  if (text(body.error) !== undefined && body.id === undefined) {
    return facts(body, text(body.error), undefined);
  }
  const isStatus = typeof body.status === 'number' && body.status >= 400 && body.status < 600;
  if (isStatus && (text(body.title) ?? text(body.detail) ?? text(body.message)) !== undefined) {
    return facts(body, text(body.code), undefined);
  }
  if (text(body.errorMessage) !== undefined && body.id === undefined)
    return facts(body, undefined, undefined);
  return undefined;
}

/** The kind that an answer with this status and code stands for. */
export function kindOfAnswer(status: number, code: string | undefined): PlatformErrorKind {
  // Sent with 400 by some services although it says that the resource does not exist.
  if (status < 500 && code !== undefined && /^FLOW-(?:1439|1101)-/.test(code)) return 'not-found';
  // A missing token is 403 here; a fresh one is worth the same try as after a 401.
  if (status === 401 || code === '403010') return 'unauthorized';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 412) return 'stale';
  if (status === 429) return 'rate-limited';
  // The service gave up waiting for somebody else: as little is known as after a deadline of our own.
  if (status === 408) return 'timeout';
  return status >= 500 ? 'server-error' : 'rejected';
}

function facts(body: JsonObject, code: string | undefined, impliedStatus: number | undefined): Problem {
  const report = isJsonObject(body.report) ? body.report : {};
  const status = typeof body.status === 'number' ? body.status : impliedStatus;
  const title = text(body.title);
  const detail =
    first(report.additionalDetails, 'errorReason') ??
    first(report.details, 'message') ??
    text(report['detailed-message']) ??
    text(report.message) ??
    text(body.errorMessage) ??
    text(body.detail) ??
    text(body.error_description) ??
    text(body.message) ??
    text(body.description);
  const requestId = text(report['request-id']) ?? text(report.registryRequestId);
  return {
    ...(status !== undefined && { status }),
    ...(code !== undefined && { code }),
    ...(title !== undefined && { title }),
    ...(detail !== undefined && { detail }),
    ...(requestId !== undefined && { requestId }),
  };
}

// `NAMESPACE_CODE_CONFLICT` stands where others have prose.
function problemTitle(body: JsonObject): string | undefined {
  const title = text(body.title);
  return title !== undefined && /^[A-Z_]{3,}$/.test(title) ? title : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function first(list: unknown, key: string): string | undefined {
  const item: unknown = Array.isArray(list) ? list[0] : undefined;
  return isJsonObject(item) ? text(item[key]) : undefined;
}
