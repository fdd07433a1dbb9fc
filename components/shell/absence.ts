'use client';

import { useEffect, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
const sleepers = new Set<() => void>();
let waiting = 0;
let tellers = 0;

/** Says that something waits for this app to answer again; the answer takes it back. */
export function beginAbsence(): () => void {
  waiting += 1;
  notify();
  return () => {
    waiting -= 1;
    notify();
  };
}

/** Whether something waits for this app to answer, and no part of the page says so already. */
export function useIsAbsent(): boolean {
  return useSyncExternalStore(subscribe, isUntold, never);
}

/** The caller says itself, for as long as it is on screen, that this app does not answer. */
export function useTellsAbsence(): void {
  useEffect(() => {
    tellers += 1;
    notify();
    return () => {
      tellers -= 1;
      notify();
    };
  }, []);
}

/** Resolves after a time, or as soon as somebody asks or the network is back. Rejects when `signal` is aborted. */
export function pauseInAbsence(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const wake = () => {
      sleepers.delete(wake);
      clearTimeout(timer);
      signal?.removeEventListener('abort', wake);
      globalThis.removeEventListener('online', wake);
      if (signal?.aborted) reject(signal.reason);
      else resolve();
    };
    const timer = setTimeout(wake, ms);
    sleepers.add(wake);
    signal?.addEventListener('abort', wake);
    globalThis.addEventListener('online', wake);
  });
}

/** Ends every pause: what waits is tried at once. */
export function askNow(): void {
  for (const wake of sleepers) wake();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function notify() {
  for (const listener of listeners) listener();
}

function isUntold() {
  return waiting > 0 && tellers === 0;
}

function never() {
  return false;
}
