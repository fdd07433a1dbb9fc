/** Removes what copying adds to a secret: line ends, spaces, quotes, a `Bearer ` prefix. */
export function normaliseSecret(pasted: string): string {
  return pasted
    .trim()
    .replace(/^["'`]|["'`]$/g, '')
    .replace(/^bearer\s+/i, '')
    .replace(/\s+/g, '');
}

/** Removes scheme, path and trailing slash: sources want a bare host. */
export function normaliseHost(pasted: string): string {
  return pasted
    .trim()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/[/?#].*$/, '')
    .toLowerCase();
}

const hostName = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/**
 * Why a host cannot be used, or undefined. Only public-looking DNS names pass: an address or a single label would let
 * the form reach into somebody's own network.
 */
export function refuseHost(host: string): string | undefined {
  if (host === '') return 'Enter the host of your environment, such as app.onetrust.com.';
  if (!hostName.test(host)) {
    return 'This is not a host name. Enter only the host, such as app.onetrust.com, without https:// and without a path.';
  }
  if (/\.(local|localhost|internal|intranet|lan|home|corp)$/.test(host)) {
    return 'This host is inside a private network, where the platform cannot reach it. Enter the public host.';
  }
  return undefined;
}

/** Why a secret cannot be right whatever its source, or undefined. Adobe's gateway refuses header-breaking values. */
export function refuseSecret(secret: string, what: string): string | undefined {
  if (secret === '') return `Paste the ${what}.`;
  if (secret.length > 4096) return `This is longer than any ${what}. Copy only the value itself.`;
  if (!/^[\x21-\x7e]+$/.test(secret)) {
    return `This contains characters that no ${what} has. Copy it again from where it is shown.`;
  }
  return undefined;
}
