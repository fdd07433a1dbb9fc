import type { CDPSession, Page } from '@playwright/test';

export type Finger = {
  down: (at: Point) => Promise<void>;
  move: (to: Point) => Promise<void>;
  /** Stays where it is for a moment: one that leaves while it moves throws the page, and the next tap only stops that. */
  rest: (at: Point) => Promise<void>;
  up: () => Promise<void>;
  /** The system takes the finger for itself, as it does when a call comes in. */
  cancel: () => Promise<void>;
};

const restFrames = 12;

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
    rest: async ({ x, y }) => {
      for (let frame = 0; frame < restFrames; frame += 1) {
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
        await send('touchMove', { x: x + (frame % 2), y });
      }
    },
    up: () => send('touchEnd'),
    cancel: () => send('touchCancel'),
  };
}
