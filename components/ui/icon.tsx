import clsx from 'clsx';
import type { LucideIcon } from 'lucide-react';

export type IconProps = {
  /** An icon of lucide-react: `<Icon glyph={Check} />`. */
  glyph: LucideIcon;
  /** 16 px beside text, 20 px alone, 24 px in headers. */
  size?: 14 | 16 | 20 | 24;
  /** Only when no text beside the icon says the same; otherwise the icon is decoration. */
  label?: string;
  /** Arrows and chevrons point the other way in right-to-left text. */
  isDirectional?: boolean;
  className?: string;
};

/** A line icon: decoration unless it has a label. */
export function Icon({ glyph: Glyph, size = 16, label, isDirectional = false, className }: IconProps) {
  return (
    <Glyph
      size={size}
      strokeWidth={size <= 16 ? 2 : 1.75}
      className={clsx('shrink-0', isDirectional && 'rtl:-scale-x-100', className)}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    />
  );
}
