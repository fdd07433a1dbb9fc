'use client';

import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import type { PlatformObject } from '@/lib/dataflow/dataflow-view';
import { withoutMarker } from '@/lib/format/without-marker';

/** What stands behind the dataflow in the platform, with ids to look it up there. */
export function PlatformObjectsCard({ objects }: { objects: readonly PlatformObject[] }) {
  return (
    <Card title="In Experience Platform">
      <ul className="grid gap-x-8 sm:grid-cols-2">
        {objects.map(({ kind, id, name }) => (
          <li key={`${kind}:${id}`} className="flex items-start gap-2 border-t border-line py-3">
            <div className="min-w-0 flex-1">
              <p className="text-sm text-text-muted">{kind}</p>
              {name !== undefined && <p className="break-words">{withoutMarker(name)}</p>}
              <code className="block font-mono text-xs break-all text-text-muted">{id}</code>
            </div>
            <CopyButton text={id} what={`id of the ${kind.toLocaleLowerCase()}`} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
