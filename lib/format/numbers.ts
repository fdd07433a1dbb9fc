const locale = 'en';

const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
const plural = new Intl.PluralRules(locale);

/** A count with its thousands separated: `12,345`. A dash for what is not known. */
export function formatCount(count: number | undefined): string {
  return count === undefined || !Number.isFinite(count) ? '–' : whole.format(count);
}

/** A count in few figures: `1.2M`. For cards; tables show all figures. */
export function formatCompactCount(count: number | undefined): string {
  return count === undefined || !Number.isFinite(count) ? '–' : compact.format(count);
}

/** A share between 0 and 1: `12.5%`. Never `0%` for something nor `100%` for not quite all. */
export function formatShare(share: number | undefined): string {
  if (share === undefined || !Number.isFinite(share)) return '–';
  if (share > 0 && share < 0.001) return '<0.1%';
  if (share < 1 && share > 0.999) return '>99.9%';
  return percent.format(share);
}

/** `1 dataflow`, `2 dataflows`, `1,000 entries` with the plural given when it is not just an s. */
export function formatPlural(count: number, one: string, many = `${one}s`): string {
  return `${whole.format(count)} ${plural.select(count) === 'one' ? one : many}`;
}

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A size in units of 1,000, as storage is sold: `1.5 MB`. */
export function formatBytes(bytes: number | undefined): string {
  if (bytes === undefined || !Number.isFinite(bytes) || bytes < 0) return '–';
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), byteUnits.length - 1);
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: byteUnits[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: 1,
  }).format(bytes / 1000 ** step);
}

/** `a`, `a and b`, `a, b and c`. */
export function formatList(items: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(items);
}
