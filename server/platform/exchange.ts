import type * as z from 'zod';
import { PlatformError, type PlatformErrorKind } from './platform-error';
import { kindOfAnswer, type Problem, readProblem } from './problem';
import { readLimited } from './read-limited';
import { redact } from './redact';
import { parseReplyJson } from './reply-json';
import { readRetryAfterSeconds } from './retry-after';
import { UnreadableReply } from './unreadable-reply';
import type { Upstream } from './upstream';

/** Who sends: the parts of a context that one exchange needs. */
export type Sender = {
  fetch: typeof globalThis.fetch;
  /** Epoch milliseconds. */
  now: () => number;
  signal?: AbortSignal;
  /** Told what the clock of whoever answers shows. */
  upstream?: Pick<Upstream, 'sawDate'>;
};

/** One request, ready to go. */
export type Exchange<T> = {
  /** The template, such as `POST /flows`. */
  endpoint: string;
  method: string;
  url: URL;
  headers: Record<string, string>;
  body?: string;
  timeoutMs: number;
  maximumBytes: number;
  /** What the answer must look like; unknown keys are dropped, an empty body arrives as `undefined`. */
  schema: z.ZodType<T>;
  /** Values that must not come back in an error. */
  secrets: readonly string[];
  /** Names the request in an error when the answer does not. */
  requestId?: string;
};

/**
 * Sends once and reads the answer whole: no redirect is followed, the deadline covers the body, size and depth are
 * bounded. Every failure is a `PlatformError` that holds nothing of the request.
 */
export async function exchange<T>(sender: Sender, request: Exchange<T>): Promise<T> {
  if (sender.signal?.aborted) throw failure(request, 'not-sent', { title: 'Cancelled before sending' });
  const abort = new AbortController();
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    abort.abort();
  }, request.timeoutMs);
  const cancel = () => abort.abort();
  sender.signal?.addEventListener('abort', cancel, { once: true });
  let status: number | undefined;
  try {
    const response = await sender.fetch(request.url, {
      method: request.method,
      headers: request.headers,
      redirect: 'manual',
      cache: 'no-store',
      signal: abort.signal,
      ...(request.body !== undefined && { body: request.body }),
    });
    status = response.status;
    sender.upstream?.sawDate(Date.parse(response.headers.get('date') ?? ''), sender.now());
    if (isRedirect(response)) {
      response.body?.cancel().catch(() => undefined);
      throw new UnreadableReply('redirect', 'The answer points to another address.');
    }
    const text = await readLimited(response, request.maximumBytes);
    return readAnswer(request, response, text, sender.now());
  } catch (error) {
    if (error instanceof PlatformError) throw error;
    if (error instanceof UnreadableReply) throw failure(request, 'unreadable', { status, cause: error });
    throw failure(request, timedOut ? 'timeout' : kindOfTransportError(error), {
      status,
      cause: transportCause(error),
    });
  } finally {
    clearTimeout(timer);
    sender.signal?.removeEventListener('abort', cancel);
  }
}

function isRedirect(response: Response): boolean {
  return response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400);
}

function readAnswer<T>(request: Exchange<T>, response: Response, text: string, nowMs: number): T {
  const isJson = /^application\/(?:[\w.+-]+\+)?json\b/i.test(response.headers.get('content-type') ?? '');
  const body = readBody(response, text);
  const problem = readProblem(body);
  if (response.ok && !problem) {
    if (text !== '' && !isJson) throw new UnreadableReply('not-json', 'The answer is not declared as JSON.');
    const parsed = request.schema.safeParse(body);
    if (parsed.success) return parsed.data;
    const fields = parsed.error.issues
      .slice(0, 5)
      .map((issue) => issue.path.map(String).join('.') || 'answer');
    throw new UnreadableReply('unexpected-shape', `Unexpected: ${fields.join(', ')}.`);
  }
  throw refusal(request, response, problem, nowMs);
}

function readBody(response: Response, text: string): unknown {
  if (text === '') return undefined;
  try {
    return parseReplyJson(text);
  } catch (error) {
    // Whoever answers 401, 429 or 5xx without JSON has still said enough; any other status may be a gateway's page.
    const speaksForItself = response.status === 401 || response.status === 429 || response.status >= 500;
    if (speaksForItself) return undefined;
    throw error;
  }
}

function refusal(
  request: Exchange<unknown>,
  response: Response,
  problem: Problem = {},
  nowMs: number,
): PlatformError {
  // A 200 that carries an error is judged by what it carries.
  const status = response.ok ? (problem.status ?? 500) : response.status;
  return failure(request, kindOfAnswer(status, problem.code), {
    ...problem,
    status,
    requestId: response.headers.get('x-request-id') ?? problem.requestId,
    retryAfterSeconds: readRetryAfterSeconds(response.headers, nowMs),
  });
}

type Facts = {
  status?: number | undefined;
  code?: string | undefined;
  title?: string | undefined;
  detail?: string | undefined;
  requestId?: string | undefined;
  retryAfterSeconds?: number | undefined;
  cause?: unknown;
};

function failure(request: Exchange<unknown>, kind: PlatformErrorKind, facts: Facts): PlatformError {
  return new PlatformError(kind, request.endpoint, {
    ...facts,
    code: redact(facts.code, request.secrets),
    title: redact(facts.title, request.secrets),
    detail: redact(facts.detail, request.secrets),
    requestId: redact(facts.requestId ?? request.requestId, request.secrets),
  });
}

// Only these prove that no byte of the request was read by anybody.
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

function kindOfTransportError(error: unknown): PlatformErrorKind {
  const codes = transportCodes(error);
  return codes.length > 0 && codes.every((code) => neverSent.has(code)) ? 'not-sent' : 'connection-lost';
}

function transportCodes(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  // Several addresses of one host are tried; each attempt has its own code.
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.flatMap(transportCodes);
  if ('code' in error && typeof error.code === 'string') return [error.code];
  return transportCodes(error.cause);
}

// The original message may quote a header, and with it the token: keep the name and the code only.
function transportCause(error: unknown): Error {
  const name = error instanceof Error ? error.name : 'Error';
  return new Error([name, ...new Set(transportCodes(error))].join(' '));
}
