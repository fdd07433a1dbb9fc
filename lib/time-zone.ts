/** Where the browser tells the server its zone, so that the first paint shows the right times. */
export const timeZoneCookie = 'tributary-zone';

/** The zone in the cookie when it is one that exists, else UTC. */
export function readTimeZone(cookie: string | undefined): string {
  if (cookie === undefined || cookie === '' || cookie.length > 64) return 'UTC';
  try {
    return new Intl.DateTimeFormat('en', { timeZone: cookie }).resolvedOptions().timeZone;
  } catch (refusal) {
    if (refusal instanceof RangeError) return 'UTC';
    throw refusal;
  }
}
