import { type DestinationStream, type Logger, pino } from 'pino';
import { redactForLog } from './redact-for-log';

export type Log = Logger;

/**
 * A JSON logger to standard output. Everything logged is redacted by key name at any depth and scrubbed of text that
 * looks like a credential.
 */
export function createLog(level: string, destination?: DestinationStream): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        log: (entry) => redactForLog(entry) as Record<string, unknown>,
      },
      hooks: {
        logMethod(args, method) {
          // Merged objects pass `formatters.log`; the message and its arguments do not, nor does a bare error's text.
          const [first, ...rest] = args as unknown[];
          const whole =
            first instanceof Error ? [{ err: first }, rest[0] ?? first.message, ...rest.slice(1)] : args;
          const scrubbed = whole.map((arg) => (typeof arg === 'string' ? redactForLog(arg) : arg));
          method.apply(this, scrubbed as typeof args);
        },
      },
      // Errors are described by `redactForLog`, cause included: pino's own serialiser would print them unscrubbed.
      serializers: { err: (described: unknown) => described },
    },
    ...(destination ? [destination] : []),
  );
}
