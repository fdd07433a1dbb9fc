'use client';

import clsx from 'clsx';
import { Check, Minus } from 'lucide-react';
import { type ReactNode, type Ref, useId } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';

export type CheckboxProps = {
  /** The clickable text; with `aria-label` instead for a box in a table row. */
  children?: ReactNode;
  'aria-label'?: string;
  /** A second line, read after the label. */
  description?: ReactNode;
  isSelected?: boolean;
  defaultSelected?: boolean;
  isIndeterminate?: boolean;
  onChange?: (isSelected: boolean) => void;
  onBlur?: () => void;
  isDisabled?: boolean | undefined;
  isInvalid?: boolean;
  id?: string;
  name?: string;
  value?: string;
  ref?: Ref<HTMLLabelElement>;
  className?: string;
};

/** Yes or no, saved with the form. */
export function Checkbox({ children, description, isDisabled = false, className, ...rest }: CheckboxProps) {
  const descriptionId = useId();
  return (
    <div className={clsx('min-w-0', className)}>
      <AriaCheckbox
        {...rest}
        isDisabled={isDisabled}
        {...(description !== undefined && { 'aria-describedby': descriptionId })}
        className="group flex w-fit max-w-full items-start gap-2.5 py-0.5 text-base text-text disabled:text-text-disabled"
      >
        {({ isSelected, isIndeterminate }) => (
          <>
            <span className="mt-[0.1875rem] grid size-4 shrink-0 place-items-center rounded-sm border border-line-strong bg-surface text-on-accent transition-colors group-focus-visible:outline-2 group-focus-visible:outline-offset-2 group-focus-visible:outline-focus group-selected:border-accent group-selected:bg-accent group-indeterminate:border-accent group-indeterminate:bg-accent group-invalid:border-negative group-disabled:border-line group-disabled:bg-surface-sunken forced-colors:group-selected:bg-[Highlight]">
              {isIndeterminate && <Minus aria-hidden size={12} strokeWidth={3} />}
              {isSelected && !isIndeterminate && <Check aria-hidden size={12} strokeWidth={3} />}
            </span>
            {children !== undefined && <span className="min-w-0">{children}</span>}
          </>
        )}
      </AriaCheckbox>
      {description !== undefined && (
        <div id={descriptionId} className="ps-6.5 text-sm text-text-muted">
          {description}
        </div>
      )}
    </div>
  );
}
