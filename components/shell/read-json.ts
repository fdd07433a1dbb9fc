import type * as z from 'zod';
import { AppFailure } from '@/lib/app-error';
import { readAppError } from '@/lib/read-app-error';

const timeoutMs = 20_000;

/**
 * Reads one of our own `GET` routes. Throws an `AppFailure` for everything that can go wrong, so that every query on
 * screen fails in the same words.
 */
export async function readJson<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  signal?: AbortSignal,
): Promise<z.output<Schema>> {
  const limit = AbortSignal.timeout(timeoutMs);
  let response: Response;
  let body: unknown;
  try {
    // `no-store` also keeps identical reads from queueing behind each other in the browser's cache.
    response = await fetch(path, {
      cache: 'no-store',
      headers: { accept: 'application/json' },
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    body = await response.json().catch((cause: unknown) => {
      if (cause instanceof SyntaxError) return undefined;
      throw cause;
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new AppFailure(
      { kind: 'platform-unavailable', cause: limit.aborted ? 'timeout' : 'unreachable' },
      { cause },
    );
  }
  if (!response.ok) {
    throw new AppFailure(readAppError(body) ?? { kind: 'platform-unavailable', cause: 'error' });
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new AppFailure({ kind: 'platform-unavailable', cause: 'error' }, { cause: parsed.error });
}
