'use client';

import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { FieldMapping } from '@/lib/mapping/mapping';
import type { PreviewedSample } from '@/lib/preview/preview-sample';
import type { JsonSchemaNode } from '@/lib/schema/json-schema';

type Engine = typeof import('@/lib/preview/preview-sample');

export type LocalPreview = PreviewedSample & {
  /** What keeps rows from working for the sample, by mapping id. */
  rowProblems: Readonly<Record<string, string>>;
};

export type LocalPreviewInput = {
  /** Nothing is loaded or computed before. */
  isWanted: boolean;
  mappings: readonly FieldMapping[];
  targetSchema: JsonSchemaNode | undefined;
  records: readonly unknown[] | undefined;
};

/** The sample as the mapping makes it, worked out in the browser after every change; undefined while it is not there. */
export function useLocalPreview({
  isWanted,
  mappings,
  targetSchema,
  records,
}: LocalPreviewInput): LocalPreview | undefined {
  const [engine, setEngine] = useState<Engine>();
  const [startedAtMs] = useState(() => Date.now());
  useEffect(() => {
    if (!isWanted || engine) return;
    // Without it the platform's own check still works; opening the preview again tries once more.
    import('@/lib/preview/preview-sample').then(setEngine, () => undefined);
  }, [isWanted, engine]);

  // The change itself is shown first; what it makes of the records may come a moment later.
  const settled = useDeferredValue(mappings);
  return useMemo(() => {
    if (!isWanted || !engine || !targetSchema || !records) return undefined;
    const sample = engine.previewSample(settled, targetSchema, records, startedAtMs);
    return { ...sample, rowProblems: engine.rowProblems(sample) };
  }, [isWanted, engine, settled, targetSchema, records, startedAtMs]);
}
