'use client';

import { useEffect, useState } from 'react';

/**
 * A part of the page that is only loaded when it is wanted. Unlike `next/dynamic`, one that cannot be loaded does not
 * take the page with it. `load` is the same function in every render.
 */
export function useLazyModule<T>(load: () => Promise<T>, isWanted: boolean) {
  const [state, setState] = useState<{ module: T } | 'failed'>();
  useEffect(() => {
    if (!isWanted || state !== undefined) return;
    let isHere = true;
    load().then(
      (module) => isHere && setState({ module }),
      () => isHere && setState('failed'),
    );
    return () => {
      isHere = false;
    };
  }, [load, isWanted, state]);
  return {
    module: state === 'failed' ? undefined : state?.module,
    hasFailed: state === 'failed',
    retry: () => setState(undefined),
  };
}
