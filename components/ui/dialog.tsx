'use client';

import clsx from 'clsx';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from './button';

export type DialogProps = {
  title: string;
  /** One control that opens it; leave out and pass `isOpen` when something else opens it. */
  trigger?: ReactNode;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  children: ReactNode | ((close: () => void) => ReactNode);
  /** Buttons at the end, the main one last. */
  actions?: ReactNode | ((close: () => void) => ReactNode);
  size?: 'small' | 'medium' | 'large';
  /** `alertdialog` when work may be lost: no click outside, no cross. */
  role?: 'dialog' | 'alertdialog';
};

const widths = { small: 'max-w-md', medium: 'max-w-2xl', large: 'max-w-5xl' };

/** A modal dialog: keeps focus, closes on Escape, gives focus back. */
export function Dialog({
  title,
  trigger,
  children,
  actions,
  size = 'small',
  role = 'dialog',
  ...state
}: DialogProps) {
  const modal = (
    <ModalOverlay
      isDismissable={role === 'dialog'}
      {...(trigger === undefined && state)}
      className="fixed inset-0 z-40 flex h-(--visual-viewport-height) items-end justify-center bg-scrim p-0 transition-opacity entering:opacity-0 exiting:opacity-0 sm:items-center sm:p-6"
    >
      <Modal
        className={clsx(
          'flex max-h-full w-full flex-col rounded-t-xl border border-line bg-surface-raised shadow-overlay sm:rounded-xl',
          widths[size],
        )}
      >
        <AriaDialog role={role} className="flex min-h-0 flex-col outline-none">
          {({ close }) => (
            <>
              <header className="flex items-start justify-between gap-4 px-6 pt-5">
                <Heading slot="title" className="min-w-0 text-xl font-semibold">
                  {title}
                </Heading>
                {role === 'dialog' && (
                  <Button
                    variant="quiet"
                    size="small"
                    isIconOnly
                    aria-label="Close"
                    onPress={close}
                    icon={<X aria-hidden size={16} />}
                  />
                )}
              </header>
              <div className="min-h-0 overflow-y-auto px-6 py-4">
                {typeof children === 'function' ? children(close) : children}
              </div>
              {actions !== undefined && (
                <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-6 py-4">
                  {typeof actions === 'function' ? actions(close) : actions}
                </footer>
              )}
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
  if (trigger === undefined) return modal;
  return (
    <DialogTrigger {...state}>
      {trigger}
      {modal}
    </DialogTrigger>
  );
}
