'use client';

import clsx from 'clsx';
import { Search, X } from 'lucide-react';
import {
  type KeyboardEvent,
  type KeyboardEventHandler,
  type Ref,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
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
  ref?: Ref<HTMLInputElement | null>;
  className?: string;
};

/**
 * Filters a list. Escape clears. A plain input: a search has no error, hint or form, and each letter must be cheap.
 */
export function SearchField({
  label,
  placeholder = label,
  value,
  defaultValue = '',
  onChange,
  onSubmit,
  onClear,
  onKeyDown,
  ref,
  className,
}: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  useImperativeHandle<HTMLInputElement | null, HTMLInputElement | null>(ref, () => input.current);
  const [ownText, setOwnText] = useState(defaultValue);
  const text = value ?? ownText;
  const change = (next: string) => {
    setOwnText(next);
    onChange?.(next);
  };
  const clear = () => {
    change('');
    onClear?.();
  };

  const handleKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    onKeyDown?.(event);
    if (event.defaultPrevented) return;
    if (event.key === 'Enter' && onSubmit) {
      event.preventDefault();
      onSubmit(text);
    } else if (event.key === 'Escape' && text !== '') {
      // Of an empty field it belongs to what is around: a dialog that closes.
      event.preventDefault();
      event.stopPropagation();
      clear();
    }
  };

  return (
    <div className={clsx('relative min-w-0', className)}>
      <Search
        aria-hidden
        size={16}
        className="pointer-events-none absolute inset-y-0 start-3 my-auto text-text-muted"
      />
      <input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={placeholder}
        value={text}
        onChange={(event) => change(event.target.value)}
        onKeyDown={handleKeyDown}
        className={`${controlStyles} focus-ring px-9 py-1.5 text-ellipsis placeholder:text-text-muted [&::-webkit-search-cancel-button]:hidden`}
      />
      {text !== '' && (
        <button
          type="button"
          tabIndex={-1}
          aria-label="Clear"
          // The focus stays in the field.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => {
            clear();
            input.current?.focus();
          }}
          className="focus-ring absolute inset-y-1 end-1 grid w-7 place-items-center rounded-sm text-text-muted hover:bg-surface-hover"
        >
          <X aria-hidden size={14} />
        </button>
      )}
    </div>
  );
}
