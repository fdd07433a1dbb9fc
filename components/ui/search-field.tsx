'use client';

import clsx from 'clsx';
import { Search, X } from 'lucide-react';
import type { KeyboardEventHandler, Ref } from 'react';
import { SearchField as AriaSearchField, Button, Input } from 'react-aria-components';
import { controlStyles } from './field-styles';

export type SearchFieldProps = {
  /** Spoken name, also the placeholder unless another is given. */
  label: string;
  placeholder?: string;
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
  onSubmit?: (value: string) => void;
  /** Escape or the cross. */
  onClear?: () => void;
  onKeyDown?: KeyboardEventHandler<HTMLInputElement>;
  ref?: Ref<HTMLInputElement>;
  className?: string;
};

/** Filters a list. Escape clears. */
export function SearchField({
  label,
  placeholder = label,
  onKeyDown,
  ref,
  className,
  ...field
}: SearchFieldProps) {
  return (
    <AriaSearchField {...field} aria-label={label} className={clsx('group min-w-0', className)}>
      <div className="relative">
        <Search
          aria-hidden
          size={16}
          className="pointer-events-none absolute inset-y-0 start-3 my-auto text-text-muted"
        />
        <Input
          placeholder={placeholder}
          {...(ref !== undefined && { ref })}
          {...(onKeyDown !== undefined && { onKeyDown })}
          className={`${controlStyles} focus-ring px-9 py-1.5 placeholder:text-text-muted [&::-webkit-search-cancel-button]:hidden`}
        />
        <Button
          aria-label="Clear"
          className="focus-ring absolute inset-y-1 end-1 grid w-7 place-items-center rounded-sm text-text-muted group-empty:hidden hover:bg-surface-hover"
        >
          <X aria-hidden size={14} />
        </Button>
      </div>
    </AriaSearchField>
  );
}
