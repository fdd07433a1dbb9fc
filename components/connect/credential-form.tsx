'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { CalendarDateTime, parseDate } from '@internationalized/date';
import { type ClipboardEvent, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { z } from 'zod';
import { AppErrorNotice } from '@/components/shell/app-error-notice';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DateTimeField } from '@/components/ui/date-time-field';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Spinner } from '@/components/ui/spinner';
import { TextField } from '@/components/ui/text-field';
import { useDraftVersion } from '@/components/wizard/draft-version';
import type { AppError } from '@/lib/app-error';
import type { BaseConnectionId, OnboardingId } from '@/lib/ids';
import type { CredentialField, SourceDefinition } from '@/lib/sources/source-definition';
import type { ConnectCheck } from '@/lib/wizard/connect-check';
import { accountNameSchema } from '@/lib/wizard/inputs';
import { connectAccount } from '@/server/actions/connect-account';

type Values = { name: string; credentials: Record<string, string>; expiresOn: string };

export type CredentialFormProps = {
  onboardingId: OnboardingId;
  source: SourceDefinition;
  proposedName: string;
  isFirst: boolean;
  onResult: (result: {
    checks: ConnectCheck[];
    connected: { baseConnectionId: BaseConnectionId; accountName: string; version: number } | undefined;
  }) => void;
};

/** One schema from the source's own rules; the action checks with the same functions. */
function schemaOf(source: SourceDefinition) {
  return z.object({
    name: accountNameSchema,
    credentials: z.record(z.string(), z.string()).superRefine((credentials, issues) => {
      for (const field of source.credentialFields) {
        const value = field.normalise(credentials[field.name] ?? '');
        const message = value === '' && !field.required ? undefined : field.refuse(value);
        if (message) issues.addIssue({ code: 'custom', path: [field.name], message });
      }
    }),
    expiresOn: z.string(),
  });
}

const fieldId = (name: string) => `connect-${name}`;

/** A new credential: it goes straight to the platform and is tried as soon as it is pasted. */
export function CredentialForm({
  onboardingId,
  source,
  proposedName,
  isFirst,
  onResult,
}: CredentialFormProps) {
  const version = useDraftVersion();
  const [error, setError] = useState<AppError>();
  const form = useForm<Values>({
    resolver: zodResolver(schemaOf(source)),
    defaultValues: {
      name: proposedName,
      credentials: Object.fromEntries(source.credentialFields.map((field) => [field.name, ''])),
      expiresOn: '',
    },
    mode: 'onSubmit',
    reValidateMode: 'onChange',
  });
  const { errors, isSubmitting, submitCount } = form.formState;

  const handleSubmit = form.handleSubmit(async ({ name, credentials, expiresOn }) => {
    setError(undefined);
    const result = await connectAccount({
      onboardingId,
      expectedVersion: version.current,
      name,
      credentials,
      ...(expiresOn === '' ? {} : { expiresOn }),
    }).catch(() => ({
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
    // Tried at once when nothing else is asked for; a source whose credential ends has a date to enter first.
    if (isComplete && source.credentialMaxAgeDays === undefined) void handleSubmit();
    else void form.trigger(`credentials.${field.name}`);
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
    <Card title={isFirst ? `Connect ${source.title}` : 'Connect a new account'}>
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
                  autoFocus={index === 0}
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
        <div className="flex flex-wrap items-center gap-4">
          <Button
            type="submit"
            variant="primary"
            isPending={isSubmitting}
            pendingLabel="Testing the credential"
          >
            Connect and test
          </Button>
          {isSubmitting && <Spinner label={`Trying the credential on every kind of ${source.title} data`} />}
        </div>
      </form>
    </Card>
  );
}

function toCalendar(date: string): CalendarDateTime | null {
  if (date === '') return null;
  const { year, month, day } = parseDate(date);
  return new CalendarDateTime(year, month, day);
}
