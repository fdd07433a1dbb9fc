import {
  choice,
  dataType,
  dateTime,
  decimal,
  deprecated,
  type Fields,
  fieldGroup,
  flag,
  group,
  list,
  map,
  type StandardResource,
  text,
  use,
  whole,
} from './field-builders';
import { xdm } from './standard-ids';

const optOut = (channel: string) =>
  group(`Additional Details for ${channel} Opt Out`, `Why and when the person opted out of ${channel}.`, {
    optOutReason: text('Opt Out Reason', 'Why the person opted out.'),
    optOutDate: dateTime('Opt Out Date', 'When the person opted out.'),
  });

/** What one kind of loyalty reward has in common with the others. */
function reward(what: string, more: Fields = {}): Fields {
  return {
    id: text(`${what} ID`, `Id of the ${what.toLowerCase()}.`),
    name: text(`${what} Name`, `Name of the ${what.toLowerCase()}.`),
    series: text(`${what} Series`, 'Series that it belongs to.'),
    startDate: dateTime(`${what} Start Date`, 'When it begins.'),
    endDate: dateTime(`${what} End Date`, 'When it ends.'),
    state: text(`${what} State`, 'Where it stands now.'),
    ...more,
  };
}

const loyalty: Fields = {
  joinDate: dateTime('Program Join Date', 'When the person joined the programme.'),
  loyaltyID: list('Program ID', 'Ids of the person in loyalty programmes.', text('')),
  points: decimal('Program Points Balance', 'Points that the person has now.'),
  pointsExpiration: list(
    'Points Expiration',
    'Points that will be lost, by date.',
    group('', undefined, {
      pointsExpiring: decimal('Points Expiring', 'How many points will be lost.'),
      pointsExpirationDate: dateTime('', 'When they will be lost.'),
    }),
  ),
  pointsRedeemed: decimal('Points Redeemed', 'Points that were spent.'),
  program: text('Program Name', 'Name of the programme.'),
  upgradeDate: deprecated(text('Upgrade Date', 'Predecessor of the tier upgrade date.')),
  tierUpgradeDate: dateTime('Tier Upgrade Date', 'When the person rose to the present tier.'),
  status: text('Status', 'Whether the membership is active.'),
  tier: text('Tier', 'Level inside the programme.'),
  nextTier: text('Next Tier', 'Level that comes next.'),
  pointsToNextTier: decimal('Points To Next Tier', 'Points that are still missing.'),
  tierExpiryDate: dateTime('Tier Expiry Date', 'When the present tier ends.'),
  adjustedPoints: decimal('Adjusted Points', 'Points corrected by hand.'),
  expiredPoints: decimal('Expired Points', 'Points that were lost.'),
  lifetimePoints: decimal('Lifetime Points', 'All points ever earned.'),
  lifetimePurchases: decimal('Lifetime Purchases', 'Value of everything ever bought.'),
  promisedPoints: decimal('Promised Points', 'Points not yet credited.'),
  returnedPoints: decimal('Returned Points', 'Points given back after returns.'),
  cardsDetails: list(
    'Loyalty Cards Details',
    'The cards of the person.',
    group('', undefined, {
      number: text('Card Number', 'Number on the card.'),
      series: text('Card Series', 'Series of the card.'),
      status: text('Card Status', 'Whether the card works.'),
    }),
  ),
  challenges: list(
    'Loyalty Challenges',
    'Challenges that the person takes part in.',
    group('', undefined, {
      ...reward('Challenge'),
      description: text('Challenge Description', 'What is to be done.'),
      frequencyType: text('Frequency Type', 'How often it repeats.'),
      tasks: list(
        'Challenge Tasks',
        'Parts of the challenge.',
        group('', undefined, {
          name: text('Task Name', 'What this part is called.'),
          type: text('Task Type', 'What kind of part it is.'),
          entity: text('Task Entity', 'What it is about.'),
          goal: decimal('Task Goal', 'Value to reach.'),
          progress: decimal('Task Progress', 'Value reached so far.'),
          startDate: dateTime('Task Start Date', 'When it begins.'),
          endDate: dateTime('Task End Date', 'When it ends.'),
          state: text('Task State', 'Where it stands now.'),
        }),
      ),
    }),
  ),
  rewards: group('Loyalty Rewards', 'What the person has won.', {
    badges: list('Achievement Badges', 'Badges of the person.', group('', undefined, reward('Badge'))),
    coupons: list(
      'Loyalty Coupons',
      'Coupons of the person.',
      group(
        '',
        undefined,
        reward('Coupon', {
          discountValue: decimal('Discount Value', 'What the coupon saves.'),
          redemptionCount: whole('Redemption Count', 'How often it was used.'),
          redemptionLimit: whole('Redemption Limit', 'How often it may be used.'),
          storeName: text('Store Name', 'Where it can be used.'),
        }),
      ),
    ),
    giveaways: list(
      'Loyalty Giveaways',
      'Presents for the person.',
      group(
        '',
        undefined,
        reward('Giveaway', {
          partnerId: text('Partner ID', 'Id of the partner that gives it.'),
          partnerName: text('Partner Name', 'Name of the partner that gives it.'),
          type: text('Giveaway Type', 'What kind of present it is.'),
        }),
      ),
    ),
    referrals: list(
      'Referral Rewards',
      'Rewards for bringing others.',
      group('', undefined, reward('Referral', { recipient: text('Referral Recipient', 'Who was brought.') })),
    ),
  }),
};

