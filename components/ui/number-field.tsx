'use client';

import clsx from 'clsx';
import { Minus, Plus } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { NumberField as AriaNumberField, Button, Group, Input } from 'react-aria-components';
import { FieldHelp } from './field-help';
import { FieldLabel } from './field-label';
import { controlStyles, fieldStyles } from './field-styles';

export type NumberFieldProps = {
  label: string;
  isLabelHidden?: boolean;
  hint?: ReactNode;
  error?: string | undefined;
  isOptional?: boolean;
  isDisabled?: boolean | undefined;
  id?: string;
  name?: string;
  /** NaN is an empty field. */
  value?: number;
  defaultValue?: number;
  /** Gets NaN when the field was emptied. */
  onChange?: (value: number) => void;
  onBlur?: () => void;
  /** Typed values outside are pulled in on blur; leave out where a message must say why instead. */
  minValue?: number;
  maxValue?: number;
  step?: number;
  formatOptions?: Intl.NumberFormatOptions;
  ref?: Ref<HTMLInputElement>;
  className?: string;
};

const stepButton =
  'focus-ring-inset grid w-8 shrink-0 place-items-center text-text-muted hover:bg-surface-hover hover:text-text pressed:bg-surface-pressed disabled:text-text-disabled';

/** A whole or decimal number, typed or stepped. */
export function NumberField({
  label,
  isLabelHidden = false,
  hint,
  error,
  isOptional = false,
  isDisabled = false,
  ref,
  className,
  ...field
}: NumberFieldProps) {
  return (
    <AriaNumberField
      {...field}
      validationBehavior="aria"
      isInvalid={error !== undefined}
      isDisabled={isDisabled}
      isRequired={!isOptional}
      className={clsx(fieldStyles, className)}
    >
      <FieldLabel isOptional={isOptional} isHidden={isLabelHidden}>
        {label}
      </FieldLabel>
      <Group
        className={`${controlStyles} flex overflow-hidden focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus`}
      >
        <Input
          {...(ref !== undefined && { ref })}
          className="tabular min-w-0 flex-1 bg-transparent px-3 py-1.5 outline-none"
        />
        <Button slot="decrement" className={`${stepButton} border-s border-line`}>
          <Minus aria-hidden size={14} />
        </Button>
        <Button slot="increment" className={`${stepButton} border-s border-line`}>
          <Plus aria-hidden size={14} />
        </Button>
      </Group>
      <FieldHelp hint={hint} error={error} />
    </AriaNumberField>
  );
}
