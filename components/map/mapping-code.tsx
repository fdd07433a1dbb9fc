'use client';

import { CodeBlock } from '@/components/ui/code-block';
import type { FieldMapping } from '@/lib/mapping/mapping';
import { toWireRows } from '@/lib/mapping/wire-dialects';

/** The mappings as the rows of a mapping set, to read and to copy. */
export function MappingCode({ mappings }: { mappings: readonly FieldMapping[] }) {
  return (
    <div className="min-h-0 flex-1 overflow-auto p-3">
      <p className="mb-2 text-sm text-text-muted">
        The rows of the mapping set, in the form of Adobe’s Data Prep documentation.
      </p>
      <CodeBlock what="mapping rows" code={JSON.stringify(toWireRows(mappings, 'source'), null, 2)} />
    </div>
  );
}
