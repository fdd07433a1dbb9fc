import type { FieldType } from '@/lib/schema/field-type';

export type TypeFitInput = {
  readonly from: FieldType;
  readonly to: FieldType;
  readonly toItem: FieldType | undefined;
  readonly isTargetContainer: boolean;
  /** What the source's name promises, from `headKindOf`. */
  readonly promise: string | undefined;
  readonly saysYesOrNo: boolean;
  /** Whether the target holds a choice, “y” or “n”, which a flag becomes by calculation. */
  readonly isChoice: boolean;
};

/** How well values of one type go into a field of another, 0 to 1, given what the name says about texts and numbers. */
export function typeFit({
  from,
  to,
  toItem,
  isTargetContainer,
  promise,
  saysYesOrNo,
  isChoice,
}: TypeFitInput): number {
  const isFromContainer = from === 'object' || from === 'array' || from === 'map';
  if (to === 'array' && toItem !== undefined && toItem !== 'object' && !isTargetContainer) {
    return isFromContainer ? (from === 'array' ? 1 : 0.1) : 0.93;
  }
  if (isTargetContainer || to === 'object' || to === 'map' || to === 'array') {
    if (isFromContainer) return from === to ? 0.9 : 0.5;
    return from === 'unknown' ? 0.25 : 0.05;
  }
  if (isFromContainer) return 0.05;
  if (from === to || to === 'unknown') return 1;
  if (from === 'unknown') return 0.97;
  if (from === 'boolean' && isChoice) return 0.97;
  return scalarFit(from, to, promise, saysYesOrNo);
}

const isNumber = (type: FieldType): boolean => type === 'integer' || type === 'long' || type === 'number';
const isTime = (type: FieldType): boolean => type === 'date' || type === 'date-time';
// Many systems count their ids and codes; XDM keeps them as texts.
const writtenInDigits = new Set(['id', 'number', 'phone', 'place']);
const numberPromises = new Set(['money', 'count', 'number', 'score', 'size', 'version']);

function scalarFit(
  from: FieldType,
  to: FieldType,
  promise: string | undefined,
  saysYesOrNo: boolean,
): number {
  if (isNumber(from) && isNumber(to)) return 1;
  if (isTime(from) && isTime(to)) return 1;
  if (from === 'string') {
    if (isTime(to)) return promise === 'time' ? 0.98 : promise === undefined ? 0.75 : 0.4;
    if (isNumber(to)) return promise !== undefined && numberPromises.has(promise) ? 0.97 : 0.8;
    return saysYesOrNo ? 0.97 : 0.7;
  }
  if (to === 'string' && isNumber(from) && promise !== undefined && writtenInDigits.has(promise)) return 0.99;
  if (to === 'string') return from === 'boolean' ? 0.72 : isTime(from) ? 0.7 : 0.92;
  if (from === 'boolean') return isNumber(to) ? 0.45 : 0.12;
  if (isTime(from)) return 0.15;
  if (isTime(to)) return promise === 'time' ? 0.9 : 0.35;
  return 0.5;
}
