'use client';

import { useLayoutEffect } from 'react';
import { createDeviceSetting } from './device-setting';

const fillsWindow = createDeviceSetting('fills-window', (stored) => stored === 'true');

export type FillsWindow = { isOn: boolean; toggle: () => void };

/**
 * Whether the editor has the window to itself, without the page's head and target bar; remembered on this device. What
 * makes room is styled `fills-window:…`. Never while `isAllowed` is false, and never after the editor is gone.
 */
export function useFillsWindow(isAllowed: boolean): FillsWindow {
  const isWanted = fillsWindow.useValue();
  const isOn = isWanted && isAllowed;
  useLayoutEffect(() => {
    document.documentElement.toggleAttribute('data-fills-window', isOn);
    return () => document.documentElement.removeAttribute('data-fills-window');
  }, [isOn]);
  return { isOn, toggle: () => fillsWindow.write(!isWanted) };
}
