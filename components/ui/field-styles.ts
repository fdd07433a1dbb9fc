export const fieldStyles = 'group flex min-w-0 flex-col gap-1';
export const labelStyles = 'w-fit max-w-full text-base font-medium text-text';

/** The frame of a control. 3:1 against the surface (WCAG 1.4.11); 16 px text on phones, or they zoom in on focus. */
export const controlStyles =
  'min-h-9 w-full min-w-0 rounded-md border border-line-strong bg-surface text-lg text-text transition-colors sm:text-base hover:border-text-muted invalid:border-negative group-invalid:border-negative disabled:border-line disabled:bg-surface-sunken disabled:text-text-disabled';

/** For a control that is one input element. */
export const inputStyles = `${controlStyles} focus-ring px-3 py-1.5 placeholder:text-text-muted`;

export const popoverStyles =
  'rounded-lg border border-line bg-surface-raised text-text shadow-overlay transition-opacity entering:opacity-0 exiting:opacity-0 forced-colors:border-[CanvasText]';

export const optionStyles =
  'group flex cursor-default items-start gap-2 rounded-md px-2.5 py-1.5 text-base outline-none select-none focus:bg-surface-hover pressed:bg-surface-pressed selected:font-medium disabled:text-text-disabled forced-colors:focus:bg-[Highlight] forced-colors:focus:text-[HighlightText] forced-colors:focus:forced-color-adjust-none';
