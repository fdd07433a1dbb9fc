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

/** Answers that look like success or like a proxy; `real` is the request's own answer when it was carried out. */
export function bodyAnswer(action: FaultAction, real: Answer | undefined): Answer {
  const given: Answer = real ?? jsonAnswer(200, { id: '00000000-0000-4000-a000-000000000000', items: [] });
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
    case 'bom':
      return { ...given, body: `\ufeff${given.body}` };
    case 'dupKeys':
      return { ...given, body: doubleFirstKey(given.body) };
    case 'wrongId':
      return { ...given, body: given.body.replace(firstId, '$1ffffffff-ffff-4fff-afff-ffffffffffff') };
    default:
      return html(action.status ?? 502, 'Bad Gateway');
  }
}

const firstId = /("(?:\$id|@id|id)":\s*"|^\["@\/dataSets\/)[^"]+/;

function doubleFirstKey(body: string): string {
  const key = /^\{\s*("(?:[^"\\]|\\.)*"):/.exec(body)?.[1];
  return key === undefined ? body : `{${key}:"doubled",${body.slice(1)}`;
}

function html(status: number, title: string): Answer {
  const name = `${status} ${title}`;
  return {
    status,
    headers: { 'content-type': 'text/html' },
    body: `<html><head><title>${name}</title></head><body><h1>${name}</h1></body></html>`,
  };
}

/** What a proxy says when the service behind it took too long. */
export const gatewayTimeout: Answer = html(504, 'Gateway Time-out');

/** The organisation has used up what it may have. */
export function quotaAnswer(action: FaultAction, errorShape: ErrorShape): Answer {
  return errorShape(action.status ?? 400, action.code ?? '1100', 'The quota of the organization is used up.');
}

/** 429 from the gateway, with `Retry-After` in seconds, as a date, or not at all. */
export function throttleAnswer(action: FaultAction, realNowMs: number): Answer {
  const { retryAfter = 1 } = action;
  const value = retryAfter === 'date' ? new Date(realNowMs + 60_000).toUTCString() : String(retryAfter);
  return gatewayError('429050', 'Too many requests', retryAfter === 'none' ? {} : { 'retry-after': value });
}
