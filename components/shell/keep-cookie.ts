const yearMs = 365 * 24 * 60 * 60 * 1000;

/**
 * Keeps a choice about the look of the app for a year, where the server can read it before it draws. A browser without
 * the cookie store, or one that keeps no cookies, forgets it with the page.
 */
export async function keepCookie(name: string, value: string): Promise<void> {
  if (!('cookieStore' in globalThis)) return;
  try {
    await cookieStore.set({
      name,
      value: encodeURIComponent(value),
      path: '/',
      sameSite: 'lax',
      expires: Date.now() + yearMs,
    });
  } catch (refusal) {
    if (!(refusal instanceof DOMException) && !(refusal instanceof TypeError)) throw refusal;
  }
}
