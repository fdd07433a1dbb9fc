'use client';

import clsx from 'clsx';
import { Eye, EyeOff } from 'lucide-react';
import { type ClipboardEventHandler, type ReactNode, type Ref, useState } from 'react';
import { TextField as AriaTextField, Button, Input, TextArea } from 'react-aria-components';
import { FieldHelp } from './field-help';
import { FieldLabel } from './field-label';
import { fieldStyles, inputStyles } from './field-styles';

export type TextFieldProps = {
  label: string;
  /** Drawn for screen readers only: when a heading beside the field says it already. */
  isLabelHidden?: boolean;
  hint?: ReactNode;
  /** A whole sentence with the remedy. */
  error?: string | undefined;
  /** `secret` hides the value, offers to reveal it, and keeps browsers from storing or correcting it. */
  kind?: 'text' | 'email' | 'url' | 'search' | 'secret' | 'multiline';
  isOptional?: boolean;
  isDisabled?: boolean | undefined;
  isReadOnly?: boolean | undefined;
  placeholder?: string;
  autoComplete?: string;
  maxLength?: number;
  /** Lines of a multiline field. */
  rows?: number;
  /** Monospaced: hosts, ids, expressions. */
  isCode?: boolean;
  /** Of the input: what an error summary links to. */
  id?: string;
  name?: string;
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
  onBlur?: () => void;
  /** Runs before the value changes; `preventDefault` to put in something else. */
  onPaste?: ClipboardEventHandler<HTMLInputElement>;
  autoFocus?: boolean;
  /** The input: `ref.focus()` works, so `{...field}` of react-hook-form can be spread in. */
  ref?: Ref<HTMLInputElement>;
  className?: string;
};

/** One line (or several) of text with label, hint and error wired together. */
export function TextField({
  label,
  isLabelHidden = false,
  hint,
  error,
  kind = 'text',
  isOptional = false,
  isDisabled = false,
  isReadOnly = false,
  placeholder,
  autoComplete,
  rows = 4,
  isCode = false,
  onPaste,
  ref,
  className,
  ...field
}: TextFieldProps) {
  const [isRevealed, setIsRevealed] = useState(false);
  const isSecret = kind === 'secret';
  const look = clsx(inputStyles, (isCode || isSecret) && 'font-mono', isSecret && 'pe-11');
  return (
    <AriaTextField
      {...field}
      validationBehavior="aria"
      isInvalid={error !== undefined}
      isDisabled={isDisabled}
      isReadOnly={isReadOnly}
      isRequired={!isOptional}
      type={inputType(kind, isRevealed)}
      autoComplete={autoComplete ?? 'off'}
      {...((isSecret || isCode) && {
        autoCorrect: 'off',
        autoCapitalize: 'off',
        spellCheck: 'false' as const,
      })}
      className={clsx(fieldStyles, className)}
    >
      <FieldLabel isOptional={isOptional} isHidden={isLabelHidden}>
        {label}
      </FieldLabel>
      {kind === 'multiline' ? (
        <TextArea rows={rows} className={look} {...(placeholder !== undefined && { placeholder })} />
      ) : (
        <div className="relative">
          <Input
            {...(ref !== undefined && { ref })}
            {...(placeholder !== undefined && { placeholder })}
            {...(onPaste !== undefined && { onPaste })}
            {...(isSecret && { 'data-1p-ignore': true, 'data-lpignore': 'true' })}
            className={look}
          />
          {isSecret && (
            <Button
              aria-label={isRevealed ? `Hide ${label}` : `Show ${label}`}
              onPress={() => setIsRevealed(!isRevealed)}
              className="focus-ring absolute inset-y-1 end-1 grid w-8 place-items-center rounded-sm text-text-muted hover:bg-surface-hover hover:text-text"
            >
              {isRevealed ? <EyeOff aria-hidden size={16} /> : <Eye aria-hidden size={16} />}
            </Button>
          )}
        </div>
      )}
      <FieldHelp hint={hint} error={error} />
    </AriaTextField>
  );
}

function inputType(
  kind: TextFieldProps['kind'],
  isRevealed: boolean,
): 'text' | 'email' | 'url' | 'search' | 'password' {
  if (kind === 'secret') return isRevealed ? 'text' : 'password';
  if (kind === 'email' || kind === 'url' || kind === 'search') return kind;
  return 'text';
}
