import { AppFailure } from '@/lib/app-error';
import type { SourceDefinition } from '@/lib/sources/source-definition';

/**
 * What was pasted, cleaned and checked against the source's own rules; only declared fields get through. Throws
 * `invalid-input` with a sentence for each field that cannot be right.
 */
export function readCredentials(
  source: SourceDefinition,
  given: Readonly<Record<string, string>>,
): Record<string, string> {
  const fieldErrors: Record<string, string> = {};
  const credentials: Record<string, string> = {};
  for (const field of source.credentialFields) {
    const value = field.normalise(Object.hasOwn(given, field.name) ? (given[field.name] ?? '') : '');
    if (value === '' && !field.required) continue;
    const refused = field.refuse(value);
    if (refused) fieldErrors[`credentials.${field.name}`] = refused;
    else credentials[field.name] = value;
  }
  if (Object.keys(fieldErrors).length > 0) throw new AppFailure({ kind: 'invalid-input', fieldErrors });
  return credentials;
}
