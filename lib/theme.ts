export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Kept in a cookie, so that the server draws the first paint in the right colours. */
export const themeCookie = 'tributary-theme';

/** The chosen theme; whatever the cookie holds otherwise follows the device. */
export function readTheme(cookie: string | undefined): Theme {
  return themes.find((theme) => theme === cookie) ?? 'system';
}
