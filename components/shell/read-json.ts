import { AppFailure } from '@/lib/app-error';
import { readAppError } from '@/lib/read-app-error';

const timeoutMs = 20_000;

/**
 * Reads one of our own `GET` routes; `read` gives undefined for what is not its answer. Throws an `AppFailure` for everything that can go wrong, so that every query on
 * screen fails in the same words.
 */
export async function readJson<Reply>(
  path: string,
  read: (body: unknown) => Reply | undefined,
  signal?: AbortSignal,
): Promise<Reply> {
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
  const reply = read(body);
  if (reply !== undefined) return reply;
  throw new AppFailure({ kind: 'platform-unavailable', cause: 'error' });
}
