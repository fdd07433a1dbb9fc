'use client';

import { useQuery } from '@tanstack/react-query';
import clsx from 'clsx';
import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { readJson } from '@/components/shell/read-json';
import { useAnnounce } from '@/components/ui/live-region';
import { formatPlural } from '@/lib/format/numbers';
import type { OnboardingId } from '@/lib/ids';
import { mapPath } from '@/lib/paths';
import type { PathSummary } from '@/lib/wizard/path-summary';
import { readPathErrorsReply } from '@/lib/wizard/replies';

export type PathSwitcherProps = {
  onboardingId: OnboardingId;
  /** With what stands in the editor for the current one. */
  paths: readonly PathSummary[];
  current: string;
  /** Saves first, then goes to the mapping of that path. */
  onLeave: (resourcePath: string) => void;
};

// Another path is another page, on which the focus would start at the very top without a word.
const arrival: { at: string | undefined } = { at: undefined };

/** Has the mapping of a path begin with its link in the switcher, and its name spoken. */
export function announceArrival(resourcePath: string): void {
  arrival.at = resourcePath;
}

/** The resource paths of the onboarding with how far each is mapped; one of them stands in the editor. */
export function PathSwitcher({ onboardingId, paths, current, onLeave }: PathSwitcherProps) {
  // As saved, so never of the path on show, whose errors the editor counts while they are being made.
  const errors = useQuery({
    queryKey: ['path-errors', onboardingId, current],
    queryFn: ({ signal }) =>
      readJson(`/api/onboardings/${onboardingId}/path-errors`, readPathErrorsReply, signal),
    staleTime: 0,
    refetchOnWindowFocus: false,
  });
  const errorsOf = (path: string) =>
    path === current
      ? 0
      : (errors.data?.paths.find(({ resourcePath }) => resourcePath === path)?.errors ?? 0);
  const announce = useAnnounce();
  const currentLink = useRef<HTMLAnchorElement>(null);
  const title = paths.find(({ resourcePath }) => resourcePath === current)?.title ?? current;
  useEffect(() => {
    if (arrival.at !== current) return;
    arrival.at = undefined;
    currentLink.current?.focus();
    announce(`Mapping ${title.toLowerCase()}`);
  }, [announce, current, title]);
  return (
    <nav aria-label="Data to map" className="scroll-shadow-x relative min-w-0 border-b border-line">
      <ul className="flex min-w-max gap-1">
        {paths.map((path) => {
          const isCurrent = path.resourcePath === current;
          return (
            <li key={path.resourcePath} className="-mb-px">
              <Link
                href={mapPath(onboardingId, path.resourcePath) as Route}
                prefetch={false}
                {...(isCurrent && { ref: currentLink, 'aria-current': 'page' as const })}
                // Only for a plain click or key: a new tab takes nobody away from here.
                onNavigate={(event) => {
                  event.preventDefault();
                  if (!isCurrent) onLeave(path.resourcePath);
                }}
                className={clsx(
                  'focus-ring-inset flex flex-col rounded-t-sm border-b-2 px-3 py-1.5 whitespace-nowrap',
                  isCurrent
                    ? 'border-accent text-text forced-colors:border-[Highlight]'
                    : 'border-transparent text-text-muted hover:text-text',
                )}
              >
                <span className="font-medium">{path.title}</span>
                <PathProgress path={path} errorCount={errorsOf(path.resourcePath)} />
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function PathProgress({ path, errorCount }: { path: PathSummary; errorCount: number }) {
  const [Glyph, tone, words] =
    errorCount > 0
      ? ([CircleAlert, 'text-negative', formatPlural(errorCount, 'error')] as const)
      : path.isMapped
        ? ([CircleCheck, 'text-positive', `${formatPlural(path.mappedCount, 'field')} mapped`] as const)
        : ([CircleDashed, 'text-text-muted', 'Not mapped yet'] as const);
  return (
    <span className="flex items-center gap-1.5 text-sm text-text-muted">
      <Glyph aria-hidden size={14} className={tone} />
      {words}
    </span>
  );
}
