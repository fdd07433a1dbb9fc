import { expect, type Page } from '@playwright/test';

export type Person = 'Ana' | 'Ben' | 'Cleo' | 'Dev';

/** Signs in on the page that is shown, which has to be our sign-in page, as one of the people of the emulator. */
export async function signIn(page: Page, person: Person = 'Ana'): Promise<void> {
  await page.getByRole('button', { name: 'Continue with Adobe' }).click();
  await expect(page).toHaveTitle('Sign in');
  await page.getByRole('button', { name: `${person.toLowerCase()}@example.com` }).click();
}

/** Chooses the development sandbox on the first screen after the first sign-in. */
export async function chooseSandbox(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Choose a sandbox' })).toBeVisible();
  // Pressed again when the page was not listening yet: on a cold start the first press can come before hydration.
  await expect(async () => {
    await page.getByRole('button', { name: 'Development' }).click();
    await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible({ timeout: 4_000 });
  }).toPass({ timeout: 20_000 });
}

/** Signs out through the menu of the person. */
export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Your account: / }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Continue with Adobe' })).toBeVisible();
}
