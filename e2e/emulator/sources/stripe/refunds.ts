import type { Json } from '../../contract';
import { createDice } from '../dice';
import { currencies, minorAmount, stripeId, toSeconds } from './stripe-facts';

/** One refund; a few are pending or failed. */
export function refundRecord(index: number, createdAtMs: number): Json {
  const dice = createDice('refunds', index);
  const currency = dice.pick(currencies);
  const failed = index % 19 === 6;
  const pending = !failed && index % 7 === 2;
  return {
    data: {
      id: stripeId(dice, 're'),
      object: 'refund',
      amount: minorAmount(dice, currency),
      balance_transaction: failed ? null : stripeId(dice, 'txn'),
      charge: stripeId(dice, 'ch'),
      created: toSeconds(createdAtMs),
      currency,
      description: null,
      destination_details: {
        card: {
          reference: pending ? null : String(100_000_000_000 + dice.below(900_000_000)),
          reference_status: pending ? 'pending' : 'available',
          reference_type: 'acquirer_reference_number',
          type: 'refund',
        },
        type: 'card',
      },
      failure_balance_transaction: failed ? stripeId(dice, 'txn') : null,
      failure_reason: failed ? 'expired_or_canceled_card' : null,
      metadata: index % 4 === 1 ? { ticket: `T-${300 + index}` } : {},
      payment_intent: stripeId(dice, 'pi'),
      reason: dice.pick([null, 'requested_by_customer', 'duplicate', 'fraudulent']),
      receipt_number: index % 5 === 0 ? `${2000 + index}-${1000 + dice.below(9000)}` : null,
      source_transfer_reversal: null,
      status: failed ? 'failed' : pending ? 'pending' : 'succeeded',
      transfer_reversal: null,
    },
  };
}
