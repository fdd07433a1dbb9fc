'use client';

import clsx from 'clsx';
import { type ReactNode, useEffect, useRef, useState } from 'react';

export type ScrollRegionProps = {
  /** Spoken name of the region. */
  label: string;
  children: ReactNode;
  className?: string;
};

/** A frame that scrolls when it must, and only then is a tab stop, so that arrows can scroll it (WCAG 2.1.1). */
export function ScrollRegion({ label, children, className }: ScrollRegionProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = () =>
      setScrolls(
        element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1,
      );
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    measure();
    return () => observer.disconnect();
  }, []);
  return (
    <div
      ref={frame}
      {...(scrolls && { role: 'group', 'aria-label': label, tabIndex: 0 })}
      className={clsx('focus-ring', className)}
    >
      {children}
    </div>
  );
}
