'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import type * as z from 'zod';
import { AppErrorNotice } from '@/components/shell/app-error-notice';
import { Button } from '@/components/ui/button';
import { CodeBlock } from '@/components/ui/code-block';
import { Dialog } from '@/components/ui/dialog';
import { Icon } from '@/components/ui/icon';
import { useAnnounce } from '@/components/ui/live-region';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { createApiTokenInput } from '@/lib/api-tokens/api-token';
import type { AppError } from '@/lib/app-error';
import { createApiToken } from '@/server/actions/create-api-token';
import { lifetimeOptions, roleDescriptions, roleOptions } from './token-words';

export type NewTokenDialogProps = {
  /** Names and titles of the sandboxes a token can be made for. */
  sandboxes: readonly { name: string; title: string }[];
  /** The one that people look at now. */
  sandboxName: string;
};

type Fields = z.input<typeof createApiTokenInput>;

/** Makes a token and shows it, this once. */
export function NewTokenDialog({ sandboxes, sandboxName }: NewTokenDialogProps) {
  const router = useRouter();
  const announce = useAnnounce();
  const formId = useId();
  const [isOpen, setOpen] = useState(false);
  const [error, setError] = useState<AppError>();
  const [made, setMade] = useState<{ name: string; token: string }>();
  const { control, handleSubmit, reset, formState } = useForm<Fields>({
    resolver: zodResolver(createApiTokenInput),
    defaultValues: { name: '', sandboxName, role: 'editor', lifetime: '90' },
  });

  const handleOpenChange = (open: boolean) => {
    setOpen(open);
    if (open) return;
    // What was shown once must not be there when the dialog opens again.
    setMade(undefined);
    setError(undefined);
    reset();
  };
  const make = handleSubmit(async (fields) => {
    setError(undefined);
    const result = await createApiToken(fields);
    if (!result.ok) {
      setError(result.error);
      return;
    }
    setMade({ name: fields.name.trim(), token: result.data.token });
    announce('The token is made. Copy it now: it is not shown again.');
    router.refresh();
  });

  return (
    <Dialog
      size={made ? 'medium' : 'small'}
      role={made ? 'alertdialog' : 'dialog'}
      title={made ? `Copy the token “${made.name}”` : 'New API token'}
      isOpen={isOpen}
      onOpenChange={handleOpenChange}
      trigger={
        <Button variant="primary" icon={<Icon glyph={Plus} />}>
          New token
        </Button>
      }
      actions={(close) =>
        made ? (
          <Button variant="primary" onPress={close}>
            I have copied it
          </Button>
        ) : (
          <>
            <Button onPress={close}>Cancel</Button>
            <Button
              variant="primary"
              type="submit"
              form={formId}
              isPending={formState.isSubmitting}
              pendingLabel="Making it"
            >
              Make the token
            </Button>
          </>
        )
      }
    >
      {made ? (
        <div className="flex flex-col gap-3">
          <Notice tone="caution" title="It is not shown again">
            <p>Only a fingerprint of it is kept here. Put it where your program keeps its secrets.</p>
          </Notice>
          <CodeBlock code={made.token} what="API token" wraps />
          <p className="text-sm text-text-muted">
            Send it with each request, as the header{' '}
            <code className="font-mono">Authorization: Bearer trib_…</code> What there is to call stands in{' '}
            <code className="font-mono">/api/v1/openapi.json</code>.
          </p>
        </div>
      ) : (
        <form id={formId} onSubmit={make} noValidate className="flex flex-col gap-4">
          <Controller
            control={control}
            name="name"
            render={({ field: { ref, ...field }, fieldState }) => (
              <TextField
                {...field}
                ref={ref}
                label="Name"
                hint="Who or what uses it, such as “Nightly checks”."
                maxLength={100}
                error={fieldState.error?.message}
              />
            )}
          />
          <Controller
            control={control}
            name="sandboxName"
            render={({ field: { ref, ...field }, fieldState }) => (
              <Select
                {...field}
                ref={ref}
                label="Sandbox"
                hint="It opens this one and no other."
                options={sandboxes.map(({ name, title }) => ({
                  value: name,
                  label: title,
                  description: name,
                }))}
                error={fieldState.error?.message}
              />
            )}
          />
          <Controller
            control={control}
            name="role"
            render={({ field: { ref, ...field }, fieldState }) => (
              <Select
                {...field}
                ref={ref}
                label="Role"
                hint={`${roleDescriptions[field.value]}. Never more than you may.`}
                options={roleOptions}
                error={fieldState.error?.message}
              />
            )}
          />
          <Controller
            control={control}
            name="lifetime"
            render={({ field: { ref, ...field }, fieldState }) => (
              <Select
                {...field}
                ref={ref}
                label="Expires"
                options={lifetimeOptions}
                error={fieldState.error?.message}
              />
            )}
          />
          {error && <AppErrorNotice error={error} />}
        </form>
      )}
    </Dialog>
  );
}
