'use client';

import { CodeBlock } from '@/components/ui/code-block';
import { Disclosure } from '@/components/ui/disclosure';
import { elementExpression } from '@/lib/mapping/consent-mappings';
import type { ConsentRecords } from '@/lib/sources/consent-records';

/** What the platform cannot do with consent records, and the way around each. */
export function ConsentLimits({ source }: { source: ConsentRecords }) {
  return (
    <Disclosure title="What the platform cannot do, and the way around">
      <div className="flex flex-col gap-3 text-text-muted">
        <p>
          <strong className="font-semibold text-text">One choice for each channel.</strong> Adobe’s consent
          fields have no room for a list of topics or preferences. Choose the one that stands for a channel
          above. To keep all of them, map the whole list of purposes onto fields of your own, as the published
          mapping does: each topic and preference stays there with its id.
        </p>
        <p>
          <strong className="font-semibold text-text">Keys that differ from record to record.</strong> A
          mapping fills only fields that the schema declares, so pairs of a name and a value cannot become
          fields of those names by themselves. Map the list with its names and values as it is, or calculate a
          field for each name that matters. Put the name in place of “City”:
        </p>
        <CodeBlock code={elementExpression(source, 'City')} what="Calculation for one name" wraps />
        <p>
          <strong className="font-semibold text-text">Purposes that come later.</strong> A new purpose fills
          nothing until somebody answers here which choice it stands for. It is kept in the list of purposes
          all the same.
        </p>
      </div>
    </Disclosure>
  );
}
