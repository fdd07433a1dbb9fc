import {
  choice,
  dataType,
  date,
  dateTime,
  decimal,
  deprecated,
  flag,
  group,
  type StandardResource,
  text,
  use,
  whole,
} from './field-builders';
import { xdm } from './standard-ids';

const usable = {
  active: 'Active',
  incomplete: 'Incomplete',
  pending_verification: 'Pending verification',
  blacklisted: 'Blacklisted',
  blocked: 'Blocked',
};

const twoLetters = { pattern: '^[A-Z]{2}$' };

/** Who a person is and how to reach them: name, person, postal address, e-mail address, phone number and audit. */
export const personDataTypes: StandardResource[] = [
  dataType(xdm.personName, 'Person name', 'The parts of a personal name.', {
    firstName: text('First name', 'The name that comes first where the person lives, often the given name.'),
    lastName: text('Last name', 'The name that comes last where the person lives, often the family name.'),
    middleName: text('Middle name', 'Names between the first and the last.'),
    courtesyTitle: text('Courtesy title', 'Form of address such as Ms, Mr or Dr.'),
    suffix: text('Suffix', 'What follows the name, such as Jr or PhD.'),
    fullName: text('Full name', 'The whole name as it is usually written.'),
  }),
  dataType(xdm.person, 'Person', 'A human being: name, birth and civil status.', {
    name: use(xdm.personName, 'Full name', 'The name of the person in its parts.'),
    birthDate: date('Birth date(YYYY-MM-DD)', 'Day, month and year of birth.'),
    birthDayAndMonth: text('Birth date (MM-DD)', 'Birthday without the year.', {
      pattern: '[0-1][0-9]-[0-9][0-9]',
    }),
    birthYear: { ...whole('Birth year', 'Year of birth with its century.'), minimum: 1, maximum: 32767 },
    gender: choice('Gender', 'The gender that the person identifies with.', {
      male: 'Male',
      female: 'Female',
      not_specified: 'Not Specified',
      non_specific: 'Non-specific',
    }),
    maritalStatus: choice('Marital Status', 'Whether the person lives with a partner in law.', {
      married: 'Married',
      single: 'Single',
      divorced: 'Divorced',
      widowed: 'Widowed',
      not_specified: 'Not Specified',
    }),
    nationality: text('Nationality', 'ISO 3166-1 alpha-2 code of the nationality.', twoLetters),
    type: text('Type', 'What kind of customer the person is, for example B2B or B2C.'),
    taxId: deprecated(text('Tax ID', 'Number under which the person pays taxes.')),
  }),
  dataType(xdm.auditable, 'Auditable', 'Who wrote a record and when.', {
    repositoryCreatedBy: text('Created by user identifier', 'Id of the user that made the record.'),
    repositoryLastModifiedBy: text(
      'Modified by user identifier',
      'Id of the user that changed the record last.',
    ),
    createdByBatchID: text('Created by batch identifier', 'Catalog batch that first brought the record.', {
      format: 'uri-reference',
    }),
    modifiedByBatchID: text('Modified by batch identifier', 'Catalog batch that changed the record last.', {
      format: 'uri-reference',
    }),
    _repo: group('', undefined, {
      createDate: dateTime('', 'When the repository received the record.'),
      modifyDate: dateTime('', 'When the record last changed in the repository.'),
      discardDate: dateTime('', 'When the record was put in the bin.'),
      expires: dateTime('', 'When the record is to be removed.'),
      lastPublishedTime: text('', 'When the record was last published.'),
    }),
  }),
  dataType(
    xdm.address,
    'Postal address',
    'Where mail or goods can be sent.',
    {
      _id: text('Coordinates ID', 'Id of the point on the map.', { format: 'uri-reference' }),
      _schema: group('', undefined, {
        description: text('Description', 'What is found at the coordinates.'),
        latitude: { ...decimal('Latitude', 'Degrees north of the equator.'), minimum: -90, maximum: 90 },
        longitude: { ...decimal('Longitude', 'Degrees east of Greenwich.'), minimum: -180, maximum: 180 },
        elevation: decimal('Elevation', 'Metres above the WGS84 datum.'),
      }),
      countryCode: text('Country code', 'ISO 3166-1 alpha-2 code of the country.', twoLetters),
      stateProvince: text('State or province', 'ISO 3166-2 code of the subdivision.', {
        pattern: '^[A-Z]{2}-[A-Z0-9]{1,3}$',
      }),
      city: text('City', 'Town or city.'),
      postalCode: text('Postal code', 'Postal or ZIP code.'),
      dmaID: whole('Designated market area', 'Television market by number.'),
      msaID: whole('Metropolitan statistical area', 'Statistical area of the United States by number.'),
      primary: flag('Primary', 'Whether this is the main address of the person.'),
      label: text('Label', 'A name for the address.'),
      street1: text('Street 1', 'First line: street, number, flat.'),
      street2: text('Street 2', 'Second line.'),
      street3: text('Street 3', 'Third line.'),
      street4: text('Street 4', 'Fourth line.'),
      region: text('Region', 'County or district.'),
      postOfficeBox: text('Post office box', 'Number of the box.'),
      country: text('Country', 'Country as a free text.'),
      state: text('State', 'State as a free text.'),
      status: choice('Status', 'Whether the address can be used.', usable, false),
      statusReason: text('Status reason', 'Why the address has its status.'),
      lastVerifiedDate: date('Last verified date', 'When the address was last confirmed.'),
    },
    [xdm.auditable],
  ),
  dataType(xdm.emailAddress, 'Email address', 'A mailbox and what is known about it.', {
    primary: flag('Primary', 'Whether this is the main e-mail address of the person.'),
    address: text('Address', 'The address itself, such as name@example.com.', { format: 'email' }),
    label: text('Label', 'A name shown with the address.'),
    type: choice(
      'Type',
      'What the person uses the mailbox for.',
      { unknown: 'Unknown', personal: 'Personal', work: 'Work', education: 'Education' },
      false,
    ),
    status: choice('Status', 'Whether the address can be used.', usable, false),
    statusReason: text('Status reason', 'Why the address has its status.'),
  }),
  dataType(xdm.phoneNumber, 'Phone number', 'A number to call and what is known about it.', {
    primary: flag('Primary', 'Whether this is the main number of its kind.'),
    countryCode: text('Country Calling Code', 'Calling code of the country, digits only.', {
      pattern: '^[0-9]{1,3}?$',
    }),
    number: text('Number', 'The number as text: it may begin with zeros or hold other signs.'),
    extension: text('Extension', 'Number inside a company exchange.'),
    status: choice(
      'Status',
      'Whether the number can be used.',
      { active: 'Active', incomplete: 'Incomplete', blacklisted: 'Blacklisted', blocked: 'Blocked' },
      false,
    ),
    statusReason: text('Status reason', 'Why the number has its status.'),
    validity: choice(
      'Validity',
      'How far the number has been checked.',
      {
        consistent: 'Consistent',
        inconsistent: 'Inconsistent',
        incomplete: 'Incomplete',
        successfullyUsed: 'Successfully used',
      },
      false,
    ),
  }),
  dataType(xdm.b2bSource, 'Source key', 'Names one record of one external system.', {
    sourceType: text('Source Type', 'Organisation or instance that the record comes from.'),
    sourceInstanceID: text('Source Instance ID', 'Platform that holds the record.'),
    sourceID: text('Source ID', 'Id of the record in its platform.'),
    sourceKey: text('Source Key', 'Type, instance and id joined into one key.'),
  }),
  dataType(
    xdm.sourceAudit,
    'External source system audit',
    'When and by whom a record changed in its own system.',
    {
      createdBy: text('Created By', 'User that made the record.'),
      createdDate: dateTime('Created Date', 'When the record was made.'),
      lastUpdatedBy: text('Last Updated By', 'User that changed the record last.'),
      lastUpdatedDate: dateTime('Last Updated Date', 'When the record last changed.'),
      lastActivityDate: dateTime('Last Activity Date', 'When something last happened to the record.'),
      lastReferencedDate: dateTime('Last Referenced Date', 'When another record last pointed to it.'),
      lastViewedDate: dateTime('Last Viewed Date', 'When somebody last looked at it.'),
      externalID: text('External ID', 'Id under which the other system knows the record.'),
      externalKey: use(xdm.b2bSource, 'External Key', 'Key under which the other system knows the record.'),
    },
  ),
];
