import { describe, expect, it } from 'vitest';
import { withoutMarker } from './without-marker';

describe('a text from the platform', () => {
  it.each([
    ['Created with Tributary for Stripe. [trib-GIM3EQECRZL4]', 'Created with Tributary for Stripe.'],
    ['Charges mapping set [trib-3VI7OG2MCEIM]', 'Charges mapping set'],
    ['[trib-3VI7OG2MCEIM]', ''],
    ['Named by hand [trib-x]', 'Named by hand [trib-x]'],
    ['[trib-3VI7OG2MCEIM] in front', '[trib-3VI7OG2MCEIM] in front'],
    ['', ''],
  ])('%j is shown as %j', (text, shown) => {
    expect(withoutMarker(text)).toBe(shown);
  });
});
