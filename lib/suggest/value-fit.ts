import type { FieldHint } from '@/lib/schema/statistics';
import type { TargetField } from './target-field';
import type { TargetLabel } from './target-labels';

const wordsOfHint: Readonly<Record<FieldHint, readonly string[]>> = {
  email: ['email', 'address'],
  currency: ['currency'],
  country: ['country', 'language', 'code'],
  url: ['url', 'website', 'referrer', 'link', 'page'],
  'epoch-seconds': ['date', 'time', 'timestamp'],
  'epoch-milliseconds': ['date', 'time', 'timestamp'],
  'iso-time': ['date', 'time', 'timestamp'],
  id: ['id', 'key', 'sku'],
};

/** Whether the values seen in the sample look like what the target holds: above 1 for it, below 1 against. */
export function valueFit(hints: readonly FieldHint[], label: TargetLabel, target: TargetField): number {
  let fit = 1;
  const isTime = target.field.type === 'date' || target.field.type === 'date-time';
  for (const hint of hints) {
    const speaks = wordsOfHint[hint].some(
      (word) => label.required.includes(word) || label.optional.some(([said]) => said === word),
    );
    const isTimeHint = hint === 'epoch-seconds' || hint === 'epoch-milliseconds' || hint === 'iso-time';
    if (isTimeHint) fit *= isTime ? 1.12 : target.field.type === 'string' ? 0.9 : 0.7;
    else if (hint === 'country' || hint === 'id') fit *= speaks ? 1.06 : 0.97;
    else fit *= speaks ? 1.12 : 0.65;
  }
  // Addresses are neither times nor the choice whether to write to them.
  if (hints.includes('email') && (isTime || target.names[0] === 'consents')) fit *= 0.3;
  return fit;
}
