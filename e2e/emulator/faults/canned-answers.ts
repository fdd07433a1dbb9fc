import { type Answer, gatewayError, jsonAnswer } from '../http/answer';
import type { FaultAction } from './fault-rule';

/** How a fault that forges an error speaks for the operation it struck. */
export type ErrorShape = (status: number, code: string, message: string) => Answer;

/** The answer of a `status` fault: literal body, gateway code of six digits, or the operation's own error shape. */
export function statusAnswer(action: FaultAction, errorShape: ErrorShape): Answer {
  const status = action.status ?? 500;
  if (typeof action.body === 'string') {
    const text = action.body.trimStart();
    const type = text.startsWith('<')
      ? 'text/html; charset=utf-8'
      : /^[[{]/.test(text)
        ? 'application/json'
        : 'text/plain; charset=utf-8';
    return { status, headers: { 'content-type': type }, body: action.body };
  }
  if (action.body !== undefined) return jsonAnswer(status, action.body);
  if (action.code !== undefined && /^\d{6}$/.test(action.code)) {
    return { ...gatewayError(action.code, 'Injected fault'), status };
  }
  return errorShape(status, action.code ?? defaultCode(status), 'Injected fault');
}

function defaultCode(status: number): string {
  const codes: Record<number, string> = { 500: '1102', 503: '1103', 504: '1104' };
  return codes[status] ?? '1100';
}

/** Answers that look like success or like a proxy. */
export function bodyAnswer(action: FaultAction): Answer {
  switch (action.body) {
    case 'error200':
      return jsonAnswer(200, {
        type: 'https://ns.adobe.com/aep/errors/FLOW-1102-500',
        title: 'Internal error',
        status: 500,
        errorMessage: 'Injected fault',
      });
    case 'emptyJson':
      return jsonAnswer(action.status ?? 200, {});
    default:
      return {
        status: action.status ?? 502,
        headers: { 'content-type': 'text/html' },
        body: '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>',
      };
  }
}

/** 429 from the gateway, with `Retry-After` in seconds, as a date, or not at all. */
export function throttleAnswer(action: FaultAction, realNowMs: number): Answer {
  const { retryAfter = 1 } = action;
  const value = retryAfter === 'date' ? new Date(realNowMs + 60_000).toUTCString() : String(retryAfter);
  return gatewayError('429050', 'Too many requests', retryAfter === 'none' ? {} : { 'retry-after': value });
}
