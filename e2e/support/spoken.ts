import { expect, type Page } from '@playwright/test';

/** Writes down everything the page's live regions say. Before the first navigation, so that nothing is missed. */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const spoken: string[] = [];
    Object.assign(window, { spoken });
    new MutationObserver((changes) => {
      const regions = new Set<Element>();
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest(
          '[aria-live=polite],[aria-live=assertive],[role=status],[role=alert]',
        );
        if (region) regions.add(region);
      }
      for (const region of regions) {
        const text = region.textContent?.trim();
        if (text) spoken.push(text);
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
}

/** Waits until a live region has said something since the last time, and forgets what was said so far. */
export async function expectSpoken(page: Page, words: string | RegExp): Promise<void> {
  const fits = (text: string) => (typeof words === 'string' ? text.includes(words) : words.test(text));
  await expect
    .poll(async () => {
      const heard = await page.evaluate(() => (window as unknown as { spoken: string[] }).spoken);
      return heard.some(fits) ? 'heard' : heard;
    }, `spoken: ${words}`)
    .toBe('heard');
  await page.evaluate(() => {
    (window as unknown as { spoken: string[] }).spoken.length = 0;
  });
}
