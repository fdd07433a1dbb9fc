import type { JsonSchemaNode } from '@/lib/schema/json-schema';

/** Adobe's standard field group “Consents and Preferences”, for the profile class. */
export const consentFieldGroupId = 'https://ns.adobe.com/xdm/mixins/profile-consents';

/** Every value that a choice can have, with Adobe's meaning. */
export const consentValues: Readonly<Record<string, string>> = {
  y: 'Yes (opt-in)',
  n: 'No (opt-out)',
  p: 'Pending verification',
  u: 'Unknown',
  dy: 'Default of Yes (opt-in)',
  dn: 'Default of No (opt-out)',
  LI: 'Legitimate Interest',
  CT: 'Contract',
  CP: 'Compliance with a Legal Obligation',
  VI: 'Vital Interest of the Individual',
  PI: 'Public Interest',
};

const val: JsonSchemaNode = { type: 'string', title: 'Choice Value', 'meta:enum': consentValues };
const time: JsonSchemaNode = { type: 'string', format: 'date-time', title: 'Preference timestamp' };
const reason: JsonSchemaNode = { type: 'string', title: 'Opt-out reason' };

const choice = (title: string): JsonSchemaNode => ({ type: 'object', title, properties: { val } });
const channel = (title: string): JsonSchemaNode => ({
  type: 'object',
  title,
  properties: { val, time, reason },
});

/** The field `consents` as the field group declares it, as far as a mapping can fill it: its maps are left out. */
export const consentsField: JsonSchemaNode = {
  type: 'object',
  title: 'Consents and Preferences',
  description: 'What the person allows: read by Adobe’s own applications.',
  properties: {
    collect: choice('Data Collection'),
    share: choice('Share Data'),
    personalize: {
      type: 'object',
      title: 'Personalization Preferences',
      properties: { content: choice('Personalize Content') },
    },
    marketing: {
      type: 'object',
      title: 'Marketing Preferences',
      properties: {
        preferred: { type: 'string', title: 'Preferred Channel' },
        any: channel('General Direct Marketing Preference'),
        email: channel('Receive email'),
        push: channel('Receive push notifications'),
        sms: channel('Receive SMS'),
        whatsApp: channel('Receive WhatsApp'),
        call: channel('Receive calls'),
        fax: channel('Receive fax'),
        commercialEmail: channel('Receive commercial emails'),
        postalMail: channel('Receive postal mail'),
      },
    },
    metadata: {
      type: 'object',
      title: 'Consent and Preference Metadata',
      properties: { time: { type: 'string', format: 'date-time', title: 'Consent/Preferences timestamp' } },
    },
  },
};
