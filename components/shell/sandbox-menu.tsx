'use client';

import { Check } from 'lucide-react';
import type { RefObject } from 'react';
import { Menu, MenuItem, Popover, Text } from 'react-aria-components';
import { optionStyles, popoverStyles } from '@/components/ui/field-styles';
import type { SandboxName } from '@/lib/ids';
import { SandboxBadge } from './sandbox-badge';
import type { SandboxOption } from './sandbox-option';

export type SandboxMenuProps = {
  current: SandboxName;
  sandboxes: readonly SandboxOption[];
  triggerRef: RefObject<HTMLButtonElement | null>;
  onChoose: (name: SandboxName) => void;
  onClose: () => void;
};

/** The open list of the sandboxes. */
export function SandboxMenu({ current, sandboxes, triggerRef, onChoose, onClose }: SandboxMenuProps) {
  return (
    <Popover
      trigger="MenuTrigger"
      triggerRef={triggerRef}
      isOpen
      onOpenChange={onClose}
      placement="bottom end"
      offset={6}
      className={`${popoverStyles} w-80 max-w-[92vw]`}
    >
      <Menu
        aria-label="Sandboxes"
        autoFocus="first"
        onClose={onClose}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[current]}
        onSelectionChange={(keys) => {
          const chosen = sandboxes.find((sandbox) => keys !== 'all' && keys.has(sandbox.name));
          if (chosen && chosen.name !== current) onChoose(chosen.name);
        }}
        renderEmptyState={() => (
          <p className="px-3 py-2 text-text-muted">
            Adobe did not list your sandboxes. Reload the page to ask again.
          </p>
        )}
        className="max-h-96 overflow-auto p-1 outline-none"
      >
        {sandboxes.map((sandbox) => (
          <MenuItem key={sandbox.name} id={sandbox.name} textValue={sandbox.title} className={optionStyles}>
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
  );
}
