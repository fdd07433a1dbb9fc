import type { Json } from '../../contract';
import { createDice, type Dice } from '../dice';
import { createPrice } from './prices';
import { personCount, stripePerson, toSeconds } from './stripe-facts';

const monthSeconds = 30 * 86_400;

/** One subscription with one to three items; some trialing, past due or cancelled. */
export function subscriptionRecord(index: number, createdAtMs: number): Json {
  const dice = createDice('subscriptions', index);
  const created = toSeconds(createdAtMs);
  const id = `sub_1${dice.token(5)}B7WZ01zgkW${dice.token(8)}`;
  const person = stripePerson(dice.below(personCount));
  const cancelled = index % 9 === 8;
  const trialing = !cancelled && index % 6 === 2;
  const items = Array.from({ length: 1 + (index % 3) }, (_, n) => subscriptionItem(dice, id, n, createdAtMs));
  return {
    data: {
      id,
      object: 'subscription',
      application: null,
      application_fee_percent: null,
      automatic_tax: {
        disabled_reason: null,
        enabled: index % 4 === 0,
        liability: index % 4 === 0 ? { type: 'self' } : null,
      },
      billing_cycle_anchor: created,
      billing_thresholds: null,
      cancel_at: index % 12 === 3 ? created + 6 * monthSeconds : null,
      cancel_at_period_end: index % 10 === 1,
      canceled_at: cancelled ? created + 9 * 86_400 : null,
      cancellation_details: {
        comment: cancelled ? 'No longer needed' : null,
        feedback: cancelled ? dice.pick(['too_expensive', 'unused', 'switched_service']) : null,
        reason: cancelled ? 'cancellation_requested' : null,
      },
      collection_method: index % 7 === 0 ? 'send_invoice' : 'charge_automatically',
      created,
      currency: 'usd',
      current_period_end: created + monthSeconds,
      current_period_start: created,
      customer: person.customerId,
      days_until_due: index % 7 === 0 ? 30 : null,
      default_payment_method: dice.oneIn(2) ? `pm_1${dice.token(5)}B7WZ01zgkW${dice.token(8)}` : null,
      default_source: null,
      default_tax_rates: [],
      description: null,
      discount: null,
      ended_at: cancelled ? created + 9 * 86_400 : null,
      invoice_settings: { issuer: { type: 'self' } },
      items: {
        object: 'list',
        data: items,
        has_more: false,
        total_count: items.length,
        url: `/v1/subscription_items?subscription=${id}`,
      },
      latest_invoice: `in_1${dice.token(5)}B7WZ01zgkW${dice.token(8)}`,
      livemode: false,
      metadata: index % 5 === 0 ? { plan_tier: dice.pick(['basic', 'pro']) } : {},
      next_pending_invoice_item_invoice: null,
      on_behalf_of: null,
      pause_collection: null,
      payment_settings: {
        payment_method_options: null,
        payment_method_types: null,
        save_default_payment_method: 'off',
      },
      pending_invoice_item_interval: null,
      pending_setup_intent: null,
      pending_update: null,
      quantity: 1,
      schedule: null,
      start_date: created,
      status: cancelled ? 'canceled' : trialing ? 'trialing' : index % 14 === 5 ? 'past_due' : 'active',
      test_clock: null,
      transfer_data: null,
      trial_end: trialing ? created + 14 * 86_400 : null,
      trial_settings: { end_behavior: { missing_payment_method: 'create_invoice' } },
      trial_start: trialing ? created : null,
    },
  };
}

function subscriptionItem(dice: Dice, subscription: string, n: number, createdAtMs: number): Json {
  return {
    id: `si_Q${dice.token(13)}`,
    object: 'subscription_item',
    billing_thresholds: null,
    created: toSeconds(createdAtMs) + 1,
    metadata: {},
    price: createPrice(dice, n * 4, createdAtMs),
    quantity: 1 + dice.below(4),
    subscription,
    tax_rates: [],
  };
}
