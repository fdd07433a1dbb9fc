'use client';

import { useSyncExternalStore } from 'react';

/** A choice of how the editor looks: remembered for this person on this device, the same in all of its tabs. */
export type DeviceSetting<T> = {
  useValue: () => T;
  write: (value: T) => void;
};

/**
 * Makes a setting stored as text under `tributary.map.<name>`; `read` turns what is stored, `null` when nothing is, into a
 * value that equals itself. Where storage is forbidden the setting stays what it is without one.
 */
export function createDeviceSetting<T extends string | number | boolean>(
  name: string,
  read: (stored: string | null) => T,
): DeviceSetting<T> {
  const key = `tributary.map.${name}`;
  const changed = `tributary:map:${name}`;
  const get = () => {
    try {
      return read(window.localStorage.getItem(key));
    } catch {
      return read(null);
    }
  };
  const subscribe = (listener: () => void) => {
    window.addEventListener(changed, listener);
    window.addEventListener('storage', listener);
    return () => {
      window.removeEventListener(changed, listener);
      window.removeEventListener('storage', listener);
    };
  };
  return {
    useValue: () => useSyncExternalStore(subscribe, get, () => read(null)),
    write: (value) => {
      try {
        window.localStorage.setItem(key, String(value));
      } catch {
        return;
      }
      window.dispatchEvent(new Event(changed));
    },
  };
}
