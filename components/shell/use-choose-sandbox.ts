'use client';

import { useQueryClient } from '@tanstack/react-query';
import { usePathname, useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import type { AppError } from '@/lib/app-error';
import type { SandboxName } from '@/lib/ids';
import { accountsPath, dataflowsPath, homePath } from '@/lib/paths';
import { chooseSandbox } from '@/server/actions/choose-sandbox';

/**
 * Moves the session to another sandbox. Pages about one object of the old sandbox lead home, lists stay; with the first
 * choice of a session (`isFirst`) every page stays, because there was no old sandbox and it is the page that was asked for.
 */
export function useChooseSandbox({ isFirst = false }: { isFirst?: boolean } = {}) {
  const router = useRouter();
  const pathname = usePathname();
  const queryClient = useQueryClient();
  const [error, setError] = useState<AppError | undefined>();
  const [pendingName, setPendingName] = useState<SandboxName | undefined>();
  const [isPending, startTransition] = useTransition();

  const choose = (sandboxName: SandboxName) => {
    setPendingName(sandboxName);
    startTransition(async () => {
      const result = await chooseSandbox({ sandboxName });
      setError(result.ok ? undefined : result.error);
      if (!result.ok) return;
      queryClient.clear();
      const lists: readonly string[] = [homePath(), dataflowsPath(), accountsPath()];
      if (!isFirst && !lists.includes(pathname)) router.push(homePath());
      router.refresh();
    });
  };
  return {
    choose,
    error,
    clearError: () => setError(undefined),
    pendingName: isPending ? pendingName : undefined,
  };
}
