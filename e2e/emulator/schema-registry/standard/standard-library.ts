import { commerceDataTypes } from './commerce-data-types';
import { consentDataTypes } from './consent-data-types';
import { eventFieldGroups } from './event-field-groups';
import {
  choice,
  dataType,
  dateTime,
  flag,
  type StandardResource,
  standardResource,
  text,
} from './field-builders';
import { personDataTypes } from './person-data-types';
import { profileFieldGroups } from './profile-field-groups';
import { xdm } from './standard-ids';
import { subscriptionDataTypes } from './subscription-data-types';

const identityItem = dataType(xdm.identityItem, 'Identity Item', 'One identity inside a namespace.', {
  id: text('Identifier', 'The identity itself.'),
  authenticatedState: choice('Authenticated state', 'Whether the person had signed in.', {
    ambiguous: 'Ambiguous',
    authenticated: 'User Authenticated',
    loggedOut: 'User Logged Out',
  }),
  primary: flag('Primary', 'Whether this is the main identity.'),
});

const behaviors: StandardResource[] = [
  standardResource({
    kind: 'behaviors',
    id: xdm.record,
    title: 'Record Schema',
    description: 'For things that are: each record says how a thing is now.',
    properties: { _id: text('Identifier', 'Id of the record.', { format: 'uri-reference' }) },
  }),
  standardResource({
    kind: 'behaviors',
    id: xdm.timeSeries,
    title: 'Time-series Schema',
    description: 'For things that happen: each record says what happened at one moment.',
    properties: {
      _id: text('Identifier', 'Id of the event.', { format: 'uri-reference' }),
      timestamp: dateTime('Timestamp', 'When it happened.'),
      eventType: text('Event Type', 'What kind of event it is.', {
        'meta:enum': {
          'commerce.purchases': 'Commerce Purchases',
          'commerce.checkouts': 'Commerce Checkouts',
          'commerce.productViews': 'Commerce Product Views',
          'commerce.productListAdds': 'Commerce Product List (Cart) Adds',
          'commerce.order.refunds': 'Commerce Order Refunds',
          'web.webpagedetails.pageViews': 'Web Page Views',
          'web.webinteraction.linkClicks': 'Web Link Clicks',
        },
      }),
    },
    required: ['_id', 'timestamp'],
  }),
];

const classes: StandardResource[] = [
  standardResource({
    kind: 'classes',
    id: xdm.profile,
    title: 'XDM Individual Profile',
    description: 'Attributes and interests of one person.',
    includes: [xdm.record, xdm.auditable],
    properties: { personID: text('Person ID', 'Id of this fragment of the profile.') },
    extra: { 'meta:extends': [xdm.auditable, xdm.record], 'meta:extensible': true },
  }),
  standardResource({
    kind: 'classes',
    id: xdm.experienceEvent,
    title: 'XDM ExperienceEvent',
    description: 'What a person did or met, with the moment and the circumstances.',
    includes: [xdm.timeSeries, xdm.identityMap],
    properties: {
      eventMergeId: text('ExperienceEvent merge ID', 'Joins events that are the same event.'),
      producedBy: choice(
        'Produced By',
        'Who caused the event.',
        {
          self: 'Self',
          system: 'System',
          salesRef: 'Sales Representative',
          customerRep: 'Customer Representative',
        },
        false,
      ),
    },
    extra: { 'meta:extends': [xdm.timeSeries, xdm.identityMap], 'meta:extensible': true },
  }),
];

const all: StandardResource[] = [
  ...behaviors,
  ...classes,
  identityItem,
  ...personDataTypes,
  ...consentDataTypes,
  ...commerceDataTypes,
  ...subscriptionDataTypes,
  ...profileFieldGroups,
  ...eventFieldGroups,
];

/** Every standard class, behaviour, data type and field group of the global container. */
export function standardResources(): readonly StandardResource[] {
  return all;
}
