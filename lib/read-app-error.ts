import * as z from 'zod';
import type { AppError } from './app-error';

const text = z.string();
const reference = { requestId: z.exactOptional(text) };

const appErrorSchema: z.ZodType<AppError> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('invalid-input'), fieldErrors: z.record(text, text) }),
  z.object({ kind: z.literal('signed-out') }),
  z.object({ kind: z.literal('not-allowed'), permission: z.exactOptional(text), ...reference }),
  z.object({ kind: z.literal('not-found'), what: text }),
  z.object({ kind: z.literal('stale'), what: text }),
  z.object({ kind: z.literal('rate-limited'), retryAfterSeconds: z.number(), ...reference }),
  z.object({
    kind: z.literal('platform-rejected'),
    status: z.number(),
    title: text,
    detail: z.exactOptional(text),
    code: z.exactOptional(text),
    ...reference,
  }),
  z.object({
    kind: z.literal('platform-unavailable'),
    cause: z.enum(['timeout', 'unreachable', 'error']),
    ...reference,
  }),
  z.object({ kind: z.literal('outcome-unknown'), what: text, ...reference }),
  z.object({
    kind: z.literal('source-refused'),
    reason: z.enum(['key-invalid', 'key-expired', 'permission-missing', 'host-unreachable']),
    detail: z.exactOptional(text),
  }),
  z.object({ kind: z.literal('unexpected'), incidentId: text }),
]);

const failedAnswerSchema = z.object({ error: appErrorSchema });

/** The failure in the body of a refused read (`{ error: AppError }`), or undefined when the body is something else. */
export function readAppError(body: unknown): AppError | undefined {
  const parsed = failedAnswerSchema.safeParse(body);
  return parsed.success ? parsed.data.error : undefined;
}
