import 'server-only';
import { after } from 'next/server';
import type * as z from 'zod';
import { AppFailure } from '@/lib/app-error';
import { requirePlatformContext } from '@/server/auth/require-platform-context';
import { appendAudit } from '@/server/db/audit';
import { getDb } from '@/server/db/client';
import { takeFromLimit } from '@/server/db/rate-limits';
import { getEnv } from '@/server/env';
import { toFailure } from '@/server/failures';
import { getLog } from '@/server/log';
import type { TeamContext } from '@/server/onboarding/team-context';
import { parseInput } from '@/server/parse-input';
import { toPlainQuery } from '@/server/plain-query';
import { type ApiCaller, authenticate } from './authenticate';
import type { Operation } from './operations';
import { ApiRefusal, type Problem, toOwnProblem, toProblem } from './problem';
import { readBody } from './read-body';

/** What a handler of the HTTP API works with: a use case's context, in the sandbox of the token and no other. */
export type ApiContext = TeamContext & {
  tokenId: string;
  /** Goes on after the answer has been sent. */
  background: (work: () => Promise<void>) => void;
};

type Input<Of extends Operation> = {
  params: z.output<Of['params']>;
  query: z.output<Of['query']>;
  body: Of['body'] extends z.ZodType ? z.output<Of['body']> : undefined;
  headers: Headers;
};

type Answer<Of extends Operation> = {
  data: z.input<Of['reply']>;
  /** Where it differs from the operation's own. */
  status?: number;
  headers?: Record<string, string>;
};

/** Requests of one token within a minute; changes count as both. */
const perMinute = { requests: 300, changes: 60 };
const mostValues = 1_000_000;

/**
 * Makes a route of the HTTP API: token, limits, permission, well-formed input, in this order, and only then the handler.
 * What is not in the reply's schema never leaves. Failures are problem documents.
 */
export function apiRoute<Of extends Operation>(
  operation: Of,
  handler: (input: Input<Of>, ctx: ApiContext) => Promise<Answer<Of>>,
): (request: Request, routeContext: { params: Promise<unknown> }) => Promise<Response> {
  const name = `${operation.method} /api/v1${operation.path}`;
  return async (request, routeContext) => {
    const log = getLog();
    const startMs = performance.now();
    let tokenId: string | undefined;
    let limits: Record<string, string> = {};
    const finish = (response: Response, outcome: string) => {
      const durationMs = Math.round(performance.now() - startMs);
      log.info({ api: name, outcome, status: response.status, tokenId, durationMs }, 'api');
      return response;
    };
    try {
      const db = await getDb();
      const { orgId } = getEnv().service;
      const caller = await authenticate(db, request.headers.get('authorization'), {
        orgId,
        nowMs: Date.now(),
      });
      tokenId = caller.tokenId;
      limits = await spend(db, caller, operation);
      if (!caller.may(operation.permission)) {
        throw new AppFailure({ kind: 'not-allowed', permission: operation.permission });
      }
      const input = {
        params: parseInput(operation.params, (await routeContext.params) ?? {}),
        query: parseInput(operation.query, toPlainQuery(new URL(request.url).searchParams)),
        body: operation.body ? parseInput(operation.body, await readBody(request), mostValues) : undefined,
        headers: request.headers,
      } as Input<Of>;
      if (operation.method !== 'GET') {
        await appendAudit(db, {
          orgId,
          personId: caller.person.id,
          action: 'api.called',
          subject: caller.tokenId,
          facts: { operation: name, sandbox: caller.sandboxName },
        });
      }
      const {
        data,
        status = operation.status,
        headers,
      } = await handler(input, {
        db,
        log,
        orgId,
        tokenId: caller.tokenId,
        session: { person: caller.person, sandboxName: caller.sandboxName },
        now: () => Date.now(),
        platform: (sandboxName = caller.sandboxName) => {
          if (sandboxName !== caller.sandboxName)
            throw new AppFailure({ kind: 'not-found', what: 'sandbox' });
          return requirePlatformContext({ orgId, sandboxName });
        },
        background: (work) => after(work),
      });
      const reply: unknown = operation.reply.parse(data);
      return finish(respond(reply, status, { ...limits, ...headers }), 'ok');
    } catch (error) {
      if (error instanceof ApiRefusal) {
        return finish(respondWithProblem(toOwnProblem(error.kind, error.facts), limits), error.kind);
      }
      const failure = toFailure(error, { name, log });
      const retryAfter: Record<string, string> =
        failure.kind === 'rate-limited'
          ? { 'retry-after': String(Math.ceil(failure.retryAfterSeconds)) }
          : {};
      return finish(respondWithProblem(toProblem(failure), { ...limits, ...retryAfter }), failure.kind);
    }
  };
}

/** Takes the request out of what the token may do; answers the headers that say what is left. */
async function spend(
  db: Awaited<ReturnType<typeof getDb>>,
  caller: ApiCaller,
  { method }: Operation,
): Promise<Record<string, string>> {
  const kinds = method === 'GET' ? (['requests'] as const) : (['requests', 'changes'] as const);
  let headers: Record<string, string> = {};
  for (const kind of kinds) {
    const most = perMinute[kind];
    const { isAllowed, left, resetInSeconds } = await takeFromLimit(db, {
      key: `api:${caller.tokenId}:${kind}`,
      most,
      windowSeconds: 60,
    });
    if (!isAllowed) throw new AppFailure({ kind: 'rate-limited', retryAfterSeconds: resetInSeconds });
    headers = {
      'ratelimit-limit': String(most),
      'ratelimit-remaining': String(left),
      'ratelimit-reset': String(resetInSeconds),
    };
  }
  return headers;
}

/** A problem document with its status; a refused token is told how to present one. */
export function respondWithProblem(problem: Problem, headers: Record<string, string> = {}): Response {
  return respond(problem, problem.status, {
    ...headers,
    'content-type': 'application/problem+json',
    ...(problem.status === 401 && { 'www-authenticate': 'Bearer realm="tributary"' }),
    ...(problem.runId !== undefined && { location: `/api/v1/runs/${problem.runId}` }),
  });
}

function respond(body: unknown, status: number, headers: Record<string, string>): Response {
  return Response.json(body, {
    status,
    headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...headers },
  });
}
