const base = 'http://app.invalid';

/**
 * A path of this app to go to after signing in. Anything that a browser could read as another origin, and any control
 * character, becomes `/`.
 */
export function toCallbackPath(value: unknown): string {
  if (typeof value !== 'string' || value.length > 2_000) return '/';
  if (!value.startsWith('/') || value.startsWith('//') || /[\\\s\p{Cc}]/u.test(value)) return '/';
  // Browsers drop or normalise what this parser does too: compare what is left with where we want to stay.
  if (!URL.canParse(value, base)) return '/';
  const url = new URL(value, base);
  if (url.origin !== base || url.pathname.startsWith('//')) return '/';
  // Back to the sign-in page or into its endpoints would be a loop.
  if (url.pathname === '/sign-in' || url.pathname.startsWith('/api/')) return '/';
  return `${url.pathname}${url.search}${url.hash}`;
}
