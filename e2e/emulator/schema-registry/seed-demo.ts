import { checkDataset } from '@/e2e/emulator/catalog/dataset-rules';
import { storeDataset } from '@/e2e/emulator/catalog/datasets';
import type { Json, Organisation, Sandbox, ServiceReply, ServiceRequest } from '@/e2e/emulator/contract';
import { createDescriptor } from './descriptors';
import { showSyntheticSchema } from './lookup';
import { isObject, type JsonSchema } from './registry-state';
import { xdm } from './standard/standard-ids';
import { syntheticSchemaId, syntheticTitle } from './standard/synthetic-schema';
import { createResource } from './write-resource';

type Seeder = {
  send: (handle: (request: ServiceRequest) => ServiceReply, body: Json) => string;
  dataset: (name: string, description: string, schemaId: string) => void;
};

function seeder(
  organisation: Organisation,
  sandbox: Sandbox,
  newId: ServiceRequest['newId'],
  nowMs: number,
): Seeder {
  const [credential] = organisation.credentials;
  const request: ServiceRequest = {
    method: 'POST',
    path: '',
    params: {},
    query: new URLSearchParams(),
    headers: { 'content-type': 'application/json' },
    body: undefined,
    organisation,
    sandbox,
    client: {
      clientId: credential?.clientId ?? 'acp_ui_platform',
      technicalAccountId: credential?.technicalAccountId ?? 'acp_ui_platform@AdobeID',
    },
    permissions: undefined,
    origin: 'http://127.0.0.1',
    requestId: 'seed',
    nowMs,
    newId,
    newEtag: () => '""',
  };
  return {
    send: (handle, body) => {
      const reply = handle({ ...request, body });
      return isObject(reply.body) && typeof reply.body.$id === 'string' ? reply.body.$id : '';
    },
    dataset: (name, description, schemaId) => {
      const body = {
        name,
        description,
        schemaRef: { id: schemaId, contentType: contentType },
        enableErrorDiagnostics: true,
      };
      storeDataset(request, checkDataset(organisation, sandbox, body));
    },
  };
}

const contentType = 'application/vnd.adobe.xed+json;version=1';

function allOf(...ids: string[]): Json {
  return ids.map((id) => ({ $ref: id, type: 'object', 'meta:xdmType': 'object' }));
}

/** A field group whose fields lie below the tenant's own field. */
function tenantFields(
  tenantId: string,
  title: string,
  description: string,
  extended: string,
  properties: Fields,
): Json {
  return {
    type: 'object',
    title,
    description,
    'meta:intendedToExtend': [extended],
    definitions: {
      customFields: {
        type: 'object',
        properties: {
          [`_${tenantId}`]: { type: 'object', properties: properties as { [name: string]: Json } },
        },
      },
    },
    allOf: [{ $ref: '#/definitions/customFields', type: 'object', 'meta:xdmType': 'object' }],
  };
}

type Fields = Record<string, JsonSchema>;

const text = (title: string): JsonSchema => ({ type: 'string', title });
const moment = (title: string): JsonSchema => ({ type: 'string', format: 'date-time', title });
const whole = (title: string): JsonSchema => ({ type: 'integer', title });

const topic: JsonSchema = {
  type: 'object',
  properties: { Id: text('Id'), Name: text('Name'), IsConsented: { type: 'boolean', title: 'Is consented' } },
};

const preference: JsonSchema = {
  type: 'object',
  properties: {
    Id: text('Id'),
    Name: text('Name'),
    Options: { type: 'array', title: 'Options', items: topic },
  },
};

const purpose: JsonSchema = {
  type: 'object',
  properties: {
    Id: text('Purpose id'),
    Name: text('Purpose name'),
    Version: whole('Purpose version'),
    Status: text('Status'),
    FirstTransactionDate: moment('First transaction date'),
    LastTransactionDate: moment('Last transaction date'),
    WithdrawalDate: moment('Withdrawal date'),
    ConsentDate: moment('Consent date'),
    ExpiryDate: moment('Expiry date'),
    TotalTransactionCount: whole('Total transaction count'),
    Topics: { type: 'array', title: 'Topics', items: topic },
    CustomPreferences: { type: 'array', title: 'Custom preferences', items: preference },
    LastTransactionCollectionPointId: text('Last collection point id'),
    LastTransactionCollectionPointVersion: whole('Last collection point version'),
  },
};

