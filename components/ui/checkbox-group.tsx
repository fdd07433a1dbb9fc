'use client';

import clsx from 'clsx';
import { Check } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { CheckboxGroup as AriaCheckboxGroup, Checkbox } from 'react-aria-components';
import { FieldHelp } from './field-help';
import { FieldLabel } from './field-label';
import { fieldStyles } from './field-styles';

export type CheckboxOption = {
  value: string;
  label: ReactNode;
  description?: ReactNode;
  isDisabled?: boolean;
};

export type CheckboxGroupProps = {
  label: string;
  options: readonly CheckboxOption[];
  value: readonly string[];
  onChange: (value: string[]) => void;
  hint?: ReactNode;
  className?: string;
};

/** Any number of a few choices, all visible, each in a frame that is clickable as a whole. */
export function CheckboxGroup({ label, options, value, hint, className, onChange }: CheckboxGroupProps) {
  return (
    <AriaCheckboxGroup value={[...value]} onChange={onChange} className={clsx(fieldStyles, className)}>
      <FieldLabel>{label}</FieldLabel>
      <FieldHelp hint={hint} error={undefined} />
      <div className="mt-1 grid grid-cols-[repeat(auto-fit,minmax(min(100%,15rem),1fr))] gap-2">
        {options.map((option) => (
          <CheckboxCard key={option.value} option={option} />
        ))}
      </div>
    </AriaCheckboxGroup>
  );
}

function CheckboxCard({
  option: { value, label, description, isDisabled = false },
}: {
  option: CheckboxOption;
}) {
  const labelId = useId();
  const descriptionId = useId();
  return (
    <Checkbox
      value={value}
      isDisabled={isDisabled}
      // The frame is one label: without these its name would be everything that stands in it.
      aria-labelledby={labelId}
      {...(description !== undefined && { 'aria-describedby': descriptionId })}
      className="group flex items-start gap-2.5 rounded-md border border-line bg-surface p-3 text-base text-text hover:border-line-strong selected:border-accent selected:bg-accent-soft disabled:text-text-disabled"
    >
      {({ isSelected }) => (
        <>
          <span className="mt-[0.1875rem] grid size-4 shrink-0 place-items-center rounded-sm border border-line-strong bg-surface text-on-accent transition-colors group-focus-visible:outline-2 group-focus-visible:outline-offset-2 group-focus-visible:outline-focus group-selected:border-accent group-selected:bg-accent group-disabled:border-line group-disabled:bg-surface-sunken forced-colors:group-selected:bg-[Highlight]">
            {isSelected && <Check aria-hidden size={12} strokeWidth={3} />}
          </span>
          <span className="min-w-0">
            <span id={labelId} className={clsx(description !== undefined && 'font-medium')}>
              {label}
            </span>
            {description !== undefined && (
              <span id={descriptionId} className="block text-sm text-text-muted">
                {description}
              </span>
            )}
          </span>
        </>
      )}
    </Checkbox>
  );
}
