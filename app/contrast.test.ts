import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./globals.css', import.meta.url), 'utf8');
const firstRoot = css.slice(css.indexOf(':root {'), css.indexOf(":root[data-theme='light']"));

const tokens = new Map<string, { light: string; dark: string }>();
for (const [, name, light, dark] of firstRoot.matchAll(
  /--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g,
)) {
  if (name !== undefined && light !== undefined && dark !== undefined) tokens.set(name, { light, dark });
}

const grounds = ['page', 'surface', 'surface-raised', 'surface-sunken', 'surface-hover'];
const tones = ['positive', 'caution', 'negative', 'info'];

const textPairs: [string, string][] = [
  ...grounds.flatMap((ground): [string, string][] => [
    ['text', ground],
    ['text-muted', ground],
    ['accent', ground],
    ['negative', ground],
  ]),
  ['text-muted', 'surface-pressed'],
  ['text', 'surface-pressed'],
  ['text', 'accent-soft'],
  ['text-muted', 'accent-soft'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ...tones.flatMap((tone): [string, string][] => [
    [tone, 'surface'],
    [`${tone}-strong`, `${tone}-soft`],
    ['text', `${tone}-soft`],
    ['accent', `${tone}-soft`],
    [`on-${tone}`, tone],
    [`on-${tone}`, `${tone}-strong`],
  ]),
];

// Frames of controls, focus rings and signs: 3:1 is enough (WCAG 1.4.11).
const shapePairs: [string, string][] = [
  ...grounds.flatMap((ground): [string, string][] => [
    ['line-strong', ground],
    ['focus', ground],
  ]),
  ...tones.map((tone): [string, string] => [tone, `${tone}-soft`]),
];

describe.each(['light', 'dark'] as const)('colours in the %s theme', (theme) => {
  it.each(textPairs)('lets people read %s on %s', (text, ground) => {
    expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapePairs)('lets people see %s on %s', (shape, ground) => {
    expect(contrast(colour(shape, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});

function colour(name: string, theme: 'light' | 'dark'): string {
  const token = tokens.get(name);
  if (!token) throw new Error(`globals.css has no colour called ${name}`);
  return token[theme];
}

/** WCAG 2.2's contrast ratio of two `#rrggbb` colours. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
