import type { Json } from '../../contract';
import { createDice, type Dice } from '../dice';
import {
  currencies,
  minorAmount,
  personCount,
  type StripePerson,
  stripeId,
  stripePerson,
  toSeconds,
} from './stripe-facts';

/** One charge: mostly cards, some declined, refunded or disputed, some without a customer. */
export function chargeRecord(index: number, createdAtMs: number): Json {
  const dice = createDice('charges', index);
  const person = stripePerson(dice.below(personCount));
  const currency = dice.pick(currencies);
  const amount = minorAmount(dice, currency);
  const failed = index % 11 === 7;
  const refunded = !failed && index % 9 === 4;
  const partly = !failed && index % 13 === 5;
  const amountRefunded = refunded ? amount : partly ? Math.floor(amount / 2) : 0;
  const hasCustomer = index % 7 !== 3;
  const disputed = !failed && index % 17 === 2;
  const id = stripeId(dice, 'ch');
  return {
    data: {
      id,
      object: 'charge',
      amount,
      amount_captured: failed ? 0 : amount,
      amount_refunded: amountRefunded,
      application: null,
      application_fee: null,
      application_fee_amount: null,
      balance_transaction: failed ? null : stripeId(dice, 'txn'),
      billing_details: billingDetails(dice, person),
      calculated_statement_descriptor: failed ? null : 'TRIBUTARY DEMO',
      captured: !failed,
      created: toSeconds(createdAtMs),
      currency,
      customer: hasCustomer ? person.customerId : null,
      description: dice.oneIn(3) ? null : `Order ${1000 + index}`,
      destination: null,
      dispute: disputed ? stripeId(dice, 'dp') : null,
      disputed,
      failure_balance_transaction: null,
      failure_code: failed ? 'card_declined' : null,
      failure_message: failed ? 'Your card was declined.' : null,
      fraud_details: {},
      invoice: index % 5 === 0 ? stripeId(dice, 'in') : null,
      livemode: false,
      metadata:
        index % 4 === 0 ? { order_id: String(1000 + index), channel: dice.pick(['web', 'store']) } : {},
      on_behalf_of: null,
      order: null,
      outcome: outcome(dice, failed),
      paid: !failed,
      payment_intent: stripeId(dice, 'pi'),
      payment_method: stripeId(dice, 'pm'),
      payment_method_details: paymentMethodDetails(dice, person, amount, createdAtMs),
      radar_options: {},
      receipt_email: hasCustomer && dice.oneIn(2) ? person.email : null,
      receipt_number: index % 6 === 0 ? `${1000 + index}-${1000 + dice.below(9000)}` : null,
      receipt_url: failed ? null : `https://pay.example.com/receipts/${id}`,
      refunded,
      review: null,
      shipping: index % 8 === 1 ? shipping(person) : null,
      source: null,
      source_transfer: null,
      statement_descriptor: index % 10 === 0 ? 'TRIBUTARY' : null,
      statement_descriptor_suffix: null,
      status: failed ? 'failed' : 'succeeded',
      transfer_data: null,
      transfer_group: index % 12 === 0 ? `group_${1000 + index}` : null,
    },
  };
}

function billingDetails(dice: Dice, person: StripePerson): Json {
  const known = !dice.oneIn(4);
  return {
    address: {
      city: known ? person.city : null,
      country: known ? person.country : null,
      line1: known ? person.line1 : null,
      line2: null,
      postal_code: known ? person.postalCode : null,
      state: known ? person.state : null,
    },
    email: known ? person.email : null,
    name: known ? person.name : null,
    phone: dice.oneIn(3) ? person.phone : null,
    tax_id: null,
  };
}

function shipping(person: StripePerson): Json {
  const { city, country, line1, postalCode, state } = person;
  return {
    address: { city, country, line1, line2: null, postal_code: postalCode, state },
    carrier: null,
    name: person.name,
    phone: person.phone,
    tracking_number: null,
  };
}

function outcome(dice: Dice, failed: boolean): Json {
  return {
    network_status: failed ? 'declined_by_network' : 'approved_by_network',
    reason: failed ? 'generic_decline' : null,
    risk_level: dice.oneIn(12) ? 'elevated' : 'normal',
    risk_score: dice.below(65),
    seller_message: failed
      ? 'The bank did not return any further details with this decline.'
      : 'Payment complete.',
    type: failed ? 'issuer_declined' : 'authorized',
  };
}

function paymentMethodDetails(dice: Dice, person: StripePerson, amount: number, createdAtMs: number): Json {
  const brand = dice.pick(['visa', 'visa', 'mastercard', 'amex']);
  const year = new Date(createdAtMs).getUTCFullYear();
  return {
    card: {
      amount_authorized: amount,
      authorization_code: dice.oneIn(2) ? String(100_000 + dice.below(900_000)) : null,
      brand,
      capture_before: toSeconds(createdAtMs) + 7 * 86_400,
      checks: {
        address_line1_check: dice.oneIn(2) ? 'pass' : null,
        address_postal_code_check: dice.oneIn(2) ? 'pass' : null,
        cvc_check: dice.oneIn(20) ? 'fail' : 'pass',
      },
      country: person.country,
      exp_month: 1 + dice.below(12),
      exp_year: year + 1 + dice.below(4),
      extended_authorization: { status: 'disabled' },
      fingerprint: dice.token(16),
      funding: dice.pick(['credit', 'credit', 'debit', 'prepaid']),
      incremental_authorization: { status: 'unavailable' },
      installments: null,
      last4: String(1000 + dice.below(9000)),
      mandate: null,
      multicapture: { status: 'unavailable' },
      network: brand,
      network_token: { used: dice.oneIn(3) },
      network_transaction_id: String(100_000_000_000_000 + dice.below(900_000_000)),
      overcapture: { maximum_amount_capturable: amount, status: 'unavailable' },
      regulated_status: 'unregulated',
      three_d_secure: null,
      wallet: null,
    },
    type: 'card',
  };
}
