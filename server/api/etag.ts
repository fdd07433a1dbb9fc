import { ApiRefusal } from './problem';

/** The etag of an onboarding: the version that its draft was saved as. */
export function etagOf({ version }: { version: number }): string {
  return `"${version}"`;
}

/** The version that a change is based on. Throws `ApiRefusal` for a header that is missing or names no version. */
export function readIfMatch(headers: Headers): number {
  const given = headers.get('if-match');
  if (given === null) throw new ApiRefusal('version-missing');
  const version = /^"(\d{1,9})"$/.exec(given.trim())?.[1];
  if (version === undefined) throw new ApiRefusal('version-moved');
  return Number(version);
}
