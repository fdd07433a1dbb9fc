'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import { useAnnounce } from './live-region';
import { useLazyModule } from './use-lazy-module';

/** What the button takes that opens an overlay: spread it into a `Button`. */
export type OverlayTriggerProps = {
  ref: RefObject<HTMLButtonElement | null>;
  'aria-haspopup': 'menu' | 'dialog';
  'aria-expanded': boolean;
  onPress: () => void;
  onHoverStart: () => void;
  onFocus: () => void;
};

/**
 * An overlay whose code is only fetched once its button is pointed at, focused or pressed: menus and panels are a good
 * part of what a screen would load otherwise. One that cannot be fetched says so and stays closed.
 */
export function useLaterOverlay<T>(
  load: () => Promise<T>,
  popup: 'menu' | 'dialog',
  isOpen: boolean,
  onOpenChange: (isOpen: boolean) => void,
) {
  const announce = useAnnounce();
  const ref = useRef<HTMLButtonElement>(null);
  const [isNear, setNear] = useState(false);
  const { module, hasFailed, retry } = useLazyModule(load, isNear || isOpen);
  const close = useRef(onOpenChange);
  useEffect(() => {
    close.current = onOpenChange;
  });
  useEffect(() => {
    if (!hasFailed || !isOpen) return;
    close.current(false);
    announce('This did not load. Check the connection and try again.', 'assertive');
  }, [hasFailed, isOpen, announce]);

  const come = () => setNear(true);
  const triggerProps: OverlayTriggerProps = {
    ref,
    'aria-haspopup': popup,
    'aria-expanded': isOpen && module !== undefined,
    onPress: () => {
      if (hasFailed) retry();
      onOpenChange(!isOpen);
    },
    onHoverStart: come,
    onFocus: come,
  };
  return { module, triggerProps };
}
