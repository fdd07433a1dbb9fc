/**
 * The content security policy of one answer. Inline `style` attributes are allowed because server-rendered widgets
 * carry them and they cannot run code; everything else inline needs the nonce. Development needs eval and inline
 * styles for hot reloading.
 */
export function createSecurityPolicy({
  nonce,
  signInOrigin,
  development,
}: {
  nonce: string;
  /** Forms may lead there: browsers apply `form-action` to redirects too. */
  signInOrigin: string;
  development: boolean;
}): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    // With a nonce in the list 'unsafe-inline' would be ignored.
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    development ? "connect-src 'self' ws:" : "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action 'self' ${signInOrigin}`,
    "frame-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
