'use client';

import { useEffect, useState } from 'react';
import type { ExpressionCheck } from '@/lib/mapping/check-mappings';
import type { FieldMapping } from '@/lib/mapping/mapping';

/** Reads calculations, once there are any: the expression language is not loaded before. */
export function useExpressionCheck(mappings: readonly FieldMapping[]): ExpressionCheck | undefined {
  const [loaded, setLoaded] = useState<{ checkExpression: ExpressionCheck }>();
  const isWanted = loaded === undefined && mappings.some(({ kind }) => kind === 'expression');
  useEffect(() => {
    if (!isWanted) return;
    // Without it the platform's own check is still there; the next change tries again.
    import('@/lib/mapping/check-expression').then(setLoaded, () => undefined);
  }, [isWanted]);
  return loaded?.checkExpression;
}
