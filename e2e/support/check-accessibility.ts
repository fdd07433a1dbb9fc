import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What a colour scheme can change; everything else is the same document in both. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/**
 * Fails on every violation of WCAG 2.2 A and AA and of axe's best practices, in light and, for colours, in dark; on the
 * whole page or on what `within` selects.
 */
export async function checkAccessibility(page: Page, within?: string): Promise<void> {
  // What opens late has to be there before it is judged.
  if (within !== undefined) await expect(page.locator(within).first()).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    // Without reduced motion a colour would be judged halfway through its transition.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const axe = new AxeBuilder({ page }).setLegacyMode(true);
    if (within !== undefined) axe.include(within);
    const { violations } = await (colorScheme === 'light'
      ? axe.withTags(rules)
      : axe.withRules(colourRules)
    ).analyze();
    const found = violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  ${target.join(' ')}\n  ${failureSummary}`),
    );
    expect(found, `accessibility of ${page.url()} in ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}
