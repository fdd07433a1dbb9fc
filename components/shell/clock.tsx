'use client';

import { createContext, type ReactNode, use, useEffect, useSyncExternalStore } from 'react';
import { timeZoneCookie } from '@/lib/time-zone';
import { keepCookie } from './keep-cookie';

const ClockContext = createContext({ serverTimeZone: 'UTC', serverNowMs: 0 });

const tickMs = 30_000;

/** Gives `useClock` what the server drew with, and tells the server the browser's zone for the next time. */
export function ClockProvider({
  serverTimeZone,
  serverNowMs,
  children,
}: {
  serverTimeZone: string;
  serverNowMs: number;
  children: ReactNode;
}) {
  useEffect(() => {
    const timeZone = browserTimeZone();
    if (timeZone !== serverTimeZone) void keepCookie(timeZoneCookie, timeZone);
  }, [serverTimeZone]);
  return <ClockContext value={{ serverTimeZone, serverNowMs }}>{children}</ClockContext>;
}

/**
 * The person's time zone and the present in epoch milliseconds, which moves on every 30 s; the same on the server and in
 * the first paint. Asked by each consumer itself: a part that streams in late hydrates after the page has moved on.
 */
export function useClock(): { timeZone: string; nowMs: number } {
  const { serverTimeZone, serverNowMs } = use(ClockContext);
  const timeZone = useSyncExternalStore(never, browserTimeZone, () => serverTimeZone);
  const nowMs = useSyncExternalStore(onTick, browserNow, () => serverNowMs);
  return { timeZone, nowMs };
}

function never() {
  return () => {};
}

function browserTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

// Rounded to the tick, so that React sees one value until the next one; up, so that the past is never in the future.
function browserNow(): number {
  return Math.ceil(Date.now() / tickMs) * tickMs;
}

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One timer for every time on the page, so that they all move together. */
function onTick(listener: () => void) {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const notify of listeners) notify();
  }, tickMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
