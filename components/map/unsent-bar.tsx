'use client';

import { Moment } from '@/components/shell/moment';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { UnsentMapping } from './unsent-mapping';

export type UnsentBarProps = {
  unsent: UnsentMapping;
  /** Mappings as they are saved. */
  savedCount: number;
  /** The draft was saved after the page that closed had read it. */
  hasMovedOn: boolean;
  onBringBack: () => void;
  onDiscard: () => void;
};

/** Offers what a page could not save before it closed. */
export function UnsentBar({ unsent, savedCount, hasMovedOn, onBringBack, onDiscard }: UnsentBarProps) {
  const count = unsent.mappings.length;
  const words = count === 1 ? '1 mapping' : `${count.toLocaleString('en')} mappings`;
  return (
    <Notice
      tone="caution"
      announce="status"
      title="Changes made in this browser were not saved"
      actions={
        <>
          <Button size="small" variant="primary" onPress={onBringBack}>
            Bring back {words}
          </Button>
          <Button size="small" onPress={onDiscard}>
            Keep what is saved
          </Button>
        </>
      }
    >
      <p>
        Kept in this browser: {words} from <Moment timeMs={unsent.atMs} look="relative" isPast />, without
        comments. Saved: {savedCount.toLocaleString('en')}
        {hasMovedOn ? ', changed since in another tab or by a colleague' : ''}. Undo gives up what is brought
        back.
      </p>
    </Notice>
  );
}
