import type { KeyboardEvent } from 'react';
import type { CheckedMapping } from '@/lib/mapping/check-mappings';
import type { FieldRef } from './field-ref';
import type { LinesViewProps } from './lines-view-props';

type FieldKeysInput = Pick<LinesViewProps, 'model' | 'gestures' | 'onCalculate' | 'readOnly'> & {
  suggesting: LinesViewProps['suggesting'] | undefined;
  mappingsById: ReadonlyMap<string, CheckedMapping>;
};

/** What keys on a row do besides moving and mapping: open its calculation, answer its suggestion. True when it did. */
export function handleFieldKey(input: FieldKeysInput, event: KeyboardEvent, field: FieldRef): boolean {
  if (input.gestures.picked || field.id < 0 || event.ctrlKey || event.metaKey || event.altKey) return false;
  const isHandled = answersSuggestion(input, event, field) || opensCalculation(input, event, field);
  if (isHandled) event.preventDefault();
  return isHandled;
}

/** As in a spreadsheet; Enter too where there is a calculation to edit, which has no end to pick up. */
function opensCalculation(input: FieldKeysInput, event: KeyboardEvent, { side, id }: FieldRef): boolean {
  const { marks, targetTree, tenantRoot } = input.model;
  const mapping = input.mappingsById.get(marks[side].get(id)?.mappingIds[0] ?? '')?.mapping;
  const isCalculated = mapping?.kind === 'expression';
  const target = side === 'target' ? (mapping?.target ?? targetTree.path[id]) : mapping?.target;
  if (target === undefined || target === tenantRoot || (input.readOnly && !isCalculated)) return false;
  const opens =
    event.key === '='
      ? side === 'target' || isCalculated
      : event.key === 'Enter' && isCalculated && side === 'target';
  if (opens) input.onCalculate(target);
  return opens;
}

function answersSuggestion(input: FieldKeysInput, event: KeyboardEvent, field: FieldRef): boolean {
  const { suggesting, readOnly } = input;
  if (!suggesting || readOnly || !event.shiftKey) return false;
  const { suggestions, actions, onCandidates } = suggesting;
  if (event.key === ' ') {
    onCandidates(field);
    return true;
  }
  const offer = suggestions?.offerOf(field);
  if (!offer || !/^(Enter|Delete|Backspace)$/.test(event.key)) return false;
  if (event.key === 'Enter') actions.accept([offer]);
  else actions.reject(offer);
  return true;
}
