'use client';

import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import type { AppError } from '@/lib/app-error';
import { AppErrorNotice } from './app-error-notice';

/** A part of a page that could not be loaded; trying again asks the server anew and keeps the rest. */
export function ReloadNotice({ error, className }: { error: AppError; className?: string }) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  return (
    <AppErrorNotice
      error={error}
      announce="none"
      headingLevel={2}
      isRetrying={isPending}
      onRetry={() => startTransition(() => router.refresh())}
      {...(className !== undefined && { className })}
    />
  );
}
