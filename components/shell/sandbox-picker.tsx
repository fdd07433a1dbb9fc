'use client';

import { Check, ChevronDown } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components';
import { Dialog } from '@/components/ui/dialog';
import { optionStyles, popoverStyles } from '@/components/ui/field-styles';
import type { SandboxName } from '@/lib/ids';
import { AppErrorNotice } from './app-error-notice';
import { SandboxBadge } from './sandbox-badge';
import type { SandboxOption } from './sandbox-option';
import { useChooseSandbox } from './use-choose-sandbox';

export type SandboxPickerProps = {
  current: SandboxName;
  /** Empty when Adobe could not be asked: the current one is still shown. */
  sandboxes: readonly SandboxOption[];
};

/** The sandbox everything on the page is about, and the way into another. */
export function SandboxPicker({ current, sandboxes }: SandboxPickerProps) {
  const { choose, error, clearError, pendingName } = useChooseSandbox();
  const shownName = pendingName ?? current;
  const shown = sandboxes.find((sandbox) => sandbox.name === shownName);
  const title = shown?.title ?? shownName;
  return (
    <>
      <MenuTrigger>
        <Button
          aria-label={`Sandbox: ${title}${shown?.isProduction ? ', production' : ''}. Change`}
          isPending={pendingName !== undefined}
          className="focus-ring flex min-h-9 min-w-0 items-center gap-2 rounded-md border border-line px-3 py-1 text-start hover:bg-surface-hover"
        >
          <span className="text-text-muted max-lg:hidden">Sandbox</span>
          <span className="min-w-0 max-w-48 truncate font-medium max-sm:max-w-24">{title}</span>
          {shown && <SandboxBadge isProduction={shown.isProduction} />}
          <ChevronDown aria-hidden size={16} className="shrink-0 text-text-muted" />
        </Button>
        <Popover placement="bottom end" offset={6} className={`${popoverStyles} w-80 max-w-[92vw]`}>
          <Menu
            aria-label="Sandboxes"
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[current]}
            onSelectionChange={(keys) => {
              const chosen = sandboxes.find((sandbox) => keys !== 'all' && keys.has(sandbox.name));
              if (chosen && chosen.name !== current) choose(chosen.name);
            }}
            renderEmptyState={() => (
              <p className="px-3 py-2 text-text-muted">
                Adobe did not list your sandboxes. Reload the page to ask again.
              </p>
            )}
            className="max-h-96 overflow-auto p-1 outline-none"
          >
            {sandboxes.map((sandbox) => (
              <MenuItem
                key={sandbox.name}
                id={sandbox.name}
                textValue={sandbox.title}
                className={optionStyles}
              >
                <Check
                  aria-hidden
                  size={14}
                  className="invisible mt-1 shrink-0 text-accent group-selected:visible"
                />
                <span className="min-w-0 flex-1">
                  <Text slot="label" className="block break-words">
                    {sandbox.title}
                  </Text>
                  <Text slot="description" className="block text-sm font-normal break-all text-text-muted">
                    {sandbox.name}
                  </Text>
                </span>
                <SandboxBadge isProduction={sandbox.isProduction} />
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      <Dialog
        title="The sandbox was not changed"
        isOpen={error !== undefined}
        onOpenChange={(isOpen) => {
          if (!isOpen) clearError();
        }}
      >
        {error && <AppErrorNotice error={error} />}
      </Dialog>
    </>
  );
}
