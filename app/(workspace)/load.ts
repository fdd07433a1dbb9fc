import type { AppError } from '@/lib/app-error';
import { err, ok, type Result } from '@/lib/result';
import { toFailure } from '@/server/failures';
import { getLog } from '@/server/log';

/** Loads one part of a page. Its failure is a value, so that the other parts are still shown. */
export async function load<T>(name: string, read: () => Promise<T>): Promise<Result<T, AppError>> {
  try {
    return ok(await read());
  } catch (thrown) {
    return err(toFailure(thrown, { name, log: getLog() }));
  }
}
