import { createLog, type Log } from './create-log';
import { getLogLevel } from './env';

export type { Log } from './create-log';

declare global {
  var tributaryLog: Log | undefined;
}

/** The logger of this process. */
export function getLog(): Log {
  globalThis.tributaryLog ??= createLog(getLogLevel());
  return globalThis.tributaryLog;
}
