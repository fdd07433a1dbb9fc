import { normaliseSecret, refuseSecret } from './credential-text';
import { readEpochSeconds } from './record-time';
import type { PresetRow, SourceDefinition } from './source-definition';
import type { TargetAdvice } from './target-advice';

// The published mapping of charges, in its published order: every target repeats the source's path below `data.`.
const publishedChargeFields = [
  'id',
  'refunded',
  'disputed',
  'payment_method_details.card.last4',
  'livemode',
  'status',
  'payment_method_details.card.overcapture.maximum_amount_capturable',
  'receipt_url',
  'payment_method_details.card.fingerprint',
  'payment_intent',
  'payment_method_details.card.overcapture.status',
  'payment_method_details.card.network_token.used',
  'payment_method_details.card.funding',
  'amount',
  'customer',
  'payment_method_details.card.incremental_authorization.status',
  'payment_method_details.card.multicapture.status',
  'amount_captured',
  'payment_method',
  'object',
  'captured',
  'created',
  'paid',
  'amount_refunded',
  'currency',
  'payment_method_details.card.country',
  'payment_method_details.card.exp_year',
  'payment_method_details.card.amount_authorized',
  'payment_method_details.card.network',
  'payment_method_details',
  'payment_method_details.card.exp_month',
  'calculated_statement_descriptor',
  'payment_method_details.card.brand',
  'balance_transaction',
  'payment_method_details.card.extended_authorization.status',
  'outcome',
] as const;

const chargeRows: readonly PresetRow[] = publishedChargeFields.map((field) => ({
  source: `data.${field}`,
  target: `charges_data.${field}`,
}));

const customerNamespaces = [/^stripe[ _-]?customer/i, /stripe/i];
const emailNamespaces = [/^email$/i];
const ofCustomer: TargetAdvice['identities'] = [{ path: 'data.customer', namespaces: customerNamespaces }];

type PathAdvice = Pick<TargetAdvice, 'classKind' | 'reason' | 'identities'>;
const noAdvice: PathAdvice = {
  classKind: 'record',
  reason: 'Nothing is known about these records.',
  identities: [],
};
const adviceByPath: Readonly<Record<string, PathAdvice>> = {
  charges: {
    classKind: 'event',
    reason: 'A charge happens at one moment.',
    identities: [
      ...ofCustomer,
      { path: 'data.billing_details.email', namespaces: emailNamespaces },
      { path: 'data.receipt_email', namespaces: emailNamespaces },
    ],
  },
  refunds: { classKind: 'event', reason: 'A refund happens at one moment.', identities: [] },
  balance_transactions: {
    classKind: 'event',
    reason: 'A movement of the balance happens at one moment.',
    identities: [],
  },
  subscriptions: {
    classKind: 'event',
    reason: 'A subscription starts at one moment, and a person can have several.',
    identities: ofCustomer,
  },
  customers: {
    classKind: 'profile',
    reason: 'A customer is a person or company with attributes.',
    identities: [
      { path: 'data.email', namespaces: emailNamespaces },
      { path: 'data.id', namespaces: customerNamespaces },
    ],
  },
  prices: { classKind: 'record', reason: 'A price is a thing, no person and no event.', identities: [] },
};

/** Adobe's Stripe source: one secret key, six resource paths. */
export const stripe: SourceDefinition = {
  id: 'stripe',
  title: 'Stripe',
  category: 'Payments',
  summary: 'Charges, subscriptions, refunds, balance transactions, customers and prices.',
  connectionSpec: { id: 'cc2c31d6-7b8c-4581-b49f-5c8698aa3ab3', version: '1.0' },
  authSpecName: 'OAuth2 Refresh Code',
  credentialFields: [
    {
      name: 'accessToken',
      label: 'Secret or restricted key',
      kind: 'secret',
      required: true,
      hint: 'Starts with rk_ or sk_. It goes straight to Adobe and is not kept here.',
      normalise: normaliseSecret,
      refuse: (key) => {
        const refused = refuseSecret(key, 'key');
        if (refused) return refused;
        if (key.startsWith('pk_')) {
          return 'This is a publishable key, which cannot read data. Copy a restricted key (rk_…) or the secret key (sk_…).';
        }
        if (key.startsWith('whsec_')) {
          return 'This is a webhook signing secret. Copy a restricted key (rk_…) or the secret key (sk_…).';
        }
        return undefined;
      },
      advise: (key) => {
        if (key.startsWith('sk_live_')) {
          return 'This key can do everything in your live account. A restricted read-only key (rk_live_…) is safer and enough.';
        }
        if (/^[sr]k_test_/.test(key)) return 'This is a test key: only test data will be brought in.';
        return undefined;
      },
    },
  ],
  credentialHelp: {
    title: 'Where to find the key',
    steps: [
      'In the Stripe Dashboard open Developers, then API keys.',
      'Choose “Create restricted key” and give it read access to the resources below.',
      'Reveal the key, copy it, and paste it here.',
    ],
    permissions: [
      'Charges and Refunds: read',
      'Subscriptions: read',
      'Balance transaction source: read',
      'Customers: read',
      'Prices: read',
    ],
  },
  credentialMode: ({ accessToken = '' }) => {
    if (/^[sr]k_test_/.test(accessToken)) return 'test';
    if (/^[sr]k_live_/.test(accessToken)) return 'live';
    return undefined;
  },
  resourcePaths: [
    {
      path: 'charges',
      title: 'Charges',
      description: 'Payments and their outcome',
      permission: 'Charges: read',
    },
    {
      path: 'subscriptions',
      title: 'Subscriptions',
      description: 'Recurring plans of customers',
      permission: 'Subscriptions: read',
    },
    {
      path: 'refunds',
      title: 'Refunds',
      description: 'Money returned for a charge',
      permission: 'Refunds: read',
    },
    {
      path: 'balance_transactions',
      title: 'Balance transactions',
      description: 'Every movement of your Stripe balance',
      permission: 'Balance transactions: read',
    },
    {
      path: 'customers',
      title: 'Customers',
      description: 'People and companies that pay you',
      permission: 'Customers: read',
    },
    {
      path: 'prices',
      title: 'Prices',
      description: 'What products cost, and how often',
      permission: 'Prices: read',
    },
  ],
  sourceParams: (resourcePath) => ({ resourcePath }),
  recordRoot: 'data',
  recordTimeSeconds: (record) => readEpochSeconds(record, ['data', 'created']),
  envelopeFields: [],
  targetContainer: (resourcePath) => `${resourcePath}_data`,
  targetAdvice: (resourcePath) => {
    const { classKind, reason, identities } = Object.hasOwn(adviceByPath, resourcePath)
      ? (adviceByPath[resourcePath] ?? noAdvice)
      : noAdvice;
    return {
      classKind,
      reason,
      identities,
      idPath: 'data.id',
      time: { path: 'data.created', form: 'unix-seconds' },
      eventType: `stripe.${resourcePath}`,
    };
  },
  undeclaredKeys: {},
  sourceDataFormat: 'json',
  targetDataFormat: 'parquet_xdm',
  mappingDialect: 'sourceAttribute',
  minimumIntervals: { minute: 15, hour: 1, day: 1, week: 1 },
  minimumIntervalAuthority: 'Adobe’s guide for the Stripe source',
  presets: [{ resourcePath: 'charges', title: 'Adobe’s published mapping for charges', rows: chargeRows }],
};
