import type { Json } from '../../contract';
import { createDice } from '../dice';
import { stripePerson, toSeconds } from './stripe-facts';

/** One customer; the first 84 are the ones charges and subscriptions belong to. */
export function customerRecord(index: number, createdAtMs: number): Json {
  const dice = createDice('customers', index);
  const person = stripePerson(index);
  const address = {
    city: person.city,
    country: person.country,
    line1: person.line1,
    line2: null,
    postal_code: person.postalCode,
    state: person.state,
  };
  const hasAddress = index % 3 !== 1;
  return {
    data: {
      id: person.customerId,
      object: 'customer',
      address: hasAddress ? address : null,
      balance: index % 10 === 0 ? -500 : 0,
      created: toSeconds(createdAtMs),
      currency: index % 4 === 0 ? null : dice.pick(['usd', 'eur', 'jpy']),
      default_source: null,
      delinquent: dice.oneIn(15),
      description: dice.oneIn(3) ? `Customer since order ${1000 + index}` : null,
      discount: null,
      email: person.email,
      invoice_prefix: dice.hex(8).toUpperCase(),
      invoice_settings: {
        custom_fields: index % 9 === 0 ? [{ name: 'PO number', value: String(4000 + index) }] : null,
        default_payment_method: null,
        footer: null,
        rendering_options: null,
      },
      livemode: false,
      metadata: index % 5 === 0 ? { segment: dice.pick(['retail', 'business']) } : {},
      name: person.name,
      next_invoice_sequence: 1 + dice.below(9),
      phone: index % 2 === 0 ? person.phone : null,
      preferred_locales: index % 3 === 0 ? [person.country === 'DE' ? 'de' : 'en'] : [],
      shipping:
        index % 6 === 0
          ? { address, carrier: null, name: person.name, phone: person.phone, tracking_number: null }
          : null,
      tax_exempt: 'none',
      test_clock: null,
    },
  };
}
