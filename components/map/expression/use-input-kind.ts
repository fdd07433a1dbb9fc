'use client';

import { createDeviceSetting } from '../device-setting';

const plainExpressions = createDeviceSetting('plain-expressions', (stored) => stored === 'true');

/** Whether this person writes expressions in an ordinary text box; remembered in the browser. */
export function useInputKind(): { isPlain: boolean; setPlain: (isPlain: boolean) => void } {
  return { isPlain: plainExpressions.useValue(), setPlain: plainExpressions.write };
}
