'use client';

import { AppErrorNotice, toAppError } from '@/components/shell/app-error-notice';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';
import { StatusLight } from '@/components/ui/status-light';
import { useLazyModule } from '@/components/ui/use-lazy-module';
import type { FieldMapping } from '@/lib/mapping/mapping';
import type { LocalPreview } from './use-local-preview';
import type { PlatformPreview } from './use-platform-preview';
import type { RevealedSample } from './use-revealed-sample';

const loadContent = () => import('./preview-content');

export type PreviewPanelProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** Undefined until it is worked out. */
  local: LocalPreview | undefined;
  platform: PlatformPreview;
  revealed: RevealedSample;
  mappings: readonly FieldMapping[];
  /** The record on show, the same as in the editor. */
  recordIndex: number;
  onRecordChange: (index: number) => void;
};

/** The mapped record beside the trees: worked out here at once, confirmed by the platform when asked. */
export function PreviewPanel(props: PreviewPanelProps) {
  const { isOpen, onOpenChange, platform, mappings } = props;
  const content = useLazyModule(loadContent, isOpen);
  return (
    <Card
      title="Preview"
      {...(isOpen && { className: 'xl:max-h-(--editor-height) xl:overflow-y-auto' })}
      description="What the sample records become with these mappings. Nothing is created."
      actions={
        <>
          <Button size="small" variant="quiet" aria-expanded={isOpen} onPress={() => onOpenChange(!isOpen)}>
            {isOpen ? 'Hide preview' : 'Show preview'}
          </Button>
          <Button
            size="small"
            onPress={() => {
              onOpenChange(true);
              platform.run();
            }}
            isPending={platform.isFetching}
            pendingLabel="Asking Adobe"
            disabledReason={mappings.length > 0 ? undefined : 'Map at least one field first.'}
          >
            {platform.data ? 'Check again' : 'Check with Adobe'}
          </Button>
        </>
      }
    >
      {isOpen && (
        <div className="flex flex-col gap-4">
          {platform.error !== null && platform.error !== undefined && (
            <AppErrorNotice
              error={toAppError(platform.error)}
              onRetry={platform.run}
              isRetrying={platform.isFetching}
            />
          )}
          {content.module && <content.module.PreviewContent {...props} />}
          {content.hasFailed && (
            <div className="flex flex-wrap items-center gap-2">
              <StatusLight tone="caution">The preview did not load. Check the connection.</StatusLight>
              <Button size="small" onPress={content.retry}>
                Try again
              </Button>
            </div>
          )}
          {!content.module && !content.hasFailed && <Skeleton className="h-64 w-full" />}
        </div>
      )}
    </Card>
  );
}
