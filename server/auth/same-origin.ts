/**
 * Whether a request that changes something comes from a page of this app. The framework lets a request without
 * Origin pass, and one whose foreign Origin is repeated in X-Forwarded-Host; here only the configured origin counts.
 */
export function isSameOrigin(headers: Headers, appUrl: string): boolean {
  const origin = headers.get('origin');
  if (origin === null || origin !== new URL(appUrl).origin) return false;
  const forwardedHost = headers.get('x-forwarded-host');
  return forwardedHost === null || forwardedHost === new URL(appUrl).host;
}

/** Whether a read was started by this app or typed into the address bar, and not by another site. */
export function isSameSiteRead(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  return site === null || site === 'same-origin' || site === 'none';
}
