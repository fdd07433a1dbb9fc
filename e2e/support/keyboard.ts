import { expect, type Locator, type Page } from '@playwright/test';

const mostStops = 80;

/** Moves the focus with Tab alone until the control has it. Throws when a person would never get there. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible();
  // The element itself: on the way a list may open and hide everything else from locators by role.
  const element = await control.elementHandle();
  for (let stop = 0; stop < mostStops; stop++) {
    if (await element?.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the focus never arrives at ${control}`);
}

/** Goes to a control with Tab and presses Enter on it. */
export async function enter(page: Page, control: Locator): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press('Enter');
}
