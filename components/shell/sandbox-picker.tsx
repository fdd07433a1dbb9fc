'use client';

import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { BaseButton } from '@/components/ui/base-button';
import { useLaterOverlay } from '@/components/ui/use-later-overlay';
import { useLazyModule } from '@/components/ui/use-lazy-module';
import type { SandboxName } from '@/lib/ids';
import { SandboxBadge } from './sandbox-badge';
import type { SandboxOption } from './sandbox-option';
import { useChooseSandbox } from './use-choose-sandbox';

export type SandboxPickerProps = {
  current: SandboxName;
  /** Empty when Adobe could not be asked: the current one is still shown. */
  sandboxes: readonly SandboxOption[];
};

const loadMenu = () => import('./sandbox-menu');
const loadRefusal = () => import('./sandbox-refused-dialog');

/** The sandbox everything on the page is about, and the way into another. */
export function SandboxPicker({ current, sandboxes }: SandboxPickerProps) {
  const { choose, error, clearError, pendingName } = useChooseSandbox();
  const [isOpen, setOpen] = useState(false);
  const { module: menu, triggerProps } = useLaterOverlay(loadMenu, 'menu', isOpen, setOpen);
  const refusal = useLazyModule(loadRefusal, error !== undefined);
  const shownName = pendingName ?? current;
  const shown = sandboxes.find((sandbox) => sandbox.name === shownName);
  const title = shown?.title ?? shownName;
  return (
    <>
      <BaseButton
        {...triggerProps}
        aria-label={`Sandbox: ${title}${shown?.isProduction ? ', production' : ''}. Change`}
        {...(pendingName !== undefined && { 'aria-disabled': true, onPress: noPress })}
        className="focus-ring flex min-h-9 min-w-0 items-center gap-2 rounded-md border border-line px-3 py-1 text-start hover:bg-surface-hover"
      >
        <span className="text-text-muted max-lg:hidden">Sandbox</span>
        <span className="min-w-0 max-w-48 truncate font-medium max-sm:max-w-24">{title}</span>
        {shown && <SandboxBadge isProduction={shown.isProduction} />}
        <ChevronDown aria-hidden size={16} className="shrink-0 text-text-muted" />
      </BaseButton>
      {isOpen && menu && (
        <menu.SandboxMenu
          current={current}
          sandboxes={sandboxes}
          triggerRef={triggerProps.ref}
          onChoose={choose}
          onClose={() => setOpen(false)}
        />
      )}
      {error && refusal.module && <refusal.module.SandboxRefusedDialog error={error} onClose={clearError} />}
    </>
  );
}

function noPress() {}
