/** A failure as a value. Used where the caller must look at it; inside the server failures are thrown. */
export type Result<T, E> = { ok: true; data: T } | { ok: false; error: E };

/** Wraps a success. */
export function ok<T>(data: T): { ok: true; data: T } {
  return { ok: true, data };
}

/** Wraps a failure. */
export function err<E>(error: E): { ok: false; error: E } {
  return { ok: false, error };
}
