import type { JsonSchema } from '@/e2e/emulator/schema-registry/registry-state';
import {
  choice,
  dataType,
  dateTime,
  type Fields,
  group,
  map,
  type StandardResource,
  text,
  use,
} from './field-builders';
import { xdm } from './standard-ids';

const choiceValue: JsonSchema = choice(
  'Choice Value',
  'What the person chose, or the legal ground that replaces a choice.',
  {
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
  },
);

const marketingFields: Fields = {
  val: choiceValue,
  time: dateTime('Preference timestamp', 'When this one choice was recorded.'),
  reason: text('Opt-out reason', 'Why the person opted out.'),
};

const channels: Record<string, string> = {
  email: 'email',
  push: 'Push Notifications',
  inApp: 'In-app Messages',
  sms: 'SMS (Text Messages)',
  whatsApp: 'WhatsApp Messages',
  phone: 'Phone Calls',
  phyMail: 'Physical Mail',
  inVehicle: 'In-vehicle Messages',
  inHome: 'In-home Messages',
  iot: 'Internet of Things',
  social: 'Social Media',
  other: 'Other',
  none: 'No Preferred Channel',
  unknown: 'Unknown',
};

const marketingPreferences: Fields = {
  preferred: choice('Preferred Channel', 'The channel that the person likes best.', channels),
  any: use(
    xdm.marketingField,
    'General Direct Marketing Preference',
    'Applies to every channel without its own choice.',
  ),
  email: use(xdm.marketingSubscriptions, 'Receive email', 'Messages by e-mail.'),
  push: use(xdm.marketingSubscriptions, 'Receive push notifications', 'Messages by push notification.'),
  sms: use(xdm.marketingSubscriptions, 'Receive SMS', 'Messages by text.'),
  whatsApp: use(xdm.marketingSubscriptions, 'Receive whatsApp', 'Messages by WhatsApp.'),
  call: use(xdm.marketingField, 'Receive calls', 'Phone calls.'),
  fax: use(xdm.marketingField, 'Receive fax', 'Messages by fax.'),
  commercialEmail: use(xdm.marketingField, 'Receive commercial emails', 'Advertising by e-mail.'),
  postalMail: use(xdm.marketingField, 'Receive postal mail', 'Letters.'),
};

const choices: Fields = {
  collect: use(xdm.consentField, 'Data Collection', 'Whether data about the person may be collected.'),
  share: use(xdm.consentField, 'Share Data', 'Whether data may be given to third parties.'),
  personalize: group('Personalization Preferences', 'What may be adapted to the person.', {
    content: use(xdm.personalizationField, 'Personalize Content', 'Content chosen for the person.'),
  }),
  marketing: group('Marketing Preferences', 'Which channels may carry marketing.', marketingPreferences),
};

/** What a person allows: one choice, marketing choices with subscriptions, and the whole set. */
export const consentDataTypes: StandardResource[] = [
  dataType(xdm.consentField, 'Consent field', 'One yes or no with its legal ground.', { val: choiceValue }),
  dataType(xdm.personalizationField, 'Personalization field', 'One choice about personal content.', {
    val: choiceValue,
  }),
  dataType(
    xdm.marketingField,
    'Basic marketing field',
    'One choice about a marketing channel.',
    marketingFields,
  ),
  dataType(
    xdm.marketingSubscriptions,
    'Marketing field with subscriptions',
    'One choice about a marketing channel and the subscriptions that use it.',
    {
      ...marketingFields,
      subscriptions: map(
        'Subscriptions',
        'Newsletters and alerts by name.',
        group('Subscription', 'One newsletter or alert.', {
          val: choiceValue,
          type: text('Subscription Type', 'What is subscribed to.'),
          topics: {
            type: 'array',
            title: 'Topics',
            items: { type: 'string', 'meta:xdmType': 'string' },
            'meta:xdmType': 'array',
          },
          subscribers: map(
            'Subscribers',
            'Addresses that receive it, by address.',
            group('Subscriber', 'One receiving address.', {
              time: dateTime('Subscription time', 'When the address was added.'),
              source: text('Subscription source', 'How the address was added.'),
            }),
          ),
        }),
      ),
    },
  ),
  dataType(xdm.consents, 'Consents and Preferences', 'All choices of one person.', {
    ...choices,
    idSpecific: map(
      'Identifier specific',
      'Choices that hold for one identity only: by namespace, then by identity.',
      map('Identities', 'Choices by identity.', group('Identity', 'Choices of one identity.', choices)),
    ),
    metadata: group('Consent and Preference Metadata', 'About the choices themselves.', {
      time: dateTime('Consent/Preferences timestamp', 'When the whole set was recorded.'),
    }),
  }),
];
