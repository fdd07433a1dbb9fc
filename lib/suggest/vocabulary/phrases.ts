const made = 'created made inserted entered added recorded captured submitted'.split(' ');
const changed = 'updated modified changed edited altered amended revised'.split(' ');

/** Every usual way of saying when and by whom a record was made or changed last, from the verbs that say so. */
function auditPhrases(verbs: readonly string[], last: string): string {
  const [date, by] = last === '' ? ['created date', 'created by'] : ['last updated date', 'last updated by'];
  const said = verbs.flatMap((verb) => (last === '' ? [verb] : [verb, `last ${verb}`, `${verb} last`]));
  const dates = said.flatMap((verb) =>
    ['at', 'on', 'date', 'time', 'date time', 'timestamp', 'when'].map((end) => `${verb} ${end}`),
  );
  const actors = said.flatMap((verb) =>
    [
      'by',
      'by id',
      'by user',
      'by user id',
      'by name',
      'by login',
      'by person',
      'user',
      'user id',
      'who',
    ].map((end) => `${verb} ${end}`),
  );
  const turned = said.flatMap((verb) => [`date ${verb}`, `time ${verb}`]);
  return `${[...dates, ...turned].join(', ')} => ${date}\n${actors.join(', ')} => ${by}\n`;
}

/**
 * Word sequences of everyday data and the words XDM uses for the same; `phrases => words`. Longer phrases win. Both
 * sides of a match are rewritten, so that a target which says it the everyday way still meets.
 */
