import 'server-only';
import { headers } from 'next/headers';
import type * as z from 'zod';
import { type AppError, AppFailure } from '@/lib/app-error';
import { err, ok, type Result } from '@/lib/result';
import { can, type Permission } from '@/lib/team/roles';
import { requirePlatformContext } from './auth/require-platform-context';
import { isSameOrigin } from './auth/same-origin';
import { getSession, type Session } from './auth/session';
import { getDb } from './db/client';
import type { Db } from './db/db';
import { getEnv } from './env';
import { toFailure } from './failures';
import { getLog, type Log } from './log';
import { parseInput } from './parse-input';
import type { PlatformContext } from './platform/platform-context';

/** What every action and read handler is given. */
export type ActionContext = {
  db: Db;
  session: Session;
  log: Log;
  /** Epoch milliseconds. */
  now: () => number;
  /** Platform calls in the session's sandbox, or in another one of the organisation. */
  platform: (sandboxName?: string) => Promise<PlatformContext>;
  orgId: string;
};

type ActionOptions<Schema extends z.ZodType> = {
  permission: Permission;
  input: Schema;
  /** `verb-noun`, as the file is called: names the action in logs. */
  name: string;
};

/**
 * Makes a server action: same origin, signed in, permitted, well-formed, in this order, and only then the handler. The
 * answer is always a value; only the framework's control flow is thrown.
 */
export function action<Schema extends z.ZodType, T>(
  options: ActionOptions<Schema>,
  handler: (input: z.output<Schema>, ctx: ActionContext) => Promise<T>,
): (input: unknown) => Promise<Result<T, AppError>> {
  return async (input) => {
    const { name } = options;
    const log = getLog();
    const startMs = performance.now();
    const finish = (result: Result<T, AppError>) => {
      const outcome = result.ok ? 'ok' : result.error.kind;
      log.info({ action: name, outcome, durationMs: Math.round(performance.now() - startMs) }, 'action');
      return result;
    };
    try {
      if (!isSameOrigin(await headers(), getEnv().appUrl)) {
        log.warn({ action: name }, 'action refused: foreign or missing origin');
        throw new AppFailure({ kind: 'not-allowed', permission: 'same-origin' });
      }
      const ctx = await createActionContext(options.permission, log);
      return finish(ok(await handler(parseInput(options.input, input), ctx)));
    } catch (error) {
      return finish(err(toFailure(error, { name, log })));
    }
  };
}

/** Session and permission, then what the handler works with. Throws `signed-out` or `not-allowed`. */
export async function createActionContext(permission: Permission, log: Log): Promise<ActionContext> {
  const session = await getSession();
  if (!session) throw new AppFailure({ kind: 'signed-out' });
  if (!can(session.person.role, permission)) throw new AppFailure({ kind: 'not-allowed', permission });
  return {
    db: await getDb(),
    session,
    log,
    now: () => Date.now(),
    platform: (sandboxName) => requirePlatformContext(session, sandboxName),
    orgId: session.orgId,
  };
}
