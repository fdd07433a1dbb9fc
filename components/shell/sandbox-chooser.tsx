'use client';

import { ChevronRight } from 'lucide-react';
import { BaseButton } from '@/components/ui/base-button';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { Spinner } from '@/components/ui/spinner';
import { AppErrorNotice } from './app-error-notice';
import { SandboxBadge } from './sandbox-badge';
import type { SandboxOption } from './sandbox-option';
import { useChooseSandbox } from './use-choose-sandbox';

/** The first screen after the first sign-in: where to work. */
export function SandboxChooser({ sandboxes }: { sandboxes: readonly SandboxOption[] }) {
  const { choose, error, pendingName } = useChooseSandbox({ isFirst: true });
  return (
    <div className="mx-auto w-full max-w-3xl py-6 sm:py-12">
      <h1 className="text-3xl">Choose a sandbox</h1>
      <p className="mt-2 max-w-prose text-text-muted">
        Accounts, dataflows and datasets live in one sandbox of Experience Platform. You can change it at any
        time at the top of the page.
      </p>
      {error && <AppErrorNotice error={error} className="mt-6" />}
      {sandboxes.length === 0 ? (
        <EmptyState title="No sandbox is open to this app">
          <p>
            Ask an administrator of your Adobe organisation to give the technical account access to a sandbox,
            then reload this page.
          </p>
        </EmptyState>
      ) : (
        <ul className="mt-6 grid gap-3 sm:grid-cols-2">
          {sandboxes.map((sandbox) => (
            <li key={sandbox.name}>
              <BaseButton
                onPress={() => {
                  if (pendingName === undefined) choose(sandbox.name);
                }}
                {...(pendingName !== undefined && { 'aria-disabled': 'true' as const })}
                className="focus-ring group flex h-full w-full items-start gap-3 rounded-lg border border-line bg-surface p-4 text-start transition-colors hover:border-accent pressed:bg-surface-hover"
              >
                <span className="min-w-0 flex-1">
                  <span className="block text-lg font-semibold break-words">{sandbox.title}</span>
                  <span className="block text-sm break-all text-text-muted">{sandbox.name}</span>
                  <span className="mt-2 flex flex-wrap items-center gap-2">
                    <SandboxBadge isProduction={sandbox.isProduction} />
                    {sandbox.region !== '' && (
                      <span className="text-sm text-text-muted">{sandbox.region}</span>
                    )}
                  </span>
                  {pendingName === sandbox.name && <Spinner label="Opening" className="mt-2" />}
                </span>
                <Icon
                  glyph={ChevronRight}
                  isDirectional
                  className="mt-1 text-text-muted group-hover:text-accent"
                />
              </BaseButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
