import type { Json } from '../../contract';
import { createDice } from '../dice';
import { currencies, minorAmount, stripeId, toSeconds } from './stripe-facts';

/** One balance transaction: charges with fees, refunds and payouts with negative amounts. */
export function balanceTransactionRecord(index: number, createdAtMs: number): Json {
  const dice = createDice('balance_transactions', index);
  const currency = dice.pick(currencies);
  const type = index % 10 === 9 ? 'payout' : index % 6 === 5 ? 'refund' : 'charge';
  const size = minorAmount(dice, currency) * (type === 'payout' ? 20 : 1);
  const amount = type === 'charge' ? size : -size;
  const fee = type === 'charge' ? Math.round(size * 0.029) + (currency === 'jpy' ? 0 : 30) : 0;
  const sources = { charge: 'ch', refund: 're', payout: 'po' } as const;
  return {
    data: {
      id: stripeId(dice, 'txn'),
      object: 'balance_transaction',
      amount,
      available_on: toSeconds(createdAtMs) + 2 * 86_400,
      balance_type: 'payments',
      created: toSeconds(createdAtMs),
      currency,
      description: type === 'payout' ? 'STRIPE PAYOUT' : `Order ${1000 + index}`,
      exchange_rate: currency === 'eur' ? 1.07 + dice.below(300) / 10_000 : null,
      fee,
      fee_details:
        fee === 0
          ? []
          : [
              {
                amount: fee,
                application: null,
                currency,
                description: 'Stripe processing fees',
                type: 'stripe_fee',
              },
            ],
      net: amount - fee,
      reporting_category: type,
      source: stripeId(dice, sources[type]),
      status: dice.oneIn(4) ? 'pending' : 'available',
      type,
    },
  };
}
