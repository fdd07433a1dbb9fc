import type { CDPSession, Page } from '@playwright/test';

export type Finger = {
  down: (at: Point) => Promise<void>;
  move: (to: Point) => Promise<void>;
  up: () => Promise<void>;
  /** The system takes the finger for itself, as it does when a call comes in. */
  cancel: () => Promise<void>;
};

type Point = { x: number; y: number };

/** One finger on the screen, as the browser gets it from the hardware; for pages with `hasTouch`. */
export async function createFinger(page: Page): Promise<Finger> {
  const devtools: CDPSession = await page.context().newCDPSession(page);
  const send = async (type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel', ...points: Point[]) => {
    await devtools.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  };
  return {
    down: (at) => send('touchStart', at),
    move: (to) => send('touchMove', to),
    up: () => send('touchEnd'),
    cancel: () => send('touchCancel'),
  };
}
