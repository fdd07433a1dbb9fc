'use client';

import clsx from 'clsx';
import type { RefObject } from 'react';
import { Menu as AriaMenu, MenuItem, Popover, Separator, Text } from 'react-aria-components';
import { optionStyles, popoverStyles } from './field-styles';
import type { MenuProps } from './menu';

export type MenuListProps = Omit<MenuProps, 'trigger'> & {
  triggerRef: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
};

/** The open list of a `Menu`, beside its button. */
export function MenuList({ label, triggerRef, actions, header, placement, onClose }: MenuListProps) {
  return (
    <Popover
      trigger="MenuTrigger"
      triggerRef={triggerRef}
      isOpen
      onOpenChange={onClose}
      placement={placement ?? 'bottom end'}
      offset={6}
      className={clsx(popoverStyles, 'w-64 max-w-[92vw]')}
    >
      {header !== undefined && <div className="border-b border-line px-3.5 py-3">{header}</div>}
      <AriaMenu aria-label={label} autoFocus="first" onClose={onClose} className="p-1 outline-none">
        {actions.flatMap((action) => [
          action.startsGroup === true ? (
            <Separator key={`${action.id}-line`} className="mx-2 my-1 border-t border-line" />
          ) : null,
          <MenuItem
            key={action.id}
            id={action.id}
            textValue={action.label}
            isDisabled={action.disabledReason !== undefined}
            {...(action.href !== undefined && { href: action.href })}
            {...(action.onAction !== undefined && { onAction: action.onAction })}
            className={clsx(optionStyles, 'cursor-pointer', action.isNegative === true && 'text-negative')}
          >
            {action.icon !== undefined && <span className="mt-0.75 shrink-0">{action.icon}</span>}
            <span className="min-w-0 flex-1">
              <Text slot="label" className="block">
                {action.label}
              </Text>
              {(action.disabledReason ?? action.description) !== undefined && (
                <Text slot="description" className="block text-sm text-text-muted">
                  {action.disabledReason ?? action.description}
                </Text>
              )}
            </span>
          </MenuItem>,
        ])}
      </AriaMenu>
    </Popover>
  );
}