const contact: Fields = {
  homeAddress: use(xdm.address, 'Home Address', 'Where the person lives.'),
  personalEmail: use(xdm.emailAddress, 'Personal Email', 'Private mailbox.'),
  homePhone: use(xdm.phoneNumber, 'Home Phone', 'Number at home.'),
  mobilePhone: use(xdm.phoneNumber, 'Mobile Phone', 'Number of the mobile.'),
  faxPhone: use(xdm.phoneNumber, 'Fax Phone', 'Number of the fax.'),
  shippingAddressPhone: use(xdm.phoneNumber, 'Shipping Address Phone', 'Number at the shipping address.'),
  billingAddressPhone: use(xdm.phoneNumber, 'Billing Address Phone', 'Number at the billing address.'),
  shippingAddress: use(xdm.address, 'Shipping Address', 'Where goods go.'),
  billingAddress: use(xdm.address, 'Billing Address', 'Where bills go.'),
  mailingAddress: use(xdm.address, 'Mailing Address', 'Where letters go.'),
};

/** The field groups that extend a person's profile. */
export const profileFieldGroups: StandardResource[] = [
  dataType(xdm.optInOut, 'OptInOut', 'Predecessor of the consent fields.', {
    globalOptout: deprecated(flag('Global Opt-out', 'Whether no channel may be used.')),
    optOutDetails: deprecated(
      group('', undefined, {
        email: optOut('Email'),
        phone: optOut('Phone'),
        fax: optOut('Fax'),
        'direct-mail': optOut('Direct-Mail'),
      }),
    ),
  }),
  fieldGroup(
    xdm.profileDemographic,
    'Demographic Details',
    'Who the person is: name, birth, gender.',
    [xdm.profile, xdm.experienceEvent],
    { person: use(xdm.person, 'Person', 'The human being behind the record.') },
  ),
  fieldGroup(
    xdm.profileContact,
    'Personal Contact Details',
    'How to reach the person in private.',
    [xdm.profile, xdm.experienceEvent],
    contact,
  ),
  fieldGroup(xdm.profileWork, 'Work Contact Details', 'How to reach the person at work.', [xdm.profile], {
    workAddress: use(xdm.address, 'Work Address', 'Where the person works.'),
    workEmail: use(xdm.emailAddress, 'Work Email', 'Mailbox at work.'),
    workPhone: use(xdm.phoneNumber, 'Work Phone', 'Number at work.'),
    organizations: list('Organizations', 'Where the person works, by name.', text('')),
  }),
  fieldGroup(
    xdm.profilePreferences,
    'Preference Details',
    'Language and habits of the person.',
    [xdm.profile],
    {
      preferredLanguage: text('Preferred language', 'IETF language tag, such as en-US.'),
      profilePictureLink: text('Profile picture link', 'Picture of the person.'),
      timeZone: text('Time zone', 'IANA name of the time zone.'),
      emailFormat: choice(
        'Email format',
        'How messages should look.',
        { html: 'Rich text', plaintext: 'Plain text' },
        false,
      ),
      optInOut: deprecated(use(xdm.optInOut, 'OptInOut', 'Predecessor of the consent fields.')),
    },
  ),
  fieldGroup(xdm.profileConsents, 'Consents and Preferences', 'What the person allows.', [xdm.profile], {
    consents: use(xdm.consents, 'Consents and Preferences', 'All choices of the person.'),
  }),
  fieldGroup(xdm.profileLoyalty, 'Loyalty Details', 'Membership in a loyalty programme.', [xdm.profile], {
    loyalty: group('Loyalty', 'Membership in a loyalty programme.', loyalty),
  }),
  fieldGroup(
    xdm.profileSubscriptions,
    'Subscription Details',
    'Services that the person pays for.',
    [xdm.profile],
    {
      subscriptions: list('Subscriptions', 'The services.', use(xdm.subscription, '')),
    },
  ),
  fieldGroup(
    xdm.identityMap,
    'IdentityMap',
    'Identities of the end user, by namespace.',
    [xdm.record, xdm.timeSeries],
    {
      identityMap: map(
        '',
        'Lists of identities by the code of their namespace.',
        list('', undefined, use(xdm.identityItem, '')),
      ),
    },
  ),
  fieldGroup(
    xdm.sourceAuditDetails,
    'External Source System Audit Details',
    'When the record changed in the system it comes from.',
    [xdm.record, xdm.timeSeries],
    {
      extSourceSystemAudit: use(
        xdm.sourceAudit,
        'External Source System Audit Properties',
        'Dates and users of the other system.',
      ),
    },
  ),
];
