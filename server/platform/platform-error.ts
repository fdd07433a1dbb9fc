export type PlatformErrorKind =
  /** Nothing left this machine or the host refused the connection: certainly not executed. */
  | 'not-sent'
  /** Deadline passed. For a mutation the outcome is unknown. */
  | 'timeout'
  /** Reset, closed or cut while sending or answering. For a mutation the outcome is unknown. */
  | 'connection-lost'
  /** An answer that is no answer: HTML, truncated JSON, too large, a redirect, or not of the expected shape. */
  | 'unreadable'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'stale'
  | 'rate-limited'
  /** Any other 4xx the service produced. */
  | 'rejected'
  /** 5xx. For a mutation the outcome is unknown. */
  | 'server-error';

/**
 * The one class that platform clients throw. `endpoint` is the template (`POST /flows`), never with ids or bodies, and
 * nothing in here carries a secret: it is safe to log.
 */
export class PlatformError extends Error {
  readonly kind: PlatformErrorKind;
  readonly endpoint: string;
  readonly status: number | undefined;
  /** `FLOW-1404-412`, `XDM-1012-404`, `403010`, … */
  readonly code: string | undefined;
  readonly title: string | undefined;
  /** The platform's own sentence, request fields and credentials removed. */
  readonly detail: string | undefined;
  readonly requestId: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    kind: PlatformErrorKind,
    endpoint: string,
    facts: {
      status?: number | undefined;
      code?: string | undefined;
      title?: string | undefined;
      detail?: string | undefined;
      requestId?: string | undefined;
      retryAfterSeconds?: number | undefined;
      cause?: unknown;
    } = {},
  ) {
    super(`${endpoint}: ${kind}${facts.status ? ` ${facts.status}` : ''}`, { cause: facts.cause });
    this.name = 'PlatformError';
    this.kind = kind;
    this.endpoint = endpoint;
    this.status = facts.status;
    this.code = facts.code;
    this.title = facts.title;
    this.detail = facts.detail;
    this.requestId = facts.requestId;
    this.retryAfterSeconds = facts.retryAfterSeconds;
  }
}
