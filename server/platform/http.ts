import { randomUUID } from 'node:crypto';
import type * as z from 'zod';
import { sandboxNameSchema } from '@/lib/ids';
import { buildAddress, type ServiceName } from './address';
import { exchange } from './exchange';
import { pause } from './pause';
import type { OrganisationContext, PlatformContext } from './platform-context';
import { PlatformError } from './platform-error';
import { type CallKind, policy } from './policy';
import { retryDelayMs } from './retry-delay';

/** One call of the platform, described by its template. */
export type PlatformCall<T> = {
  /** `read` and `preview` may be repeated, also when they are a POST; a `mutation` may not. */
  kind: Exclude<CallKind, 'token'>;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  service: ServiceName;
  /** Below the service's base, ids as `{name}`: `/flows/{id}`. */
  path: string;
  params?: Readonly<Record<string, string>>;
  /** In order; a name may occur several times. */
  query?: readonly (readonly [string, string])[];
  accept?: string;
  /** An etag as received, with its quotes. */
  ifMatch?: string;
  /** Sent as JSON, unchanged. */
  body?: unknown;
  /** Loose: unknown keys are dropped; ids are checked by pattern. */
  schema: z.ZodType<T>;
  /** Credentials in the body: they are taken out of whatever an error quotes. */
  secrets?: readonly string[];
};

/**
 * Calls the platform and returns the parsed answer. A 401 renews the token once; reads are repeated within the policy;
 * a mutation is repeated only when it certainly never left. Throws `PlatformError`, and what the token supplier throws.
 */
export async function callPlatform<T>(
  ctx: PlatformContext | OrganisationContext,
  call: PlatformCall<T>,
): Promise<T> {
  const endpoint = `${call.method} ${call.path}`;
  const url = buildAddress(ctx.baseUrl, { ...call, endpoint });
  const body = call.body === undefined ? undefined : JSON.stringify(call.body);
  let refused: string | undefined;
  let token = await ctx.accessToken();
  for (let attempt = 1; ; attempt += 1) {
    ctx.upstream?.admit(endpoint);
    try {
      const requestId = randomUUID();
      const answer = await exchange(ctx, {
        endpoint,
        method: call.method,
        url,
        headers: {
          ...contextHeaders(ctx, endpoint, token, call.service !== 'sandboxes'),
          ...callHeaders(call, endpoint, requestId),
        },
        ...(body !== undefined && { body }),
        timeoutMs: policy.deadlineMs[call.kind] * ctx.timeScale,
        maximumBytes: policy.maximumBytes[call.kind],
        schema: call.schema,
        secrets: [...(call.secrets ?? []), token],
        requestId,
      });
      ctx.upstream?.succeeded();
      return answer;
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      ctx.upstream?.failed(error.kind);
      if (error.kind === 'unauthorized' && refused === undefined) {
        refused = token;
        token = await ctx.accessToken({ renew: true, refused });
        continue;
      }
      const delayMs = retryDelayMs(error, attempt, call.kind);
      if (delayMs === undefined || ctx.signal?.aborted) throw error;
      if (ctx.upstream && !ctx.upstream.mayRetry(error.kind)) throw error;
      await pause(delayMs * ctx.timeScale, ctx.signal);
      // The last known reason says more than "cancelled".
      if (ctx.signal?.aborted) throw error;
    }
  }
}

// fetch itself would trim a trailing newline and let tabs and latin-1 pass.
const headerValue = /^[\x21-\x7e](?:[\x20-\x7e]{0,8190}[\x21-\x7e])?$/;

function contextHeaders(
  ctx: PlatformContext | OrganisationContext,
  endpoint: string,
  token: string,
  needsSandbox: boolean,
): Record<string, string> {
  return checked(endpoint, {
    authorization: `Bearer ${token}`,
    'x-api-key': ctx.clientId,
    'x-gw-ims-org-id': ctx.orgId,
    ...(needsSandbox && 'sandboxName' in ctx && { 'x-sandbox-name': ctx.sandboxName }),
  });
}

function callHeaders(
  call: PlatformCall<unknown>,
  endpoint: string,
  requestId: string,
): Record<string, string> {
  return checked(endpoint, {
    accept: call.accept ?? 'application/json',
    'x-request-id': requestId,
    ...(call.body !== undefined && { 'content-type': 'application/json' }),
    ...(call.ifMatch !== undefined && { 'if-match': call.ifMatch }),
  });
}

function checked(endpoint: string, headers: Record<string, string>): Record<string, string> {
  for (const [name, value] of Object.entries(headers)) {
    const isFine =
      name === 'x-sandbox-name' ? sandboxNameSchema.safeParse(value).success : headerValue.test(value);
    if (!isFine) {
      throw new PlatformError('rejected', endpoint, {
        title: 'Refused before sending',
        detail: `The value for the header ${name} has a form that cannot be right.`,
      });
    }
  }
  return headers;
}
