import type { Dice } from '../dice';

const account = 'B7WZ01zgkW';

/** A customer that charges, subscriptions and refunds can point to. */
export type StripePerson = {
  customerId: string;
  name: string;
  email: string;
  phone: string;
  country: string;
  city: string;
  postalCode: string;
  line1: string;
  state: string | null;
};

const givenNames = [
  'Mara',
  'Tomas',
  'Ines',
  'Jonas',
  'Lea',
  'Oskar',
  'Nadia',
  'Piet',
  'Rosa',
  'Vito',
  'Wanda',
  'Yusuf',
];
const familyNames = ['Testmann', 'Sample', 'Exempel', 'Fictive', 'Muster', 'Placeholder', 'Prova'];
const places = [
  { country: 'US', city: 'Springfield', postalCode: '49007', line1: '12 Sample Street', state: 'MI' },
  { country: 'DE', city: 'Musterstadt', postalCode: '12345', line1: 'Beispielweg 4', state: null },
  { country: 'JP', city: 'Mihon', postalCode: '100-0000', line1: '1-2-3 Mihoncho', state: 'Tokyo' },
  { country: 'GB', city: 'Exampleton', postalCode: 'EX1 2PL', line1: '7 Sample Lane', state: null },
];
const firstPlace = {
  country: 'US',
  city: 'Springfield',
  postalCode: '49007',
  line1: '12 Sample Street',
  state: 'MI',
};

/** The invented person number `n`; addresses end in example.com. */
export function stripePerson(n: number): StripePerson {
  const given = givenNames[n % givenNames.length] ?? 'Mara';
  const family = familyNames[n % familyNames.length] ?? 'Sample';
  const place = places[n % places.length] ?? firstPlace;
  return {
    customerId: `cus_Q${String(n).padStart(4, '0')}TributaryEx`,
    name: `${given} ${family}`,
    email: `${given}.${family}.${n}@example.com`.toLowerCase(),
    phone: `+1555010${String(n % 10_000).padStart(4, '0')}`,
    ...place,
  };
}

export const personCount = 84;

/** `ch_3Pg…`: prefix, account part and a random tail, as Stripe's ids look. */
export function stripeId(dice: Dice, prefix: string): string {
  return `${prefix}_3${dice.token(5)}${account}${dice.token(8)}`;
}

export const currencies = ['usd', 'usd', 'usd', 'eur', 'eur', 'gbp', 'jpy'] as const;

/** An amount in the currency's minor unit; yen have none, so their amounts are whole yen. */
export function minorAmount(dice: Dice, currency: string): number {
  const base = 500 + dice.below(24_500);
  return currency === 'jpy' ? Math.round(base / 10) * 15 : base;
}

/** Seconds since the epoch, as Stripe writes times. */
export function toSeconds(ms: number): number {
  return Math.floor(ms / 1000);
}
