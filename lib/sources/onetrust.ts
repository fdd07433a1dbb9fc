import { normaliseHost, normaliseSecret, refuseHost, refuseSecret } from './credential-text';
import { readIsoSeconds } from './record-time';
import type { SourceDefinition } from './source-definition';

/** Adobe's OneTrust Integration source: consent and preference records, one stream. */
export const onetrust: SourceDefinition = {
  id: 'onetrust',
  title: 'OneTrust Integration',
  category: 'Consent & preferences',
  summary: 'Consents and preferences of data subjects, by purpose.',
  connectionSpec: { id: 'cf16d886-c627-4872-9936-fb08d6cba8cc', version: '1.0' },
  authSpecName: 'OAuth2 Refresh Code',
  credentialFields: [
    {
      name: 'host',
      label: 'Host',
      kind: 'host',
      required: true,
      hint: 'The host of your OneTrust environment, such as app.onetrust.com.',
      normalise: normaliseHost,
      refuse: refuseHost,
      advise: () => undefined,
    },
    {
      name: 'accessToken',
      label: 'Access token',
      kind: 'secret',
      required: true,
      hint: 'It goes straight to Adobe and is not kept here.',
      normalise: normaliseSecret,
      refuse: (token) => refuseSecret(token, 'access token'),
      advise: () => undefined,
    },
  ],
  credentialHelp: {
    title: 'Where to find the token',
    steps: [
      'In OneTrust open Global Settings, then Access Management, then Client Credentials.',
      'Add a client credential with the longest lifetime you may use: the token cannot be refreshed.',
      'Generate its access token, copy it, and paste it here with its expiry date.',
    ],
    permissions: ['Consent: read data subjects, purposes and preferences'],
  },
  credentialMaxAgeDays: 365,
  resourcePaths: [
    {
      path: '',
      title: 'Consents and preferences',
      description: 'One record for each data subject, with purposes, topics and preferences',
      permission: 'Consent: read',
    },
  ],
  sourceParams: () => ({}),
  recordRoot: 'content',
  recordTimeSeconds: (record) => readIsoSeconds(record, ['content', 'LastUpdatedDate']),
  envelopeFields: ['number', 'size', 'numberOfElements', 'last', 'first', 'empty', 'pageable', 'sort'],
  targetContainer: () => '',
  targetAdvice: () => ({
    classKind: 'profile',
    reason: 'A record says what one person allows now.',
    idPath: 'content.Identifier',
    time: { path: 'content.LastUpdatedDate', form: 'iso' },
    eventType: 'onetrust.consents',
    identities: [{ path: 'content.Identifier', namespaces: [/^email$/i] }],
  }),
  undeclaredKeys: {
    'content.DataElements[*]': { Id: 'string', Name: 'string', Value: 'string' },
    'content.Purposes[*].CustomPreferences[*]': { Id: 'string', Name: 'string' },
  },
  sourceDataFormat: 'json',
  targetDataFormat: 'json',
  mappingDialect: 'source',
  // Adobe's OneTrust guide asks for 15 whatever the unit; its shared flow spec only for minutes. The stricter one holds
  // (docs/decisions/0005-schedule-minimums-per-source.md): change these numbers to follow the flow spec.
  minimumIntervals: { minute: 15, hour: 15, day: 15, week: 15 },
  minimumIntervalAuthority: 'Adobe’s guide for the OneTrust Integration source',
  consents: {
    list: 'content.Purposes',
    idKey: 'Id',
    nameKey: 'Name',
    statusKey: 'Status',
    topicsKey: 'Topics',
    preferencesKey: 'CustomPreferences',
    optionsKey: 'Options',
    consentedKey: 'IsConsented',
    elements: { list: 'content.DataElements', nameKey: 'Name', valueKey: 'Value' },
    timeKey: 'LastTransactionDate',
    updatedPath: 'content.LastUpdatedDate',
    yes: ['ACTIVE', 'EXTEND', 'ALWAYS_ACTIVE'],
    no: ['WITHDRAWN', 'OPT_OUT', 'HARD_OPT_OUT'],
    pending: ['PENDING'],
    expired: ['EXPIRED'],
    neverAsked: ['NO_CONSENT'],
  },
  presets: [
    {
      resourcePath: '',
      title: 'Adobe’s published mapping for OneTrust',
      rows: [
        {
          source: 'content.Identifier',
          target: '_id',
          standard: true,
          name: 'id',
          description: 'Identifier field',
        },
        { source: 'content.Identifier', target: 'Identifier' },
        { source: 'content.Language', target: 'Language', description: 'Language field' },
        { source: 'content.CreatedDate', target: 'CreatedDate', description: 'Created Date field' },
        {
          source: 'content.LastUpdatedDate',
          target: 'LastUpdatedDate',
          description: 'Last updated date field',
        },
        { source: 'content.DataElements', target: 'DataElements' },
        { source: 'content.Purposes', target: 'Purposes' },
      ],
    },
  ],
};
