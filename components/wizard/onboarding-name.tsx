'use client';

import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useLazyModule } from '@/components/ui/use-lazy-module';
import type { OnboardingId } from '@/lib/ids';

const loadDialog = () => import('./rename-dialog');

/** The name of the onboarding, which the dataflow takes over, with a way to change it. */
export function OnboardingName({
  onboardingId,
  name,
  canEdit,
}: {
  onboardingId: OnboardingId;
  name: string;
  canEdit: boolean;
}) {
  const [isOpen, setOpen] = useState(false);
  const dialog = useLazyModule(loadDialog, isOpen);
  const RenameDialog = dialog.module?.RenameDialog;

  return (
    <div className="min-w-0">
      <h1 className="me-1 inline align-middle text-xl break-words sm:text-2xl">
        <bdi>{name}</bdi>
      </h1>
      {canEdit && (
        <span className="inline-block align-middle fills-window:hidden">
          <Button
            variant="quiet"
            size="small"
            isIconOnly
            aria-label="Rename"
            aria-haspopup="dialog"
            icon={<Icon glyph={Pencil} />}
            onPress={() => {
              dialog.retry();
              setOpen(true);
            }}
          />
          {isOpen && RenameDialog && (
            <RenameDialog onboardingId={onboardingId} name={name} onClose={() => setOpen(false)} />
          )}
        </span>
      )}
    </div>
  );
}
