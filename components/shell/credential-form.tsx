'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { CalendarDateTime, parseDate } from '@internationalized/date';
import { type ClipboardEvent, type ReactNode, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import * as z from 'zod';
import { Button } from '@/components/ui/button';
import { DateTimeField } from '@/components/ui/date-time-field';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Spinner } from '@/components/ui/spinner';
import { TextField } from '@/components/ui/text-field';
import type { AppError } from '@/lib/app-error';
import type { Result } from '@/lib/result';
import type { CredentialField, SourceDefinition } from '@/lib/sources/source-definition';
import { accountNameSchema } from '@/lib/wizard/inputs';
import { AppErrorNotice } from './app-error-notice';

export type CredentialValues = { name: string; credentials: Record<string, string>; expiresOn: string };

export type CredentialFormProps<Reply> = {
  source: SourceDefinition;
  /** What a new account is called unless people say otherwise; left out when the account exists and keeps its name. */
  proposedName?: string;
  /** Puts the cursor into the first field: only where the form is what people came for. */
  isFocused?: boolean;
  submitLabel: string;
  onSubmit: (values: CredentialValues) => Promise<Result<Reply, AppError>>;
  onResult: (reply: Reply) => void;
  /** Another way out, beside the button that submits. */
  children?: ReactNode;
};

const longestYears = 20;

/** One schema from the source's own rules; the action checks with the same functions. */
function schemaOf(source: SourceDefinition, hasName: boolean) {
  return z.object({
    name: hasName ? accountNameSchema : z.string(),
    credentials: z.record(z.string(), z.string()).superRefine((credentials, issues) => {
      for (const field of source.credentialFields) {
        const value = field.normalise(credentials[field.name] ?? '');
        const message = value === '' && !field.required ? undefined : field.refuse(value);
        if (message) issues.addIssue({ code: 'custom', path: [field.name], message });
      }
    }),
    expiresOn: z.string().superRefine((date, issues) => {
      const message = refuseExpiry(date);
      if (message) issues.addIssue({ code: 'custom', message });
    }),
  });
}

function refuseExpiry(date: string): string | undefined {
  if (date === '') return undefined;
  const today = new Date().toISOString().slice(0, 10);
  if (date < today) return 'This date has passed. Enter the date on which the token you paste ends.';
  const years = Number(date.slice(0, 4)) - Number(today.slice(0, 4));
  return years > longestYears ? 'Check the year of this date.' : undefined;
}

const fieldId = (name: string) => `connect-${name}`;

/** A new credential: it goes straight to the platform and is tried as soon as it is pasted. */
export function CredentialForm<Reply>({
  source,
  proposedName,
  isFocused = false,
  submitLabel,
  onSubmit,
  onResult,
  children,
}: CredentialFormProps<Reply>) {
  const [error, setError] = useState<AppError>();
  const form = useForm<CredentialValues>({
    resolver: zodResolver(schemaOf(source, proposedName !== undefined)),
    defaultValues: {
      name: proposedName ?? '',
      credentials: Object.fromEntries(source.credentialFields.map((field) => [field.name, ''])),
      expiresOn: '',
    },
    mode: 'onSubmit',
    reValidateMode: 'onChange',
  });
  const { errors, isSubmitting, submitCount } = form.formState;

  const handleSubmit = form.handleSubmit(async (values) => {
    setError(undefined);
    const result = await onSubmit(values).catch(() => ({
      ok: false as const,
      error: { kind: 'platform-unavailable', cause: 'unreachable' } satisfies AppError,
    }));
    if (result.ok) return onResult(result.data);
    if (result.error.kind !== 'invalid-input') return setError(result.error);
    for (const [path, message] of Object.entries(result.error.fieldErrors)) {
      form.setError(path as 'name', { message });
    }
  });

  const handlePaste = (field: CredentialField, event: ClipboardEvent<HTMLInputElement>) => {
    event.preventDefault();
    const value = field.normalise(event.clipboardData.getData('text'));
    form.setValue(`credentials.${field.name}`, value, { shouldDirty: true });
    const credentials = { ...form.getValues('credentials'), [field.name]: value };
    const isComplete = source.credentialFields.every(
      (other) =>
        !other.required || other.refuse(other.normalise(credentials[other.name] ?? '')) === undefined,
    );
    // Tried at once when nothing else is asked for; a source whose credential ends has a date to enter first, and what
    // runs changes on a press only.
    if (isComplete && proposedName !== undefined && source.credentialMaxAgeDays === undefined) {
      void handleSubmit();
    } else void form.trigger(`credentials.${field.name}`);
  };

  const problems = [
    ...source.credentialFields.flatMap((field) => {
      const message = errors.credentials?.[field.name]?.message;
      return message ? [{ fieldId: fieldId(field.name), message }] : [];
    }),
    ...(errors.name?.message ? [{ fieldId: fieldId('name'), message: errors.name.message }] : []),
    ...(errors.expiresOn?.message
      ? [{ fieldId: fieldId('expiresOn'), message: errors.expiresOn.message }]
      : []),
  ];

  return (
    <form noValidate onSubmit={(event) => void handleSubmit(event)} className="flex flex-col gap-4">
      <ErrorSummary problems={problems} submitCount={submitCount} />
      {error && (
        <AppErrorNotice error={error} onRetry={() => void handleSubmit()} isRetrying={isSubmitting} />
      )}
      {source.credentialFields.map((field, index) => (
        <Controller
          key={field.name}
          control={form.control}
          name={`credentials.${field.name}`}
          render={({ field: input }) => {
            const advice = field.advise(field.normalise(input.value));
            return (
              <TextField
                {...input}
                id={fieldId(field.name)}
                label={field.label}
                kind={field.kind === 'secret' ? 'secret' : 'text'}
                isCode
                autoComplete="off"
                hint={advice ?? field.hint}
                autoFocus={isFocused && index === 0}
                error={errors.credentials?.[field.name]?.message}
                onPaste={(event) => handlePaste(field, event)}
              />
            );
          }}
        />
      ))}
      {source.credentialMaxAgeDays !== undefined && (
        <Controller
          control={form.control}
          name="expiresOn"
          render={({ field: input }) => (
            <DateTimeField
              id={fieldId('expiresOn')}
              label="Expires on"
              granularity="day"
              isOptional
              hint="You are warned 30, 7 and 1 days before. The token cannot be refreshed, only replaced."
              value={toCalendar(input.value)}
              onChange={(value) => input.onChange(value ? value.toString().slice(0, 10) : '')}
              error={errors.expiresOn?.message}
            />
          )}
        />
      )}
      {proposedName !== undefined && (
        <Controller
          control={form.control}
          name="name"
          render={({ field: input }) => (
            <TextField
              {...input}
              id={fieldId('name')}
              label="Name of the account"
              hint="How your team recognises it, here and in Adobe Experience Platform."
              maxLength={255}
              error={errors.name?.message}
            />
          )}
        />
      )}
      <div className="flex flex-wrap items-center gap-4">
        <Button
          type="submit"
          variant="primary"
          isPending={isSubmitting}
          pendingLabel="Testing the credential"
        >
          {submitLabel}
        </Button>
        {!isSubmitting && children}
        {isSubmitting && <Spinner label={`Trying the credential on every kind of ${source.title} data`} />}
      </div>
    </form>
  );
}

function toCalendar(date: string): CalendarDateTime | null {
  if (date === '') return null;
  const { year, month, day } = parseDate(date);
  return new CalendarDateTime(year, month, day);
}
