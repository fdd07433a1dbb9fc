'use client';

import clsx from 'clsx';
import type { ReactNode } from 'react';
import { RadioGroup as AriaRadioGroup, Radio, Text } from 'react-aria-components';
import { FieldHelp } from './field-help';
import { FieldLabel } from './field-label';
import { fieldStyles } from './field-styles';

export type RadioOption = {
  value: string;
  label: ReactNode;
  description?: ReactNode;
  isDisabled?: boolean;
};

export type RadioGroupProps = {
  label: string;
  isLabelHidden?: boolean;
  options: readonly RadioOption[];
  value: string | null;
  onChange: (value: string) => void;
  onBlur?: () => void;
  hint?: ReactNode;
  error?: string | undefined;
  /** `cards` gives each choice a frame; `list` is a plain column. */
  look?: 'list' | 'cards';
  isDisabled?: boolean | undefined;
  id?: string;
  name?: string;
  className?: string;
};

const dot =
  'relative mt-[0.1875rem] grid size-4 shrink-0 place-items-center rounded-full border border-line-strong bg-surface after:size-1.5 after:rounded-full after:bg-transparent group-focus-visible:outline-2 group-focus-visible:outline-offset-2 group-focus-visible:outline-focus group-selected:border-accent group-selected:bg-accent group-selected:after:bg-on-accent forced-colors:group-selected:bg-[Highlight]';

/** One of a few choices, all visible. */
export function RadioGroup({
  label,
  isLabelHidden = false,
  options,
  hint,
  error,
  look = 'list',
  isDisabled = false,
  className,
  ...rest
}: RadioGroupProps) {
  return (
    <AriaRadioGroup
      {...rest}
      validationBehavior="aria"
      isInvalid={error !== undefined}
      isDisabled={isDisabled}
      className={clsx(fieldStyles, className)}
    >
      <FieldLabel isHidden={isLabelHidden}>{label}</FieldLabel>
      <div
        className={
          look === 'cards'
            ? 'mt-1 grid grid-cols-[repeat(auto-fit,minmax(min(100%,15rem),1fr))] gap-2'
            : 'flex flex-col gap-1'
        }
      >
        {options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            isDisabled={option.isDisabled === true}
            className={clsx(
              'group flex items-start gap-2.5 text-base text-text disabled:text-text-disabled',
              look === 'cards'
                ? 'rounded-md border border-line bg-surface p-3 hover:border-line-strong selected:border-accent selected:bg-accent-soft'
                : 'w-fit max-w-full py-0.5',
            )}
          >
            <span className={dot} />
            <span className="min-w-0">
              <span className={clsx(option.description !== undefined && 'font-medium')}>{option.label}</span>
              {option.description !== undefined && (
                <Text slot="description" className="block text-sm text-text-muted">
                  {option.description}
                </Text>
              )}
            </span>
          </Radio>
        ))}
      </div>
      <FieldHelp hint={hint} error={error} />
    </AriaRadioGroup>
  );
}
