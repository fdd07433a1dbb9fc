'use client';

import clsx from 'clsx';
import { ChevronDown } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { ComboBox as AriaComboBox, Button, Group, Input, ListBox, Popover } from 'react-aria-components';
import { FieldHelp } from './field-help';
import { FieldLabel } from './field-label';
import { controlStyles, fieldStyles, popoverStyles } from './field-styles';
import { type Option, OptionRow } from './option-row';

export type ComboBoxProps = {
  label: string;
  isLabelHidden?: boolean;
  options: readonly Option[];
  value: string | null;
  onChange: (value: string | null) => void;
  /** Set with `inputValue` to filter elsewhere, such as in a search index. */
  inputValue?: string;
  onInputChange?: (text: string) => void;
  onBlur?: () => void;
  hint?: ReactNode;
  error?: string | undefined;
  placeholder?: string;
  /** Said when nothing matches. */
  emptyText?: string;
  isOptional?: boolean;
  isDisabled?: boolean | undefined;
  /** Typed text that is no option is a value too. */
  allowsCustomValue?: boolean;
  id?: string;
  name?: string;
  ref?: Ref<HTMLInputElement>;
  className?: string;
};

/** One choice of a long list, found by typing. */
export function ComboBox({
  label,
  isLabelHidden = false,
  options,
  value,
  onChange,
  hint,
  error,
  placeholder,
  emptyText = 'Nothing matches what you typed.',
  isOptional = false,
  isDisabled = false,
  ref,
  className,
  ...rest
}: ComboBoxProps) {
  return (
    <AriaComboBox
      {...rest}
      {...(rest.inputValue === undefined ? { defaultItems: options } : { items: options })}
      value={value}
      onChange={(key) => onChange(key === null ? null : String(key))}
      allowsEmptyCollection
      menuTrigger="focus"
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
          {...(placeholder !== undefined && { placeholder })}
          className="min-w-0 flex-1 bg-transparent px-3 py-1.5 outline-none placeholder:text-text-muted"
        />
        <Button className="grid w-9 shrink-0 place-items-center text-text-muted hover:bg-surface-hover">
          <ChevronDown aria-hidden size={16} />
        </Button>
      </Group>
      <FieldHelp hint={hint} error={error} />
      <Popover className={`${popoverStyles} min-w-(--trigger-width) max-w-[min(32rem,90vw)]`}>
        <ListBox<Option>
          className="max-h-80 overflow-auto p-1 outline-none"
          renderEmptyState={() => <p className="px-3 py-2 text-text-muted">{emptyText}</p>}
        >
          {(option) => <OptionRow key={option.value} id={option.value} option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
