import { AppFailure } from '@/lib/app-error';

/** The parameters of a query as text. Throws `invalid-input` for one that is given twice. */
export function toPlainQuery(search: URLSearchParams): Record<string, string> {
  const names = [...search.keys()];
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) {
    throw new AppFailure({ kind: 'invalid-input', fieldErrors: { [repeated]: 'Give this parameter once.' } });
  }
  return Object.fromEntries(search);
}
