'use client';

import dynamic from 'next/dynamic';
import { useEffect } from 'react';
import { Spinner } from '@/components/ui/spinner';

// Nobody needs them for the first screen. They come with the first move or key, and are there when they are opened.
const later = {
  table: () => import('./mapping-table'),
  code: () => import('./mapping-code'),
  narrow: () => import('./narrow-mappings'),
  menu: () => import('./command-menu'),
  shortcuts: () => import('./shortcuts-dialog'),
};
export const MappingTable = dynamic(() => later.table().then((module) => module.MappingTable), {
  ssr: false,
  loading: () => <Opening what="table" />,
});
export const MappingCode = dynamic(() => later.code().then((module) => module.MappingCode), {
  ssr: false,
  loading: () => <Opening what="code view" />,
});
export const NarrowMappings = dynamic(() => later.narrow().then((module) => module.NarrowMappings), {
  ssr: false,
  loading: () => <Opening what="mappings" />,
});
export const CommandMenu = dynamic(() => later.menu().then((module) => module.CommandMenu), { ssr: false });
export const ShortcutsDialog = dynamic(() => later.shortcuts().then((module) => module.ShortcutsDialog), {
  ssr: false,
});
/** Fetches the editor of calculated fields, so that a failure can be told before anything opens. */
export const loadExpressionDialog = () => import('./expression/expression-dialog');
export const ExpressionDialog = dynamic(
  () => loadExpressionDialog().then((module) => module.ExpressionDialog),
  { ssr: false },
);

export const ImportDialog = dynamic(() => import('./import-dialog').then((module) => module.ImportDialog), {
  ssr: false,
});

/** Fetches what is likely to be opened next, as soon as somebody is at work. */
export function useLaterViews(): void {
  useEffect(() => {
    const stopping = new AbortController();
    const fetchLater = () => {
      stopping.abort();
      // A part that cannot be fetched now is asked for again, and reported, when it is opened.
      void Promise.allSettled([later.menu(), later.table(), later.shortcuts()]);
    };
    for (const event of ['pointermove', 'pointerdown', 'keydown']) {
      window.addEventListener(event, fetchLater, { signal: stopping.signal, passive: true });
    }
    return () => stopping.abort();
  }, []);
}

function Opening({ what }: { what: string }) {
  return (
    <div className="grid min-h-32 flex-1 place-items-center">
      <Spinner label={`Opening the ${what}`} />
    </div>
  );
}
