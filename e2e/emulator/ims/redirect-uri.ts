import type { SignInClient } from './ims-state';

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether the client may be sent back there: registered addresses, and http or https on the loopback interface. */
export function isAllowedRedirect(client: SignInClient, uri: string): boolean {
  if (client.redirectUris.includes(uri)) return true;
  if (!URL.canParse(uri)) return false;
  const { protocol, hostname, username, password } = new URL(uri);
  return (
    (protocol === 'http:' || protocol === 'https:') &&
    loopbackHosts.has(hostname) &&
    username === '' &&
    password === ''
  );
}

/** The address with parameters added to its query. */
export function withParams(uri: string, params: Record<string, string | undefined>): string {
  const url = new URL(uri);
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  return url.href;
}
