import type { AppError } from './app-error';
import { isJsonObject } from './schema/json-schema';

const isText = (value: unknown) => typeof value === 'string';
const isTextOrAbsent = (value: unknown) => value === undefined || typeof value === 'string';
const isNumber = (value: unknown) => typeof value === 'number';
const isTexts = (value: unknown) => isJsonObject(value) && Object.values(value).every(isText);
const isOneOf =
  (...words: string[]) =>
  (value: unknown) =>
    typeof value === 'string' && words.includes(value);

type Facts = Readonly<Record<string, (value: unknown) => boolean>>;

// By hand and not by a schema: every screen reads failures, and a schema library would come along with the first load.
const factsOfKind: Readonly<Record<AppError['kind'], Facts>> = {
  'invalid-input': { fieldErrors: isTexts },
  'signed-out': {},
  'not-allowed': { permission: isTextOrAbsent, requestId: isTextOrAbsent },
  'not-found': { what: isText },
  stale: { what: isText },
  'rate-limited': { retryAfterSeconds: isNumber, requestId: isTextOrAbsent },
  'platform-rejected': {
    status: isNumber,
    title: isText,
    detail: isTextOrAbsent,
    code: isTextOrAbsent,
    requestId: isTextOrAbsent,
  },
  'platform-unavailable': { cause: isOneOf('timeout', 'unreachable', 'error'), requestId: isTextOrAbsent },
  'outcome-unknown': { what: isText, requestId: isTextOrAbsent },
  'source-refused': {
    reason: isOneOf('key-invalid', 'key-expired', 'permission-missing', 'host-unreachable'),
    detail: isTextOrAbsent,
  },
  unexpected: { incidentId: isText },
};
const facts: ReadonlyMap<unknown, Facts> = new Map(Object.entries(factsOfKind));

/** The failure in the body of a refused read (`{ error: AppError }`), or undefined when the body is something else. */
export function readAppError(body: unknown): AppError | undefined {
  return isJsonObject(body) && isAppError(body.error) ? body.error : undefined;
}

function isAppError(value: unknown): value is AppError {
  if (!isJsonObject(value)) return false;
  const wanted = facts.get(value.kind);
  return wanted !== undefined && Object.entries(wanted).every(([name, isFact]) => isFact(value[name]));
}