export const phrases = `
e mail => email
email address 1, email 1 => email address
email address 2, email 2 => email 2
email address 3, email 3 => email 3
business mail, work mail, office mail, company mail, corporate mail => work email
private mail, personal mail => personal email
mail address, email addr, email address, e mail address => email address
given name, christian name, name first, first nm => first name
family name, name last, last nm, sur name => last name
name full, complete name, display name => full name
date of birth, birth day, birth dt, date birth, day of birth => birth date
year of birth => birth year
place of birth => birth place
postal, post code, zip code, zip postal code, postal zip, code postal, postal code zip, zip postal => postal code
cellular number, cellular phone, cell phone, mobile number, mobile phone number, mobile no, cell number, mobile telephone, phone mobile, phone cell, phone portable => mobile phone
phone number, phone no => phone
fax number, fax phone, phone fax, fax phone number => fax
home phone number, phone home, private phone => home phone
work phone number, phone work, business phone, office phone, phone business, phone office => work phone
web site, web address, web url, website url, site url, web site url, company url => website
home page => homepage
postal street, mail street => mailing street
postal city, postal town => mailing city
postal state, postal region, postal county, postal province => mailing state
postal country, postal nation => mailing country
goods in, deliver to, delivered to, ship to, shipped to => shipping
bill to, billed to, invoice to => billing
head office => headquarters
head office id, headquarters id => parent account id
page url, url page, page address, page location, page uri, page link => page url
log in => login
sign up => signup
text message, text messages, text messaging, text messages sms => sms
text optin, text opt in => sms optin
text consent => sms consent
allow text, accept text, text allow, text permission, text marketing => sms consent
allow call, accept call => call consent
allow push, accept push => push consent
allow email, accept email => email consent
allow post, accept post, allow letter => postal mail consent
opt in => optin
email refused, email declined, stop email, suppress email, no email, refuse email, no e mail, decline email, object email => donot email
fax refused, stop fax, no fax, refuse fax => donot fax
call refused, phone refused, stop call, no call, no phone, refuse call, refuse phone, no telephone => donot call
sms refused, text refused, stop sms, stop text, no sms, no text, refuse sms, no text message => donot sms
no mail, no postal mail, no post, refuse mail, no letter => donot postal mail
no bulk mail, no mass mail, no bulk email, no mass email, no marketing, refuse marketing, no contact, refuse contact => donot market
do not, dont, not allow => donot
street address, address line 1, address line one, street line 1, line 1, line1, street name, street 1, address 1, address street, addr line 1, street address 1, street1, address line1 => street 1
address line 2, address line two, street line 2, line 2, line2, street 2, address 2, street address 2, street2, address line2 => street 2
address line 3, street line 3, line 3, line3, street 3, address 3, street3, address line3 => street 3
address line 4, line 4, line4, street 4, street4 => street 4
po box, p o box, post box, pob => post office box
state or province, state province, province state, state region => state province
created at, created on, create date, creation date, date created, create time, creation time, created time, created timestamp, date added, added at, added on, date entered, created date, inserted at, created date time, record created, create timestamp, entered on => created date
updated at, updated on, modified at, modified on, modified date, modification date, date modified, date updated, last modified, last modified date, last modified at, last modified on, last updated, last updated at, last updated date, last update, last update date, last changed, changed at, changed on, last change, last change date, update date, update time, update timestamp, modify date, last edited, last edit, last edit date, edit date, last edited at, last edited on, edit time, modified date time, modified time, last modification date, last modification, updated date, last modified time, last modified timestamp, last updated time, change date => last updated date
user created, created by login, creation user, created user, created by id, record creator id, record creator, creator id, creator name, created by person, inserted by, opened by, creator, created by user, created by name, author, record creator, entered by, added by => created by
user changed, user modified, user updated, changed user, modified user, updated user, change user, modification user, update user, modified by, editor, editor id, last editor id, changer, last changer, updater, updated by id, last updated by id, changed by id, last changed by id, last modified by name, last modified by, last modified by id, modified by id, updated by, last updated by, changed by, last changed by, last editor, edited by, modified by user, last modifier, updated by user => last updated by
last activity, last activity at, touched last, seen last, contacted last, active last, last contact, last contact date, last contacted date, last contacted at, last contacted on, last seen at, last seen date, last activity time, last active at, last active, last seen, last touched, last contacted, last interaction, last engagement, last touch => last activity date
last viewed, viewed last, viewed last on, opened last, opened last on, opened last at, viewed last at, last viewed date, last opened, last opened on, last view, last view date, last opened at => last viewed date
last referenced, last referenced at, last referenced date => last referenced date
is deleted, deleted flag, soft deleted, deleted, is removed, is archived, mark for deletion, marked deleted, delete flag => deleted
external id, ext id, ext reference, ext ref, external reference, foreign id, foreign key, outside id, third party id, legacy id, legacy number, legacy code, old id, old number, external number, external code => external id
employee count, number of employees, number employees, employees, no of employees, num employees, employee number total, employees count, employee size, staff count, company size, total employees => employee count
annual revenue, yearly revenue, revenue annual, annual sales, annual sale => annual revenue
job title, job position, job role, job function, position title => job title
lead source, source of lead, heard via, heard from, heard about, heard about us, how heard, came via, found via, found us via => lead source
close date, closed date, closed at, closed on, close at, close time, date closed => close date
expected close date, closing date, closes on, closing on, estimated close date, target close date, planned close date, est close date, forecast close date, projected close date => expected close date
actual close date, real close date, actual closed date => actual close date
start date, start time, starts at, starts on, started at, begin date, start at, start on, date start, from date, beginning date, valid from, launch date, actual start, proposed start, planned start, scheduled start => start date
end date, end time, ends at, ends on, ended at, finish date, end at, end on, date end, to date, until date, actual end, proposed end, planned end, scheduled end => end date
expiration date, expiry date, expires at, expires on, expires, expire date, valid until, valid to, expiration => expiration date
joined at, joined on, join date, joined date, date joined, member since, enrolled at, enrollment date, enrolment date, enrolled on, signup date, signed up at, date of joining, membership start, registered at, registration date, customer since => join date
time zone => timezone
operating system, os name, operating system name => operating system
os version, operating system version => operating system version
user agent, browser string, agent string => useragent
pay status, pay state => payment status
pay method, pay type => payment method
web browser => browser
search term, search query, search phrase, search keyword, search keywords, search string, search word, keywords, internal search term => search keywords
ref url, reference url, came from url, referring url, referrer url, referring page, referral url, http referrer, referrer page, referring site => referrer url
link url, clicked url, click url, clicked link, link clicked, target url, url clicked => link url
order number, order no, order reference, order ref, order code, purchase number => order id
order total, order amount, order value, order revenue, order sum, purchase total, purchase amount => order total amount
grand total, total price, price total, total amount, amount total, total value, basket value, total paid => total amount
iso country code, country iso, country iso code, country code iso, iso country => country code
state code, province code, state iso, state iso code, region code => state code
currency code, currency iso code, iso currency code, currency iso, currency type, iso currency => currency code
sic code, sic => sic code
naics code, naics => naics code
sic text, sic name, sic label => sic description
naics text, naics name, naics label => naics description
black listed, black list, block listed => blacklisted
turned customer, became customer, turned into customer => converted
turned customer on, turned customer at, became customer on, became customer at => converted date
duns number, d u n s number, d u n s, duns => duns number
ticker, stock symbol, stock ticker, ticker symbol, trading symbol => ticker symbol
linkedin url, linkedin, linkedin page, linked in => linkedin url
twitter, twitter url, twitter handle, twitter name, twitter account, twitter user => twitter handle
facebook, facebook url, facebook page => facebook url
number of, no of, num of => count
i p => ip
ip v 4, ip v4, ipv 4, ip 4 => ipv4
ip v 6, ip v6, ipv 6, ip 6 => ipv6
b 2 b => b2b
marketing cloud visitor id, marketing cloud id, experience cloud id, ecid => experience cloud id
sub status, sub state => subscription status
sub start, sub start date, sub begin => subscription start date
sub end, sub end date => subscription end date
sub id => subscription id
sub type => subscription type
sub term => subscription term
sub plan => subscription plan
year to date => ytd
geo location => geo
line ln 1, address ln 1, ln 1 => street 1
address ln 2, ln 2 => street 2
address ln 3, ln 3 => street 3
st code, st province => state province
grand sum => total amount
line item => product
product code, product id, item id, item number, item code, article number, product number, item sku, product sku, article id => product sku
preferred language, language preference, preferred locale, language code, locale code => language
profile picture, profile photo, avatar, profile image, photo url, picture url, avatar url, image url => photo url
parent account, parent company, parent organization, parent customer, holding company => parent account
reports to, line manager, supervisor, report to => reports to
opt out, opted out, optout, unsubscribed, unsubscribe => unsubscribe
geo long => geo longitude
data subject => person
unsub => unsubscribe
country region, country or region => country
street and number, street and house number, street and no => street 1
double optin, double opt in => double optin
screen w => screen width
screen h => screen height
viewport w, window w, browser w => viewport width
viewport h, window h, browser h => viewport height
head count => employee count
edited at, edited on, edited date, altered at, altered on, amended on => last updated date
metro, metro area, metro code, metropolitan area => market area
ref type, reference type, referring type, referral type => referrer type
search result, search results, results found, search hits => search result count
epoch, epoch time, unix time, unix timestamp, epoch ms, epoch second => timestamp
timezone offset minute, timezone offset min, gmt offset => timezone offset
next step => next step
color depth, colour depth, bit depth => color depth
chance percentage, chance percent, chance of success, win chance, win prob, success probability, probability pct, win probability, close probability, probability percentage, probability percent, closing probability, likelihood => probability
next step, next action, follow up, followup, next activity, next steps => next step
forecast category => forecast category
${auditPhrases(made, '')}${auditPhrases(changed, 'last')}`;
