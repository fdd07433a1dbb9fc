import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { formatPlural } from '@/lib/format/numbers';
import type { PathSummary } from '@/lib/wizard/path-summary';

/** Asks before a resource path with work on it is taken out of the onboarding. */
export function TakeOutDialog({
  path,
  onKeep,
  onTakeOut,
}: {
  /** Undefined while there is nothing to ask. */
  path: PathSummary | undefined;
  onKeep: () => void;
  onTakeOut: () => void;
}) {
  const title = path?.title.toLowerCase() ?? '';
  return (
    <Dialog
      role="alertdialog"
      title={`Take out ${title}?`}
      isOpen={path !== undefined}
      onOpenChange={(isOpen) => {
        if (!isOpen) onKeep();
      }}
      actions={
        <>
          <Button onPress={onKeep}>Keep it</Button>
          <Button variant="primary" onPress={onTakeOut}>
            Take it out
          </Button>
        </>
      }
    >
      <p>
        {path && path.mappedCount > 0
          ? `${formatPlural(path.mappedCount, 'mapping')} and the target for ${title} are set aside in this draft.`
          : `The target for ${title} is set aside in this draft.`}{' '}
        Choosing {title} again brings everything back.
      </p>
    </Dialog>
  );
}
