import type { Locator, Page } from '@playwright/test';

/** Opens Custom with minutes as the unit. */
export async function chooseCustomMinutes(page: Page): Promise<void> {
  const rhythms = page.getByRole('radiogroup', { name: 'How often' });
  await rhythms.getByText('Every 15 minutes', { exact: true }).click();
  await rhythms.getByText('Custom', { exact: true }).click();
}

/** The number of a custom rhythm. */
export function intervalBox(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Every' });
}

export type WallClock = { day: number; month: number; year: number; hour: number; minute: number };

/** Types a date and a time into the start, part by part. */
export async function typeStart(page: Page, wallClock: WallClock): Promise<void> {
  const start = page.getByRole('group', { name: 'First run' });
  for (const part of ['day', 'month', 'year', 'hour', 'minute'] as const) {
    await start.getByRole('spinbutton', { name: new RegExp(`^${part}`) }).click();
    await page.keyboard.type(String(wallClock[part]).padStart(part === 'year' ? 4 : 2, '0'));
  }
}

/** Chooses a time zone by its name. */
export async function chooseTimeZone(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Time zone' }).fill(name);
  await page.getByRole('option', { name, exact: true }).click();
}

/** The last Sunday of March or October after a moment, when the clocks of the European Union change. */
export function nextClockChange(month: 3 | 10, afterMs: number): Pick<WallClock, 'day' | 'month' | 'year'> {
  const lastSunday = (year: number) => {
    const last = new Date(Date.UTC(year, month, 0));
    return new Date(Date.UTC(year, month, -last.getUTCDay()));
  };
  const year = new Date(afterMs).getUTCFullYear();
  const date = lastSunday(year).getTime() > afterMs ? lastSunday(year) : lastSunday(year + 1);
  return { day: date.getUTCDate(), month, year: date.getUTCFullYear() };
}
