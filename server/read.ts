import 'server-only';
import * as z from 'zod';
import { type AppError, AppFailure } from '@/lib/app-error';
import type { Permission } from '@/lib/team/roles';
import { type ActionContext, createActionContext } from './action';
import { isSameSiteRead } from './auth/same-origin';
import { toFailure } from './failures';
import { getLog } from './log';
import { parseInput } from './parse-input';
import { toPlainQuery } from './plain-query';
import { statusOf } from './status-of';

type ReadOptions<Params extends z.ZodType, Query extends z.ZodType> = {
  permission: Permission;
  /** Path parameters; none unless given. */
  params?: Params;
  /** Query parameters as text; none are accepted unless given. A repeated parameter is refused. */
  query?: Query;
  /** Names the read in logs; the path of the request unless given. */
  name?: string;
};

type RouteContext = { params: Promise<unknown> };

const nothing = z.strictObject({});

/**
 * Makes a `GET` route handler that answers JSON: the twin of `action` for reads, with the same checks but without an
 * effect. Failures are `{ error: AppError }` with a fitting status.
 */
export function read<T, Params extends z.ZodType = typeof nothing, Query extends z.ZodType = typeof nothing>(
  options: ReadOptions<Params, Query>,
  handler: (input: { params: z.output<Params>; query: z.output<Query> }, ctx: ActionContext) => Promise<T>,
): (request: Request, routeContext: RouteContext) => Promise<Response> {
  return async (request, routeContext) => {
    const url = new URL(request.url);
    const name = options.name ?? url.pathname;
    const log = getLog();
    const startMs = performance.now();
    const finish = (outcome: string, response: Response) => {
      log.debug({ read: name, outcome, durationMs: Math.round(performance.now() - startMs) }, 'read');
      return response;
    };
    try {
      if (!isSameSiteRead(request.headers)) {
        throw new AppFailure({ kind: 'not-allowed', permission: 'same-origin' });
      }
      const ctx = await createActionContext(options.permission, log);
      const params = parseInput(options.params ?? nothing, (await routeContext.params) ?? {});
      const query = parseInput(options.query ?? nothing, toPlainQuery(url.searchParams));
      const data = await handler(
        { params: params as z.output<Params>, query: query as z.output<Query> },
        ctx,
      );
      return finish('ok', respond(data, 200));
    } catch (error) {
      const failure = toFailure(error, { name, log });
      return finish(failure.kind, respondWithError(failure));
    }
  };
}

function respondWithError(error: AppError): Response {
  const retryAfter: Record<string, string> =
    error.kind === 'rate-limited' ? { 'retry-after': String(Math.ceil(error.retryAfterSeconds)) } : {};
  return respond({ error }, statusOf(error), retryAfter);
}

function respond(body: unknown, status: number, headers: Record<string, string> = {}): Response {
  return Response.json(body ?? null, {
    status,
    headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...headers },
  });
}
