'use client';

import clsx from 'clsx';
import { usePathname } from 'next/navigation';
import { Link } from 'react-aria-components';
import { accountsPath, dataflowsPath, homePath } from '@/lib/paths';

const places = [
  { label: 'Home', href: homePath(), within: ['/onboardings'] },
  { label: 'Dataflows', href: dataflowsPath(), within: [dataflowsPath()] },
  { label: 'Accounts', href: accountsPath(), within: [accountsPath()] },
] as const;

/** The places of the app; the present one is marked for eyes and ears. */
export function Navigation({ className }: { className?: string }) {
  const pathname = usePathname();
  return (
    <nav aria-label="Main" className={className}>
      <ul className="flex gap-1">
        {places.map(({ label, href, within }) => {
          const isHere =
            pathname === href || within.some((path) => pathname === path || pathname.startsWith(`${path}/`));
          return (
            <li key={href}>
              <Link
                href={href}
                {...(isHere && { 'aria-current': pathname === href ? 'page' : 'true' })}
                className={clsx(
                  'focus-ring-inset relative flex min-h-9 items-center rounded-md px-3 font-medium transition-colors hover:bg-surface-hover',
                  isHere
                    ? 'text-text after:absolute after:inset-x-3 after:-bottom-0.5 after:h-0.5 after:rounded-full after:bg-accent md:after:-bottom-2.5 forced-colors:after:bg-[Highlight]'
                    : 'text-text-muted hover:text-text',
                )}
              >
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
