function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: playwright.config.ts sets it.`);
  return value;
}

/** Origin of the app under test. */
export const appUrl = new URL(required('E2E_APP_URL')).origin;

/** Origin of the platform emulator that the app talks to. */
export const emulatorUrl = new URL(required('E2E_EMULATOR_URL')).origin;

/** Folder in which screenshots of every screen are kept. */
export const screensDir = required('E2E_SCREENS_DIR');
