'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppError } from '@/lib/app-error';
import type { Result } from '@/lib/result';
import { advanceVersion, useDraftVersion } from './draft-version';

export type SaveState =
  | { kind: 'saved'; atMs: number | undefined }
  | { kind: 'saving' }
  /** Tried again by itself. */
  | { kind: 'retrying'; error: AppError }
  /** Somebody else saved in between; both versions still exist. */
  | { kind: 'conflict' }
  /** Needs the person; what they did is still on this page. */
  | { kind: 'failed'; error: AppError };

const quietMs = 600;
const retryMs = 3_000;

/**
 * Saves a value within a second of its last change, one save after the other, never over somebody else's. Failures that
 * may pass are tried again; the value stays here until it is saved.
 */
export function useAutosave<Value>(
  save: (value: Value, expectedVersion: number) => Promise<Result<{ version: number }, AppError>>,
) {
  const version = useDraftVersion();
  const router = useRouter();
  const [state, setState] = useState<SaveState>({ kind: 'saved', atMs: undefined });
  const pending = useRef<{ value: Value } | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const running = useRef<Promise<boolean> | undefined>(undefined);
  const latestSave = useRef(save);
  useEffect(() => {
    latestSave.current = save;
  }, [save]);

  const flush = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    if (running.current) await running.current;
    const work = pending.current;
    if (!work) return true;
    running.current = (async () => {
      setState({ kind: 'saving' });
      const result = await latestSave.current(work.value, version.current).catch(
        (): Result<{ version: number }, AppError> => ({
          ok: false,
          error: { kind: 'platform-unavailable', cause: 'unreachable' },
        }),
      );
      if (result.ok) {
        advanceVersion(version, result.data.version);
        // A change made while this one was on its way is not saved yet.
        if (pending.current === work) {
          pending.current = undefined;
          setState({ kind: 'saved', atMs: Date.now() });
        }
        return true;
      }
      if (result.error.kind === 'stale') setState({ kind: 'conflict' });
      else if (result.error.kind === 'platform-unavailable' || result.error.kind === 'unexpected') {
        setState({ kind: 'retrying', error: result.error });
        timer.current = setTimeout(() => void flush(), retryMs);
      } else setState({ kind: 'failed', error: result.error });
      return false;
    })();
    const saved = await running.current;
    running.current = undefined;
    return saved;
  }, [version]);

  const schedule = useCallback(
    (value: Value) => {
      pending.current = { value };
      setState((state) => (state.kind === 'conflict' ? state : { kind: 'saving' }));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), quietMs);
    },
    [flush],
  );

  /** After a conflict: saves what is on this page on top of the other version. */
  const keepMine = useCallback(
    async (otherVersion: number) => {
      advanceVersion(version, otherVersion);
      return flush();
    },
    [flush, version],
  );

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (pending.current) event.preventDefault();
    };
    const hide = () => {
      if (document.visibilityState === 'hidden') void flush();
    };
    // Somebody who signed in again in another tab comes back here with everything still unsaved.
    const comeBack = () => {
      if (pending.current) void flush();
    };
    // A page that is asked for before the save has ended would show the draft without it.
    const leave = (event: MouseEvent) => {
      const link = pending.current && plainLinkOf(event);
      if (!link) return;
      event.preventDefault();
      event.stopPropagation();
      void flush().then(() => router.push(`${link.pathname}${link.search}${link.hash}` as Route));
    };
    window.addEventListener('click', leave, { capture: true });
    window.addEventListener('beforeunload', warn);
    window.addEventListener('focus', comeBack);
    document.addEventListener('visibilitychange', hide);
    return () => {
      window.removeEventListener('click', leave, { capture: true });
      window.removeEventListener('beforeunload', warn);
      window.removeEventListener('focus', comeBack);
      document.removeEventListener('visibilitychange', hide);
      // Leaving the step inside the app: the save goes out, its answer reaches the version all the same.
      void flush();
    };
  }, [flush, router]);

  return { state, schedule, flush, keepMine };
}

/** The link to another page of this app that a plain click follows in this tab. */
function plainLinkOf({ target, button, altKey, ctrlKey, metaKey, shiftKey }: MouseEvent) {
  if (button !== 0 || altKey || ctrlKey || metaKey || shiftKey || !(target instanceof Element))
    return undefined;
  const link = target.closest('a[href]');
  if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin) return undefined;
  // Another place on this page is the page's own matter.
  const isHere = link.pathname === location.pathname;
  return !isHere && link.target === '' && !link.hasAttribute('download') ? link : undefined;
}
