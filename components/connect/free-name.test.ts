import { describe, expect, it } from 'vitest';
import { freeName } from './free-name';

describe('the proposed name of an account', () => {
  it('stays while it is free', () => {
    expect(freeName('Stripe, Nov 2026', ['Stripe', 'stripe, nov 2026'])).toBe('Stripe, Nov 2026');
  });

  it('gets the first number that is free', () => {
    expect(freeName('Stripe', ['Stripe', 'Stripe (2)', 'Stripe (4)'])).toBe('Stripe (3)');
  });
});
