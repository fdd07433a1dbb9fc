import { charge, chargeList, type EvaluationContext } from '../evaluation-context';

/**
 * Keys and values of a text such as `a:1, b:2`, without the blanks around them. A piece without a value delimiter is
 * left out; only the first delimiter of a piece counts; of equal keys the last wins.
 */
export function readDelimitedPairs(
  text: string,
  valueDelimiter: string,
  fieldDelimiter: string,
  context: EvaluationContext,
): Map<string, string> {
  charge(context, text.length >> 2);
  const pairs = new Map<string, string>();
  const fields = text.split(fieldDelimiter);
  chargeList(context, fields.length);
  for (const field of fields) {
    const at = field.indexOf(valueDelimiter);
    const key = field.slice(0, Math.max(0, at)).trim();
    if (key !== '') pairs.set(key, field.slice(at + valueDelimiter.length).trim());
  }
  return pairs;
}
