import clsx from 'clsx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'negative';
export type ButtonSize = 'small' | 'medium' | 'large';

const base =
  'focus-ring inline-flex max-w-full items-center justify-center gap-2 rounded-full border text-center font-medium whitespace-normal transition-colors forced-colors:border-[ButtonText]';

const sizes: Record<ButtonSize, string> = {
  small: 'min-h-7 px-3 py-0.5 text-sm',
  medium: 'min-h-9 px-4 py-1.5 text-base',
  large: 'min-h-11 px-6 py-2 text-lg',
};

const iconSizes: Record<ButtonSize, string> = {
  small: 'size-7',
  medium: 'size-9',
  large: 'size-11',
};

const variants: Record<ButtonVariant, string> = {
  primary:
    'border-transparent bg-accent text-on-accent hover:bg-accent-strong pressed:bg-accent-strong forced-colors:bg-[Highlight] forced-colors:text-[HighlightText] forced-colors:forced-color-adjust-none',
  secondary: 'border-line-strong bg-surface text-text hover:bg-surface-hover pressed:bg-surface-pressed',
  quiet: 'border-transparent bg-transparent text-text hover:bg-surface-hover pressed:bg-surface-pressed',
  negative:
    'border-transparent bg-negative text-on-negative hover:bg-negative-strong pressed:bg-negative-strong forced-colors:text-[ButtonText]',
};

const unavailable =
  'border-transparent bg-surface-pressed text-text-muted forced-colors:border-[GrayText] forced-colors:text-[GrayText]';

/** Classes of a button and of a link that looks like one. */
export function buttonStyles(look: {
  variant: ButtonVariant;
  size: ButtonSize;
  isIconOnly?: boolean;
  isUnavailable?: boolean;
}): string {
  return clsx(
    base,
    look.isIconOnly ? clsx(iconSizes[look.size], 'shrink-0') : sizes[look.size],
    look.isUnavailable ? unavailable : variants[look.variant],
  );
}
