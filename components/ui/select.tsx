'use client';

import clsx from 'clsx';
import { ChevronDown } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Select as AriaSelect, Button, ListBox, Popover, SelectValue } from 'react-aria-components';
import { FieldHelp } from './field-help';
import { FieldLabel } from './field-label';
import { controlStyles, fieldStyles, popoverStyles } from './field-styles';
import { type Option, OptionRow } from './option-row';

export type SelectProps = {
  label: string;
  isLabelHidden?: boolean;
  options: readonly Option[];
  /** `null` is nothing chosen. */
  value: string | null;
  onChange: (value: string) => void;
  onBlur?: () => void;
  hint?: ReactNode;
  error?: string | undefined;
  placeholder?: string;
  isOptional?: boolean;
  isDisabled?: boolean | undefined;
  id?: string;
  name?: string;
  ref?: Ref<HTMLButtonElement>;
  className?: string;
};

/** One choice of a short list (up to about 20; beyond that use ComboBox). */
export function Select({
  label,
  isLabelHidden = false,
  options,
  value,
  onChange,
  hint,
  error,
  placeholder = 'Choose',
  isOptional = false,
  isDisabled = false,
  id,
  ref,
  className,
  ...rest
}: SelectProps) {
  return (
    <AriaSelect
      {...rest}
      value={value}
      onChange={(key) => {
        if (key !== null) onChange(String(key));
      }}
      placeholder={placeholder}
      validationBehavior="aria"
      isInvalid={error !== undefined}
      isDisabled={isDisabled}
      isRequired={!isOptional}
      className={clsx(fieldStyles, className)}
    >
      <FieldLabel isOptional={isOptional} isHidden={isLabelHidden}>
        {label}
      </FieldLabel>
      <Button
        {...(id !== undefined && { id })}
        {...(ref !== undefined && { ref })}
        className={`${controlStyles} focus-ring flex items-center gap-2 px-3 py-1.5 text-start`}
      >
        <SelectValue className="min-w-0 flex-1 truncate placeholder:text-text-muted">
          {({ isPlaceholder, selectedText }) => (isPlaceholder ? placeholder : selectedText)}
        </SelectValue>
        <ChevronDown aria-hidden size={16} className="shrink-0 text-text-muted" />
      </Button>
      <FieldHelp hint={hint} error={error} />
      <Popover className={`${popoverStyles} min-w-(--trigger-width) max-w-[min(28rem,90vw)]`}>
        <ListBox items={options} className="max-h-80 overflow-auto p-1 outline-none">
          {(option) => <OptionRow key={option.value} id={option.value} option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
