import type { AppError } from '@/lib/app-error';
import { err, ok, type Result } from '@/lib/result';
import { type ActionContext, createActionContext } from '@/server/action';
import { toFailure } from '@/server/failures';
import { getLog } from '@/server/log';

/**
 * Loads one part of a page for the person who asks. A failure is a value, so that the other parts are still shown. Call
 * it after `requireSession`, which sends people without a session to the sign-in page.
 */
export async function load<T>(
  name: string,
  read: (ctx: ActionContext) => Promise<T>,
): Promise<Result<T, AppError>> {
  const log = getLog();
  try {
    return ok(await read(await createActionContext('onboarding.view', log)));
  } catch (thrown) {
    return err(toFailure(thrown, { name, log }));
  }
}
