'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { I18nProvider, RouterProvider } from 'react-aria-components';
import { ClockProvider } from '@/components/shell/clock';
import { keepEqualData } from '@/components/shell/keep-equal-data';
import { LiveRegionProvider } from '@/components/ui/live-region';
import './configure-zod';

/** What every screen stands on: client navigation, server data, spoken messages. */
export function Providers({
  serverTimeZone,
  serverNowMs,
  children,
}: {
  serverTimeZone: string;
  serverNowMs: number;
  children: ReactNode;
}) {
  const router = useRouter();
  const [queryClient] = useState(
    () =>
      new QueryClient({
        // A poll that fails shows the last known data with its age; three quick repeats would only hide that.
        defaultOptions: {
          queries: {
            retry: 1,
            staleTime: 5_000,
            refetchOnWindowFocus: true,
            structuralSharing: keepEqualData,
          },
        },
      }),
  );
  return (
    <I18nProvider locale="en-GB">
      {/* Addresses come from lib/paths, whose tests stand in for what typed routes would check here. */}
      <RouterProvider navigate={(href) => router.push(href as Parameters<typeof router.push>[0])}>
        <QueryClientProvider client={queryClient}>
          <ClockProvider serverTimeZone={serverTimeZone} serverNowMs={serverNowMs}>
            <LiveRegionProvider>{children}</LiveRegionProvider>
          </ClockProvider>
        </QueryClientProvider>
      </RouterProvider>
    </I18nProvider>
  );
}
