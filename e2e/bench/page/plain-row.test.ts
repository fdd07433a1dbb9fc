import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { TreeRow, type TreeRowProps } from '@/components/schema-tree/tree-row';
import { PlainRow } from './plain-row';

const shared = { id: 3, row: 7, name: 'amount', type: 'integer', depth: 2, isOpen: false } as const;

/** The elements with their looks and texts: without roles, focus, names of controls and marks for who listens. */
function skeletonOf(markup: string): string {
  return markup
    .replace(/ (role|tabindex|aria-(?!hidden)[a-z]+|data-[a-z]+)="[^"]*"/g, '')
    .replace(/ class="([^"]*)"/g, (_, classes: string) => ` class="${classes.split(' ').sort().join(' ')}"`)
    .replace(/(?<=class="[^"]*)focus-ring-inset /g, '')
    .replace(/ style="([^"]*)"/g, (_, rules: string) => ` style="${rules.split(';').sort().join(';')}"`);
}

it.each([
  { isFolder: false, handle: 'end', link: 'none', linkText: '' },
  { isFolder: false, handle: 'start', link: 'mapped', linkText: 'mapped to total' },
  { isFolder: true, handle: 'end', link: 'converts', linkText: 'mapped to total' },
  { isFolder: true, handle: 'start', link: 'error', linkText: 'filled from total' },
] as const)('the row of the plain list holds what the row of the product holds: %j', (state) => {
  const product: TreeRowProps = {
    ...shared,
    ...state,
    testId: 'source-row:amount',
    title: undefined,
    itemType: undefined,
    pos: 1,
    size: 4,
    isTabStop: false,
    isActive: false,
    isSelected: false,
    isHit: false,
    isRequired: false,
    isRequiredLeft: false,
    isIdentity: false,
    isDeprecated: false,
    enumSize: 0,
    handleLabel: 'Pick up amount',
    isDimmed: false,
    sample: '',
  };
  const [own, plain] = [createElement(TreeRow, product), createElement(PlainRow, { ...shared, ...state })];
  expect(skeletonOf(renderToStaticMarkup(plain))).toBe(skeletonOf(renderToStaticMarkup(own)));
});