const consentFields: Fields = {
  Identifier: { ...text('Identifier'), description: 'Who gave or refused consent' },
  Language: text('Language'),
  CreatedDate: moment('Created date'),
  LastUpdatedDate: moment('Last updated date'),
  DataElements: {
    type: 'array',
    title: 'Data elements',
    items: { type: 'object', properties: { Name: text('Name'), Value: text('Value') } },
  },
  Purposes: { type: 'array', title: 'Purposes', items: purpose },
};

/** Gives a sandbox three schemas with datasets that a customer would have: profiles, commerce events, consents. */
export function seedDemo(
  organisation: Organisation,
  sandbox: Sandbox,
  newId: ServiceRequest['newId'],
  nowMs: number,
): void {
  const { send, dataset } = seeder(organisation, sandbox, newId, nowMs);
  const { tenantId } = organisation;

  const profiles = send(createResource('schemas'), {
    type: 'object',
    title: 'Customer profiles',
    description: 'One record for each customer, with contact details and consents',
    allOf: allOf(
      xdm.profile,
      xdm.profileDemographic,
      xdm.profileContact,
      xdm.profileConsents,
      xdm.identityMap,
    ),
  });
  send(createDescriptor, {
    '@type': 'xdm:descriptorIdentity',
    'xdm:sourceSchema': profiles,
    'xdm:sourceVersion': 1,
    'xdm:sourceProperty': '/personalEmail/address',
    'xdm:namespace': 'Email',
    'xdm:property': 'xdm:code',
    'xdm:isPrimary': true,
  });
  dataset('Customer profiles', 'Customers as the shop knows them', profiles);

  const payment = send(
    createResource('fieldgroups'),
    tenantFields(tenantId, 'Payment details', 'What the payment provider reports', xdm.experienceEvent, {
      payment: {
        type: 'object',
        title: 'Payment',
        properties: {
          customerId: text('Customer id'),
          provider: text('Provider'),
          amountMinor: {
            ...whole('Amount in minor units'),
            minimum: -9007199254740991,
            maximum: 9007199254740991,
          },
          currency: text('Currency'),
          status: text('Status'),
          cardBrand: text('Card brand'),
          receiptUrl: { ...text('Receipt'), format: 'uri' },
        },
      },
    }),
  );
  const events = send(createResource('schemas'), {
    type: 'object',
    title: 'Commerce events',
    description: 'Purchases, payments and refunds',
    allOf: allOf(xdm.experienceEvent, xdm.eventCommerce, xdm.eventOrder, payment),
  });
  send(createDescriptor, {
    '@type': 'xdm:descriptorIdentity',
    'xdm:sourceSchema': events,
    'xdm:sourceVersion': 1,
    'xdm:sourceProperty': `/_${tenantId}/payment/customerId`,
    'xdm:namespace': 'Email',
    'xdm:property': 'xdm:code',
    'xdm:isPrimary': false,
  });
  dataset('Commerce events', 'What customers bought and paid', events);

  const consents = send(
    createResource('fieldgroups'),
    tenantFields(
      tenantId,
      'Consent receipt fields',
      'What the consent platform reports',
      xdm.profile,
      consentFields,
    ),
  );
  const records = send(createResource('schemas'), {
    type: 'object',
    title: 'Consent records',
    description: 'What people agreed to, purpose by purpose',
    allOf: allOf(xdm.profile, consents),
  });
  send(createDescriptor, {
    '@type': 'xdm:descriptorIdentity',
    'xdm:sourceSchema': records,
    'xdm:sourceVersion': 1,
    'xdm:sourceProperty': `/_${tenantId}/Identifier`,
    'xdm:namespace': 'Email',
    'xdm:property': 'xdm:code',
    'xdm:isPrimary': true,
  });
  dataset('Consent records', 'Choices collected by the consent platform', records);
}

/** Makes the generated schema of 10,000 fields visible in a sandbox and gives it a dataset: part of the large seed. */
export function seedSynthetic(
  organisation: Organisation,
  sandbox: Sandbox,
  newId: ServiceRequest['newId'],
  nowMs: number,
): void {
  showSyntheticSchema(sandbox);
  const { dataset } = seeder(organisation, sandbox, newId, nowMs);
  dataset(syntheticTitle, 'A target with very many fields', syntheticSchemaId);
}
