import type { Json } from '../../contract';
import type { Source, SourceStream, VendorRefusal } from '../source';
import { balanceTransactionRecord } from './balance-transactions';
import { chargeRecord } from './charges';
import { customerRecord } from './customers';
import { priceRecord } from './prices';
import { refundRecord } from './refunds';
import { subscriptionRecord } from './subscriptions';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

function stream(
  resourcePath: string,
  count: number,
  stepMs: number,
  liveStepMs: number,
  record: SourceStream['record'],
): SourceStream {
  return { resourcePath, history: { count, stepMs }, liveStepMs, record };
}

/** The permission of a restricted key that opens each path. */
const permissions: Record<string, string> = {
  charges: 'rak_charge_read',
  subscriptions: 'rak_subscription_read',
  refunds: 'rak_charge_read',
  balance_transactions: 'rak_balance_transaction_source_read',
  customers: 'rak_customer_read',
  prices: 'rak_plan_read',
};

/** Stripe: six resource paths, records below `data`. */
export const stripe: Source = {
  connectionSpecId: 'cc2c31d6-7b8c-4581-b49f-5c8698aa3ab3',
  name: 'stripe',
  authFields: [{ name: 'accessToken', secret: true }],
  streams: [
    stream('charges', 480, 3 * hourMs, 10 * minuteMs, chargeRecord),
    stream('subscriptions', 120, 12 * hourMs, 3 * hourMs, subscriptionRecord),
    stream('refunds', 90, 15 * hourMs, 2 * hourMs, refundRecord),
    stream('balance_transactions', 520, 3 * hourMs, 10 * minuteMs, balanceTransactionRecord),
    stream('customers', 240, 6 * hourMs, hourMs, customerRecord),
    stream('prices', 36, 40 * hourMs, 24 * hourMs, priceRecord),
  ],
  minimumInterval: {
    strict: { minute: 15, hour: 1, day: 1, week: 1 },
    lenient: { minute: 15, hour: 1, day: 1, week: 1 },
  },
  checkCredential,
};

function checkCredential(
  params: Record<string, Json>,
  resourcePath: string | undefined,
): VendorRefusal | undefined {
  const token = typeof params.accessToken === 'string' ? params.accessToken : '';
  switch (token) {
    case 'sk_test_tributary':
      return undefined;
    case 'rk_test_charges_only':
      if (resourcePath === undefined || resourcePath === 'charges') return undefined;
      return {
        httpStatus: 403,
        message: `The provided key '${maskKey(token)}' does not have the required permissions for this endpoint. Having the '${permissions[resourcePath] ?? 'rak_read'}' permission would allow this request to continue.`,
      };
    case 'sk_test_expired':
      return { httpStatus: 401, message: `Expired API Key provided: ${maskKey(token)}` };
    default:
      return { httpStatus: 401, message: `Invalid API Key provided: ${maskKey(token)}` };
  }
}

/** As Stripe quotes keys: the kind and the last four characters. */
function maskKey(key: string): string {
  const prefix = /^(?:sk|rk|pk)_(?:test|live)_/.exec(key)?.[0] ?? '';
  return key.length <= prefix.length + 4 ? `${prefix}****` : `${prefix}******${key.slice(-4)}`;
}
