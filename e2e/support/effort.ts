import type { BrowserContext, Page } from '@playwright/test';

export type Effort = { clicks: number; drags: number; fields: string[] };

/** Counts what a person does: presses of the mouse, drags, and fields typed into. Survives changes of page. */
export async function countEffort(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const read = () => JSON.parse(sessionStorage.getItem('effort') ?? '{"clicks":0,"drags":0,"fields":[]}');
    const change = (apply: (effort: { clicks: number; drags: number; fields: string[] }) => void) => {
      const effort = read();
      apply(effort);
      sessionStorage.setItem('effort', JSON.stringify(effort));
    };
    let pressed = { x: 0, y: 0 };
    const options = { capture: true };
    addEventListener('pointerdown', ({ x, y }) => (pressed = { x, y }), options);
    addEventListener(
      'pointerup',
      ({ x, y }) => {
        const isDrag = Math.hypot(x - pressed.x, y - pressed.y) > 8;
        change((effort) => (isDrag ? effort.drags++ : effort.clicks++));
      },
      options,
    );
    addEventListener(
      'input',
      ({ target }) => {
        if (!(target instanceof HTMLInputElement)) return;
        if (target.type === 'radio' || target.type === 'checkbox') return;
        const name = target.labels?.[0]?.textContent ?? target.getAttribute('aria-label') ?? target.id;
        change((effort) => effort.fields.includes(name) || effort.fields.push(name));
      },
      options,
    );
  });
}

/** What has been counted so far. */
export async function readEffort(page: Page): Promise<Effort> {
  return page.evaluate(() =>
    JSON.parse(sessionStorage.getItem('effort') ?? '{"clicks":0,"drags":0,"fields":[]}'),
  );
}
