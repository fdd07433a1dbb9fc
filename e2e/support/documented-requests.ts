/**
 * The request bodies of the two public source tutorials, written down here with their oddities resolved: trailing commas
 * and unbalanced braces mended, the tenant id in place of the organisation's, ids in place of placeholders, the schema's
 * media type with its major version only. What a person chooses stands as the type of the value it must have.
 */
export type Made = {
  baseConnectionId: string;
  sourceConnectionId: string;
  targetConnectionId: string;
  datasetId: string;
  /** The `$id` of the schema. */
  schemaId: string;
  mappingSetId: string;
};

export type Named = { name: unknown; description: unknown };

export const stripeSpec = { id: 'cc2c31d6-7b8c-4581-b49f-5c8698aa3ab3', version: '1.0' };
export const oneTrustSpec = { id: 'cf16d886-c627-4872-9936-fb08d6cba8cc', version: '1.0' };
const dataLakeSpec = { id: 'c604ff05-7f1a-43c0-8e18-33bf874cb11c', version: '1.0' };
const flowSpec = { id: '6499120c-0b15-42dc-936e-847ea3c24d72', version: '1.0' };

// Last parts of the 36 rows in their published order: the target repeats the source below `data.`.
const chargeFields = `id refunded disputed payment_method_details.card.last4 livemode status
payment_method_details.card.overcapture.maximum_amount_capturable receipt_url payment_method_details.card.fingerprint
payment_intent payment_method_details.card.overcapture.status payment_method_details.card.network_token.used
payment_method_details.card.funding amount customer payment_method_details.card.incremental_authorization.status
payment_method_details.card.multicapture.status amount_captured payment_method object captured created paid
amount_refunded currency payment_method_details.card.country payment_method_details.card.exp_year
payment_method_details.card.amount_authorized payment_method_details.card.network payment_method_details
payment_method_details.card.exp_month calculated_statement_descriptor payment_method_details.card.brand
balance_transaction payment_method_details.card.extended_authorization.status outcome`.split(/\s+/);

/** Rows of the published mapping for charges, in their order. */
export const stripeRows = (tenant: string) =>
  chargeFields.map((field) => ({
    destinationXdmPath: `_${tenant}.charges_data.${field}`,
    sourceAttribute: `data.${field}`,
    identity: false,
    version: 0,
  }));

const oneTrustRows = (tenant: string) => [
  {
    sourceType: 'ATTRIBUTE',
    source: 'content.Identifier',
    destination: '_id',
    name: 'id',
    description: 'Identifier field',
  },
  { sourceType: 'ATTRIBUTE', source: 'content.Identifier', destination: `_${tenant}.Identifier` },
  {
    sourceType: 'ATTRIBUTE',
    source: 'content.Language',
    destination: `_${tenant}.Language`,
    description: 'Language field',
  },
  {
    sourceType: 'ATTRIBUTE',
    source: 'content.CreatedDate',
    destination: `_${tenant}.CreatedDate`,
    description: 'Created Date field',
  },
  {
    sourceType: 'ATTRIBUTE',
    source: 'content.LastUpdatedDate',
    destination: `_${tenant}.LastUpdatedDate`,
    description: 'Last updated date field',
  },
  { sourceType: 'ATTRIBUTE', source: 'content.DataElements', destination: `_${tenant}.DataElements` },
  { sourceType: 'ATTRIBUTE', source: 'content.Purposes', destination: `_${tenant}.Purposes` },
];

const flow = (named: Named, made: Made, scheduleParams: unknown) => ({
  ...named,
  flowSpec,
  sourceConnectionIds: [made.sourceConnectionId],
  targetConnectionIds: [made.targetConnectionId],
  transformations: [{ name: 'Mapping', params: { mappingId: made.mappingSetId, mappingVersion: 0 } }],
  scheduleParams,
});

/** Bodies of the Stripe tutorial for charges. */
export const documentedStripe = {
  baseConnection: (named: Named) => ({
    ...named,
    connectionSpec: stripeSpec,
    // The journal masks whatever is below `params`.
    auth: { specName: 'OAuth2 Refresh Code', params: { accessToken: '***' } },
  }),
  sourceConnection: (named: Named, made: Made) => ({
    ...named,
    baseConnectionId: made.baseConnectionId,
    connectionSpec: stripeSpec,
    data: { format: 'json' },
    params: { resourcePath: 'charges' },
  }),
  targetConnection: (named: Named, made: Made) => ({
    ...named,
    connectionSpec: dataLakeSpec,
    data: {
      format: 'parquet_xdm',
      schema: { id: made.schemaId, version: 'application/vnd.adobe.xed-full+json;version=1' },
    },
    params: { dataSetId: made.datasetId },
  }),
  mappingSet: (name: unknown, made: Made, tenant: string) => ({
    name,
    version: 0,
    xdmSchema: made.schemaId,
    xdmVersion: '1.0',
    id: null,
    mappings: stripeRows(tenant),
  }),
  flow,
};

/** Bodies of the OneTrust tutorial. */
export const documentedOneTrust = {
  baseConnection: (named: Named) => ({
    ...named,
    connectionSpec: oneTrustSpec,
    auth: { specName: 'OAuth2 Refresh Code', params: { host: '***', accessToken: '***' } },
  }),
  sourceConnection: (named: Named, made: Made) => ({
    ...named,
    baseConnectionId: made.baseConnectionId,
    connectionSpec: oneTrustSpec,
    data: { format: 'json' },
    params: {},
  }),
  targetConnection: (named: Named, made: Made) => ({
    ...named,
    connectionSpec: dataLakeSpec,
    data: { format: 'json' },
    params: { dataSetId: made.datasetId },
  }),
  mappingSet: (name: unknown, made: Made, tenant: string) => ({
    name,
    version: 0,
    xdmSchema: made.schemaId,
    xdmVersion: '1.0',
    id: null,
    mappings: oneTrustRows(tenant),
  }),
  flow,
};
