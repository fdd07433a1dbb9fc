import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { CspNonce } from '@/components/shell/csp-nonce';
import { readTheme, themeCookie } from '@/lib/theme';
import { readTimeZone, timeZoneCookie } from '@/lib/time-zone';
import { getEnv } from '@/server/env';
import { getNonce } from '@/server/nonce';
import './globals.css';
import { Providers } from './providers';

const description =
  'Brings Stripe payments and OneTrust consents into Adobe Experience Platform without a developer.';

/** Made per request: the address of the deployment is known only when it runs. */
export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(getEnv().appUrl),
    title: { default: 'Tributary', template: '%s · Tributary' },
    description,
    applicationName: 'Tributary',
    icons: {
      icon: [
        { url: '/icon.svg', type: 'image/svg+xml' },
        { url: '/favicon.ico', sizes: '32x32' },
      ],
    },
    openGraph: {
      title: 'Tributary',
      description,
      siteName: 'Tributary',
      type: 'website',
      images: [
        { url: '/social.png', width: 1200, height: 630, alt: 'Tributary: streams that join one river' },
      ],
    },
    robots: { index: false, follow: false },
  };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f4f6f7' },
    { media: '(prefers-color-scheme: dark)', color: '#0f1417' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Waiting for the request keeps every page dynamic: a prebuilt page cannot carry the nonce of its answer.
  const nonce = await getNonce();
  const jar = await cookies();
  const theme = readTheme(jar.get(themeCookie)?.value);
  const timeZone = readTimeZone(jar.get(timeZoneCookie)?.value);
  return (
    <html lang="en" dir="ltr" {...(theme !== 'system' && { 'data-theme': theme })}>
      <head>
        <CspNonce nonce={nonce} />
      </head>
      <body>
        <Providers serverTimeZone={timeZone} serverNowMs={Date.now()}>
          {children}
        </Providers>
      </body>
    </html>
  );
}
