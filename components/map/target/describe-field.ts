import type { FieldStatistics } from '@/lib/schema/statistics';
import type { FieldTypeChoice } from '@/lib/target/new-target';
import type { ProposedField } from '@/lib/target/propose-fields';

/** The types that a new field can have, in words. */
export const typeChoiceNames: Readonly<Record<FieldTypeChoice, string>> = {
  string: 'Text',
  integer: 'Whole number (32 bits)',
  long: 'Whole number',
  number: 'Decimal number',
  boolean: 'Yes or no',
  date: 'Date',
  'date-time': 'Date and time',
  uri: 'Link',
};

/** Type and filling of a field in one line. */
export function describeField(field: ProposedField, statistics: FieldStatistics | undefined): string {
  const type = field.type === 'object' ? 'Object' : typeChoiceNames[field.type];
  const parts = [field.isList ? `List: ${type.toLowerCase()}` : type];
  if (field.isGuess) parts.push('always empty in the sample, so the type is a guess');
  else if (statistics) parts.push(`${Math.round(statistics.filledShare * 100)} % filled`);
  return parts.join(', ');
}
