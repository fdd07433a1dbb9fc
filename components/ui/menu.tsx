'use client';

import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator, Text } from 'react-aria-components';
import { optionStyles, popoverStyles } from './field-styles';

export type MenuAction = {
  id: string;
  label: string;
  description?: ReactNode;
  icon?: ReactNode;
  /** Goes somewhere instead of doing something. */
  href?: string;
  onAction?: () => void;
  /** Removes something. */
  isNegative?: boolean;
  /** A sentence: why it cannot be done now. Shown as the second line. */
  disabledReason?: string | undefined;
  /** Draws a line above. */
  startsGroup?: boolean;
};

export type MenuProps = {
  /** Spoken name. */
  label: string;
  /** The button that opens it. */
  trigger: ReactNode;
  actions: readonly MenuAction[];
  /** Above the actions: who is signed in. */
  header?: ReactNode;
  placement?: 'bottom start' | 'bottom end' | 'top end';
};

/** A list of actions behind a button. */
export function Menu({ label, trigger, actions, header, placement = 'bottom end' }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover placement={placement} offset={6} className={clsx(popoverStyles, 'w-64 max-w-[92vw]')}>
        {header !== undefined && <div className="border-b border-line px-3.5 py-3">{header}</div>}
        <AriaMenu aria-label={label} className="p-1 outline-none">
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
    </MenuTrigger>
  );
}
