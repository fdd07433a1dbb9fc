import type { Json } from '../../contract';
import { createDice, type Dice } from '../dice';
import { toSeconds } from './stripe-facts';

/** One price: recurring, one-time, and a few where the buyer chooses the amount. */
export function priceRecord(index: number, createdAtMs: number): Json {
  const dice = createDice('prices', index);
  return { data: { ...(createPrice(dice, index, createdAtMs) as Record<string, Json>) } };
}

/** A price object, also used inside subscription items. */
export function createPrice(dice: Dice, index: number, createdAtMs: number): Json {
  const currency = dice.pick(['usd', 'eur', 'jpy']);
  const unitAmount = currency === 'jpy' ? 1500 + dice.below(8) * 500 : 900 + dice.below(40) * 500;
  const custom = index % 8 === 6;
  const recurring = !custom && index % 4 !== 3;
  return {
    id: `price_1${dice.token(5)}B7WZ01zgkW${dice.token(8)}`,
    object: 'price',
    active: index % 6 !== 5,
    billing_scheme: 'per_unit',
    created: toSeconds(createdAtMs),
    currency,
    custom_unit_amount: custom ? { maximum: 50_000, minimum: 500, preset: 2500 } : null,
    livemode: false,
    lookup_key: index % 3 === 0 ? `plan_${index}` : null,
    metadata: index % 5 === 2 ? { region: dice.pick(['emea', 'amer']) } : {},
    nickname: dice.oneIn(2) ? `Plan ${index}` : null,
    product: `prod_Q${dice.token(13)}`,
    recurring: recurring
      ? {
          interval: dice.pick(['month', 'year']),
          interval_count: 1,
          meter: null,
          trial_period_days: dice.oneIn(3) ? 14 : null,
          usage_type: 'licensed',
        }
      : null,
    tax_behavior: dice.pick(['unspecified', 'inclusive', 'exclusive']),
    tiers_mode: null,
    transform_quantity: null,
    type: recurring ? 'recurring' : 'one_time',
    unit_amount: custom ? null : unitAmount,
    unit_amount_decimal: custom ? null : String(unitAmount),
  };
}
