import type { ZonedDateTime } from '../value';
import { type DatePattern, readDatePattern } from './date-pattern';
import { parseWithPattern } from './parse-date';

/** Patterns the platform tries in turn on a text that has to become a date (Adobe's data-handling page). */
export const automaticDatePatterns: readonly string[] = [
  'yyyy-MM-dd HH:mm:ssZ',
  'yyyy-MM-dd HH:mm:ss.SSSZ',
  'yyyy-MM-dd HH:mm:ss.SSS',
  "yyyy-MM-dd'T'HH:mm:ss.SSSX",
  "yyyy-MM-dd'T'HH:mm:ss'Z'",
  'yyyy-MM-dd',
  'yyyy/MM/dd',
  'yyyy.MM.dd',
  'yyyy-MMM-dd',
  'yyyyMMdd',
  'MM-dd-yyyy',
  'MMddyyyy',
  'M/dd/yyyy',
  'dd.M.yyyy',
  'M/dd/yyyy hh:mm:ss a',
  'dd.M.yyyy hh:mm:ss a',
  'dd.MMM.yyyy',
  'dd-MMM-yyyy',
];

/** Forms the list lacks although Adobe's own samples of `date`, `date_part` and `set_date_part` use them. */
const samplePatterns: readonly string[] = [
  "yyyy-MM-dd'T'HH:mm:ssX",
  "yyyy-MM-dd'T'HH:mm:ss",
  "yyyy-MM-dd'T'HH:mm:ss.SSS",
  "yyyy-MM-dd'T'HH:mm:ss.SSSSSSX",
  "yyyy-MM-dd'T'HH:mm:ss.SSSSSSSSSX",
  "yyyy-MM-dd'T'HH:mmX",
  "yyyy-MM-dd'T'HH:mm",
  'yyyy-MM-dd HH:mm:ss',
  'yyyy-MM-dd HH:mm',
];

const maxDateTextLength = 100;
let compiled: readonly DatePattern[] | undefined;

/** Date of a text in the first form that fits, or undefined. `timeZone` applies where the text tells no zone. */
export function readDate(text: string, timeZone: string): ZonedDateTime | undefined {
  if (text.length > maxDateTextLength) return undefined;
  compiled ??= [...automaticDatePatterns, ...samplePatterns].map(readDatePattern);
  for (const pattern of compiled) {
    const date = parseWithPattern(text, pattern, timeZone);
    if (date) return date;
  }
  return undefined;
}

/** Date written bare in an expression, such as `2019-10-17T11:55:12 PST`. */
export function readDateTimeLiteral(text: string, timeZone: string): ZonedDateTime | undefined {
  const [, moment = '', zone = ''] = /^(\S+)(?: ([A-Z]+))?$/.exec(text) ?? [];
  if (zone === '') return readDate(moment, timeZone);
  for (const pattern of ["yyyy-MM-dd'T'HH:mm:ss z", "yyyy-MM-dd'T'HH:mm z", "yyyy-MM-dd'T'HH:mm:ss.SSS z"]) {
    const date = parseWithPattern(text, readDatePattern(pattern), timeZone);
    if (date) return date;
  }
  return undefined;
}
