import type { ReactNode } from 'react';
import { TextLink } from '@/components/ui/text-link';
import { homePath } from '@/lib/paths';
import { Mark } from './mark';
import { Navigation } from './navigation';

/** The bar on top of every screen behind the sign-in. On phones the places stand in a second row. */
export function TopBar({
  sandbox,
  person,
  hasNavigation,
}: {
  sandbox?: ReactNode;
  person: ReactNode;
  hasNavigation: boolean;
}) {
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-surface max-sm:static [@media(max-height:30rem)]:static fills-window:hidden">
      <div className="mx-auto flex max-w-screen-2xl items-center gap-x-3 gap-y-1 px-4 py-2 sm:px-6">
        <TextLink
          href={homePath()}
          isQuiet
          className="me-2 flex shrink-0 items-center gap-2 rounded-md text-text hover:text-text hover:no-underline"
        >
          <Mark size={28} />
          <span className="text-lg font-semibold tracking-tight max-sm:sr-only">Tributary</span>
        </TextLink>
        {hasNavigation && <Navigation className="max-md:hidden" />}
        <div className="ms-auto flex min-w-0 items-center gap-2 sm:gap-3">
          {sandbox}
          {person}
        </div>
      </div>
      {hasNavigation && <Navigation className="scroll-shadow-x border-t border-line px-2 pb-0.5 md:hidden" />}
    </header>
  );
}
