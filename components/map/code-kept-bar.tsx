import { Button } from '@/components/ui/button';
import { StatusLight } from '@/components/ui/status-light';

/** Says, in the other views, that the code view holds a text that cannot be read yet. */
export function CodeKeptBar({ onOpen }: { onOpen: () => void }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-caution-soft px-3 py-1.5 text-sm">
      <StatusLight tone="caution">
        The code view keeps a text that cannot be read yet. It is not part of the mappings.
      </StatusLight>
      <span className="ms-auto">
        <Button size="small" onPress={onOpen}>
          Go to the text
        </Button>
      </span>
    </div>
  );
}
