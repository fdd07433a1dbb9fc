'use client';

import { createContext, type ReactNode, use, useEffect, useSyncExternalStore } from 'react';
import { timeZoneCookie } from '@/lib/time-zone';
import { keepCookie } from './keep-cookie';

const ClockContext = createContext({ timeZone: 'UTC', nowMs: 0 });

const tickMs = 30_000;

/** The person's zone and the present, the same on the server and in the first paint of the browser. */
export function ClockProvider({
  serverTimeZone,
  serverNowMs,
  children,
}: {
  serverTimeZone: string;
  serverNowMs: number;
  children: ReactNode;
}) {
  const timeZone = useSyncExternalStore(never, browserTimeZone, () => serverTimeZone);
  const nowMs = useSyncExternalStore(everyTick, browserNow, () => serverNowMs);
  useEffect(() => {
    if (timeZone !== serverTimeZone) void keepCookie(timeZoneCookie, timeZone);
  }, [timeZone, serverTimeZone]);
  return <ClockContext value={{ timeZone, nowMs }}>{children}</ClockContext>;
}

/** The person's time zone and the present in epoch milliseconds, which moves on every 30 s. */
export function useClock(): { timeZone: string; nowMs: number } {
  return use(ClockContext);
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

function everyTick(onTick: () => void) {
  const timer = setInterval(onTick, tickMs);
  return () => clearInterval(timer);
}
