'use client';

import { useEffect, useRef } from 'react';

const quietMs = 250;

/**
 * Gives typed text to `apply` after a pause, when `flush` asks for it, and at the latest when its box leaves the page:
 * another view or another step loses nothing. `drop` forgets what waits.
 */
export function useSettledText(apply: (typed: string) => void) {
  const waiting = useRef<{ text: string; timer: ReturnType<typeof setTimeout> }>(undefined);
  const drop = () => {
    const last = waiting.current;
    clearTimeout(last?.timer);
    waiting.current = undefined;
    return last;
  };
  const flush = () => {
    const last = drop();
    if (last) apply(last.text);
  };
  const latestFlush = useRef(flush);
  useEffect(() => {
    latestFlush.current = flush;
  });
  useEffect(() => () => latestFlush.current(), []);

  return {
    keep: (text: string) => {
      drop();
      waiting.current = { text, timer: setTimeout(() => latestFlush.current(), quietMs) };
    },
    flush,
    drop: () => void drop(),
  };
}
