'use client';

import { Dialog } from '@/components/ui/dialog';
import type { AppError } from '@/lib/app-error';
import { AppErrorNotice } from './app-error-notice';

/** Says why the sandbox is still the one before. */
export function SandboxRefusedDialog({ error, onClose }: { error: AppError; onClose: () => void }) {
  return (
    <Dialog
      title="The sandbox was not changed"
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <AppErrorNotice error={error} />
    </Dialog>
  );
}
