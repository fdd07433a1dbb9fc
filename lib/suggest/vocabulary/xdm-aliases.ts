/** The usual names of a consent to one way of contact, of when it was given and of why it was taken back. */
function consentNames(field: string, ways: readonly string[]): string {
  const said = (endings: readonly string[], beginnings: readonly string[] = []) =>
    ways
      .flatMap((way) => [
        ...endings.map((ending) => `${way} ${ending}`),
        ...beginnings.map((beginning) => `${beginning} ${way}`),
      ])
      .join('; ');
  const given = [
    'consent',
    'optin',
    'permission',
    'marketing',
    'marketing consent',
    'marketing optin',
    'marketing status',
    'marketing permission',
    'consent status',
    'optin status',
    'subscription status',
    'subscribed',
    'unsubscribe',
    'allowed',
    'notification',
    'notification status',
    'preference',
    'contact allowed',
  ];
  const since = [
    'consent date',
    'optin date',
    'optin time',
    'permission date',
    'unsubscribe date',
    'consent updated date',
    'consent last updated date',
    'marketing last updated date',
    'marketing consent date',
    'marketing optin date',
    'subscription date',
  ];
  const reasons = ['unsubscribe reason', 'consent reason', 'optin reason'];
  return [
    `marketing.${field}.val: ${said(given, ['donot', 'allow', 'accept', 'receive', 'contact by', 'want'])}`,
    `marketing.${field}.time: ${said(since, ['allow since', 'since allow'])}`,
    `marketing.${field}.reason: ${said(reasons)}`,
  ].join('\n');
}

const consentAliases = [
  consentNames('email', ['email', 'newsletter']),
  consentNames('sms', ['sms', 'text message']),
  consentNames('push', ['push', 'push notification', 'app push']),
  consentNames('call', ['call', 'phone']),
  consentNames('postalMail', ['postal mail', 'direct mail', 'post', 'letter']),
  consentNames('fax', ['fax']),
  consentNames('whatsApp', ['whatsapp', 'whats app']),
].join('\n');

/**
 * Everyday names of XDM's own fields: `end of the path: names`. The first segment matches the end of a name
 * (`Address.city` covers `homeAddress.city`), the others match whole. Written from the descriptions of the standard
 * schemas and from general usage; where several fields could take the same name, context decides.
 */
export const xdmAliases = `
${consentAliases}
name.firstName: first name; given name
name.lastName: last name; family name
name.middleName: middle name; middle initial; second name
name.courtesyTitle: salutation; courtesy title; name prefix; honorific; honorific title; prefix; form of address
name.suffix: suffix; name suffix
name.fullName: full name; name; display name; contact name; complete name; contact person
assistantDetails.name.fullName: assistant; assistant name; assistant full name
assistantDetails.phone.number: assistant phone; assistant phone number
person.birthDate: birth date; birthday; born date
person.birthYear: birth year
person.birthDayAndMonth: birthday; birth day and month
person.gender: gender; sex
person.maritalStatus: marital status; family status; civil status; marital state; marital code; marital
person.nationality: nationality; citizenship
person.taxId: tax id; tax number; vat id; vat number
personalEmail.address: email; email id; email address; personal email; private email; home email; secondary email; email 2
workEmail.address: email; email id; email address; work email; business email; company email; office email
Phone.number: phone; phone number
workPhone.number: phone; direct dial; direct line; work phone; business phone; office phone; direct phone; main phone; office number; business number; work telephone
mobilePhone.number: phone; mobile phone; mobile; cell
homePhone.number: phone; home phone; private phone; landline; evening phone; landline phone
faxPhone.number: fax; fax number
otherPhone.number: other phone; alternate phone; additional phone; alternative phone; secondary phone; second phone
accountPhone.extension: main phone extension; phone extension
Phone.extension: phone extension; extension
Phone.countryCode: phone country code; dialing code; calling code
Fax.number: fax; fax number
Address.street1: street; street 1; address; house street
Address.street2: addition; address addition; street 2; address supplement; apartment; suite
Address.street3: street 3
Address.street4: street 4
address.street1: street; street 1; address
address.street2: street 2; apartment; suite
address.street3: street 3
Address.city: city; town; place; suburb; city name
Address.state: state; region; state name
Address.stateProvince: state province; state code; province; state
address.stateProvince: state province; state code; province; state
geo.stateProvince: state; region; state province; province
Address.postalCode: postal code
Address.country: country; country name; country region; country or region
Address.countryCode: country code; country iso; country
address.countryCode: country code; country
geo.countryCode: country; country code
geo.city: city; visitor city; town
geo.postalCode: postal code
geo.dmaID: dma; market area; dma code; market area
geo._schema.latitude: latitude; geo latitude
geo._schema.longitude: longitude; geo longitude
Address._schema.latitude: latitude; geo latitude
Address._schema.longitude: longitude; geo longitude
Address.postOfficeBox: post office box
Address.region: region; county; district
extendedWorkDetails.jobTitle: job title; function; job; position; occupation; profession; role; designation; job name; professional title; business title
extendedWorkDetails.departments: department; division; department name
extendedWorkDetails.reportsToID: reports to; reports to id; manager id; supervisor id; boss; superior id
extendedWorkDetails.photoUrl: photo url; photo; picture
b2b.companyName: company; company name; organization name; account name; employer; parent customer name
b2b.companyWebsite: website; company website; company url
b2b.personStatus: status; lead status; contact status; person status; lifecycle stage; status code; lead stage; lead state; lead phase; funnel stage; funnel state; qualification status; lifecycle status
b2b.personSource: lead source; source; origin; person source; acquisition source; original source; contact source; lead origin; contact origin; how acquired
b2b.personScore: score; lead score; person score; contact score; lead rating; lead points; lead grade
b2b.personType: person type; contact type; lead type; type; customer type
b2b.personGroupID: person group id; group id
b2b.isConverted: is converted; converted; qualified
b2b.convertedDate: converted date; conversion date; converted on; qualified date; converted at
b2b.convertedContactID: converted contact id; converted contact; contact after conversion
b2b.isBlocked: blocked; is blocked; blacklisted; blocklisted; hold
b2b.blockedCause: blocked cause; blocked reason; blacklisted cause; blacklist reason; block reason
b2b.isMarketingSuspended: marketing suspended; marketing on hold; marketing paused; mailings paused; mailings suspended
b2b.marketingSuspendedCause: marketing suspended cause; marketing suspended reason; suspension reason; marketing paused reason; mailings paused reason
extSourceSystemAudit.createdDate: created date; created; captured date; recorded date; entered date; registered date
extSourceSystemAudit.createdBy: created by; captured by; recorded by
extSourceSystemAudit.lastUpdatedDate: last updated date; updated; modified; changed; last modified; system modification stamp; system modified stamp
extSourceSystemAudit.lastUpdatedBy: last updated by
extSourceSystemAudit.lastActivityDate: last activity date; last activity
extSourceSystemAudit.lastReferencedDate: last referenced date
extSourceSystemAudit.lastViewedDate: last viewed date
extSourceSystemAudit.externalID: external reference; crm reference; crm id; external id; external key; legacy id; legacy key; external customer id; external account id; external contact id; external record id
budgetedCost.currencyCode: budget currency; planned cost currency; planned spend currency
actualCost.currencyCode: cost currency; spend currency; actual spend currency
expectedRevenue.currencyCode: expected revenue currency; forecast currency
b2b.convertedContactKey.sourceID: converted contact; contact after conversion
loyalty.pointsExpiration.pointsExpiring: points expiring; points expiring soon; points about to expire; expiring points
loyalty.pointsExpiration.pointsExpirationDate: points expiration date; next points expiration date; points expire date; points valid until
isDeleted: deleted; is deleted; archived; is archived
preferredLanguage: language; preferred language; communication language; correspondence language; spoken language; native language; mother tongue; default language
profilePictureLink: photo url; photo; profile picture link
timeZone: timezone; zone; time zone name
timezoneName: timezone name
emailFormat: email format; mail format; email type
optInOut.globalOptout: unsubscribe
consents.collect.val: data collection consent; collect consent; tracking consent; cookie consent; analytics consent; data collection; data collection status; collection consent; cookie optin; tracking optin; analytics optin
consents.share.val: share data consent; sharing consent; do not sell; share consent; third party consent; data sharing; data sharing status; share data; sell or share; data sale
consents.personalize.content.val: personalization consent; profiling; profiling allowed; personalization; personalize content consent; profiling consent; personalization status; personalization optin
consents.metadata.time: consent date; consent updated date; consent time; consent timestamp; preference date; last consent date; consent last updated date; preferences updated date; consent modified date; consent given date
consents.marketing.preferred: preferred channel; preferred contact method; contact preference; preferred communication channel; preferred contact channel; favorite channel; preferred way of contact; best way to contact; preferred method of contact
marketing.any.val: marketing consent; marketing optin; unsubscribe; marketing permission; donotcontact; accept marketing; gdpr consent; donot market; donot bulk mail
marketing.any.time: marketing consent date; optin date; optin time; marketing optin date; marketing permission date; unsubscribe date; consent given date; marketing consent given date; marketing agreed date; given date
marketing.any.reason: unsubscribe reason; marketing consent reason; withdrawal reason
marketing.email.val: newsletter; accept email marketing; email status; unsubscribe; unsubscribe of email; bulk email; donot bulk email
marketing.email.time: newsletter signup date
marketing.email.reason: unsubscribe reason; unsubscribe cause
marketing.sms.val: text optin
marketing.call.val: telephone consent
marketing.postalMail.val: mail consent; donot mail; postal consent; postal optin
marketing.commercialEmail.val: commercial email consent
personID: customer id; customer number; client number; guest id; guest number; user id; subscriber id
loyalty.loyaltyID: member card number; loyalty id; membership number; membership id; loyalty number; loyalty card number; member id; member number; card number; club number; loyalty member id; card id; loyalty card id; club id; club card number
loyalty.points: points; point balance; current points; loyalty points; available points; balance of points; points total; points left; remaining points
loyalty.pointsRedeemed: points redeemed; redeemed points; points spent; points used; total points spent; points spent total; points redeemed total; lifetime points redeemed; total points redeemed
loyalty.expiredPoints: expired points; points expired
loyalty.lifetimePoints: lifetime points; total points earned; points earned total; total points; all time points; points earned lifetime; points ever; points total ever; points overall
loyalty.lifetimePurchases: lifetime purchases; lifetime spend; lifetime value; total spend; total spent; total spending; spend total; overall spend; lifetime spending
loyalty.tier: tier; loyalty tier; level; membership level; loyalty level; tier name; member tier; status level; tier level; loyalty class; member level; loyalty grade
loyalty.nextTier: next tier; next level
loyalty.pointsToNextTier: points to next tier; points to next level; points missing; points missing for next level; points needed; points required; points to go
loyalty.tierExpiryDate: tier expiration date; level expiration date; tier valid until; tier end date
loyalty.tierUpgradeDate: tier upgrade date; tier since; tier start date; level since
loyalty.upgradeDate: upgrade date
loyalty.joinDate: join date; loyalty join date; membership join date; enrollment date; loyalty since; club since
loyalty.status: loyalty status; membership status; member status; loyalty membership status; member state; membership state
loyalty.program: loyalty program; program; program name; club name; loyalty program name; scheme
loyalty.returnedPoints: returned points; points returned
loyalty.promisedPoints: promised points; pending points
loyalty.adjustedPoints: adjusted points; point adjustment
userAccount.ID: user account id; user name; login name; login id; user id; login
userAccount.startDate: account start date; account created date
userAccount.status: account status; user account status
userAccount.accountType: account type; user account type
subscriptions.planName: plan; plan name; subscription plan; subscription name; tariff; tariff name; contract type
subscriptions.SKU: subscription sku; plan sku; plan code; plan id
subscriptions.startDate: subscription start date; start date; current period start; contract start date; contract start
subscriptions.endDate: subscription end date; end date; current period end; contract end date; contract end
subscriptions.term: term; contract term; contract length
subscriptions.termUnitOfTime: term unit; term period
subscriptions.status: subscription status; status; subscription state; contract status; contract state
subscriptions.contractID: contract id; contract number; subscription contract id; agreement number
subscriptions.paymentMethod: payment method; payment type; subscription payment method; pay method
subscriptions.paymentStatus: payment status; paid status
subscriptions.billingPeriod: billing period; billing interval; billing cycle; billing frequency; billed every; payment interval; payment frequency
subscriptions.billingStartDate: billing start date; first bill date; billing since; first billing date
subscriptions.chargeMethod: charge method; collection method
subscriptions.renew: renew; auto renew; renewal; renewal type; automatic renewal; prolongation; auto prolong; automatic prolongation
subscriptions.type: subscription type
subscriptions.category: subscription category; plan category
subscriptions.country: subscription country
subscriptions._id: subscription id; subscription number; contract reference
subscriptions.reason: cancel reason; cancellation reason; churn reason; subscription reason
accountName: account name; name; company name; company; organization name; legal name; business name; legal company name; firm name
accountNumber: account number; customer number; account no; client number; company number; debtor number; client code; customer code; account code; customer reference; debtor code
accountType: account type; type; customer type; relationship type; company type; account category; category; customer category; client type; account class
accountSite: account site; site; location type; branch office; office location; facility
accountDescription: description; details; summary; account description; notes; comments; company description; about
accountPhone.number: phone; account phone; main phone; company phone; switchboard; phone number
accountFax.number: fax; account fax; company fax
accountOwnerID: owner id; account owner; owner; account manager; account executive; account owner id; relationship manager; key account manager; account representative; sales representative; assigned to; responsible; responsible person; account handler
accountOwnership: public or private; ownership; ownership type; ownership code
accountScore: account score; score; fit score
accountTerritoryID: territory; territory id; sales territory; sales region; sales area; region code
accountTradeStyle: trading as; trade style; trading name; doing business as; dba; trade name; also known as; aka; alias
accountParentID: parent account; parent account id; parent id; parent company id
accountParentKey.sourceID: parent account; parent account id; parent id; parent company id; parent organization id; ultimate parent id; group company id; holding id
accountSourceType: account source; source; account origin; source type
accountID: account id; id; company id
partnerAccountID: partner account id; partner id
defaultCurrencyCode: currency code; currency; account currency; default currency
accountOrganization.industry: industry; sector; line of business; industry name; branch of industry; industry code; business sector; vertical; industry type
accountOrganization.numberOfEmployees: employee count; workforce; number of staff; personnel count; company headcount
accountOrganization.annualRevenue.amount: annual revenue; revenue; sales; annual turnover; turnover per year; revenue per year; yearly turnover; sales volume; annual income
accountOrganization.annualRevenue.currencyCode: annual revenue currency; revenue currency
accountOrganization.website: website; url; homepage; company website
accountOrganization.domain: domain; website domain; company domain; domain name
accountOrganization.primaryEmailDomain: email domain; primary email domain
accountOrganization.SICCode: sic code
accountOrganization.SICDescription: sic description
accountOrganization.NAICSCode: naics code
accountOrganization.NAICSDescription: naics description
accountOrganization.DUNSNumber: duns number
accountOrganization.tickerSymbol: stock code; exchange symbol; ticker symbol; stock symbol
accountOrganization.rating: rating; account rating; customer rating; account grade; customer grade; grade
accountOrganization.marketSegment: segment; market; market segment; customer segment
accountOrganization.logoUrl: logo; logo image; logo link; logo picture; logo url; company logo
accountOrganization.linkedinPageUrl: linkedin url; linkedin page
accountOrganization.twitterHandleUrl: twitter handle; twitter profile; twitter link
accountOrganization.facebookPageUrl: facebook url
accountOrganization.organizationType: organization type; company type; business type
opportunityName: opportunity name; name; deal name; title; topic; subject; subject line; project name; deal title
opportunityDescription: description; details; summary; opportunity description; notes; comments
opportunityType: opportunity type; type; deal type; business type; opportunity category
opportunityStage: stage; sales stage; stage name; pipeline stage; deal stage; phase; sales phase; step name; sales status; sales step; pipeline step; pipeline status
opportunityAmount.amount: amount; opportunity amount; value; deal value; deal size; estimated value; total amount; contract value; deal amount; deal sum; deal total; deal worth; volume
opportunityAmount.currencyCode: currency code; currency; deal currency
expectedRevenue.amount: expected revenue; weighted amount; weighted value; weighted revenue; forecast amount; estimated revenue
budgetedCost.amount: budget; budgeted cost; planned cost; budget amount; planned budget; allocated budget
actualCost.amount: media spend; actual cost; cost; spend; total cost; amount spent; real cost; total actual cost
probabilityPercentage: probability; win probability; chance; confidence percentage
expectedCloseDate: expected close date; close date; target close date; expected closing; closing date; decision date; expected signature; expected signature date; expected end date; anticipated close date; close by
actualCloseDate: actual close date; close date; won date; signed date; signature date; contract signed date
isClosed: is closed; closed; closed flag
isWon: is won; won; won flag; deal won; success
fiscalYear: fiscal year
fiscalQuarter: fiscal quarter
forecastCategory: forecast category; forecast type; forecast class; forecast group
forecastCategoryName: forecast category name; forecast category
lastActivityDate: last activity date
leadSource: lead source; source; origin; opportunity source; lead origin; deal origin; deal source; opportunity origin
nextStep: next step; next task; next move; todo next; todo
opportunityQuantity: quantity; total quantity; opportunity quantity; unit count; total opportunity quantity
opportunityID: opportunity id; id
personRole: role; person role; contact role; buying role; stakeholder role
opportunityPersonKey.sourceID: role id; contact role id; role key; relation id
isPrimary: primary; is primary; primary flag; primary contact; main contact; is main contact
opportunityEvent.role: role
campaignName: campaign name; name; title; campaign title
campaignType: campaign type; type; category; campaign category; type code
campaignStatus: campaign status; status; state; status reason
campaignDescription: campaign description; description; notes; remarks; details; summary; about
campaignStartDate: launch date; start date; campaign start date
campaignEndDate: close date; end date; campaign end date
expectedResponse: expected response; expected response rate; expected response percentage
campaignProgressionName: progression name; progression
channelName: channel; channel name; campaign channel
integrationPartnerName: event partner; integration partner; partner name; integration partner name
isActive: active; is active; enabled; is enabled; active flag
parentCampaignID: parent campaign id; parent id; parent campaign
parentCampaignKey.sourceID: parent campaign id; parent id; parent campaign
memberStatus: member status; status; campaign member status; response status; progression status; participation status
memberStatusReason: status reason; member status reason
hasResponded: responded; has responded; response received; is responder
firstRespondedDate: first responded date; first response date; responded date; response date; responded at; first response
hasReachedSuccess: success; reached success; is success; has reached success; goal reached
reachedSuccessDate: success date; reached success date; success at
membershipDate: membership date; join date; added date; member since; joined at
lastStatus: last status; previous status
isExhausted: exhausted; is exhausted; content exhausted
nurtureCadence: cadence; nurture cadence
nurtureTrackName: nurture track; nurture track name; track name; stream name; stream
acquiredByCampaignID: acquired by campaign id; acquired by; acquisition campaign id; source campaign id
webinarConfirmationUrl: webinar url; webinar confirmation url; confirmation url; join url; join link; confirmation link; participation link
webinarRegistrationID: webinar registration id; registration id; registration code
webinarSessionName: webinar session name; session name; webinar name
marketingListName: list name; name; marketing list name; title; segment name
marketingListDescription: list description; description; purpose; notes
marketingListID: list id; id
listOperations.listID: list id; static list id; audience list id
campaignMemberID: campaign member id; id; membership id
timestamp: timestamp; event time; event date; event timestamp; occurred at; occurred on; activity date; activity time; happened at; date time; event created date; activity timestamp; logged at; hit time; time; date; interaction time; created date; event moment; server time; log time; event day; bought date; seen date; sold date; sent date
eventType: event type; event; event name; activity type; action; action type; activity; interaction type; type; activity type name; event kind; activity kind; event class; record type; record kind
_id: event id; id; record id; activity id; unique id; hit id; log entry id; log id; entry id
producedBy: produced by
web.webPageDetails.URL: page url; url; page; current url; visited url; landing page; landing page url; document location; location
web.webPageDetails.name: page name; page title; page; document title
web.webPageDetails.siteSection: site section; section; page category; content group; page section; content category
web.webPageDetails.server: server; page server; host; host name; web server
web.webPageDetails.pageViews.value: page views; views; page view count
web.webPageDetails.isHomePage: is homepage; homepage
web.webPageDetails.isErrorPage: is error page; error page
web.webPageDetails.webPageID: web page id; page id; landing page id
web.webPageDetails.queryParameters: query parameters; query string; url parameters; query
web.webReferrer.URL: referring; came from; referrer; referrer url; previous page; previous url
web.webReferrer.type: referrer type; traffic type; traffic source type; referring type
web.webInteraction.URL: link url; destination url
web.webInteraction.linkURL: link url; link; destination url
web.webInteraction.name: link name; link text; element name; link label; interaction name
web.webInteraction.type: link type; interaction type; click type
web.webInteraction.linkID: link id
web.webInteraction.linkClicks.value: link clicks; click count; clicks
web.webInteraction.region: link region; click region
web.fillOutForm.webFormID: form id; web form id
web.fillOutForm.webFormName: form name; web form name
browserDetails.name: browser; browser name; browser type
browserDetails.vendor: browser vendor
browserDetails.version: browser version
browserDetails.userAgent: useragent; browser agent; agent; user agent string
browserDetails.acceptLanguage: accept language; browser language; language; http language
browserDetails.cookiesEnabled: cookies enabled; cookie; cookies; cookies allowed
browserDetails.javaScriptEnabled: javascript enabled; js enabled
browserDetails.javaScriptVersion: javascript version; js version
browserDetails.javaEnabled: java enabled; java
browserDetails.viewportHeight: viewport height; browser height; window height; inner height; view height
browserDetails.viewportWidth: viewport width; browser width; window width; inner width; view width
environment.operatingSystem: operating system; os; platform; platform name
environment.operatingSystemVersion: operating system version; os version; platform version
environment.ipV4: ip; ip address; client ip; ipv4; ipv4 address; remote address; visitor ip; host ip
environment.ipV6: ipv6; ipv6 address
environment.connectionType: connection type; connection; network type
environment.viewedScreen: screen name; viewed screen
environment.previousScreen: previous screen
environment.carrier: carrier; mobile carrier; network operator
environment.domain: domain; network domain; internet domain
environment.ISP: isp; internet provider; internet service provider
environment.colorDepth: color depth; colors; color
environment._dc.language: language; environment language; browser language
device.manufacturer: manufacturer; device manufacturer; device brand; device vendor; brand; device maker
device.model: model; device model; device name; phone model
device.modelNumber: model number; device model number
device.type: form factor; tablet; desktop; type mobile; type tablet; type desktop; device type; device category; device class; device
device.typeID: device type id
device.screenHeight: screen height; display height; device height
device.screenWidth: screen width; display width; device width
device.colorDepth: device color depth; screen color depth; display color depth
device.screenOrientation: screen orientation; orientation; device orientation
device.isMobileDevice: mobile device; is mobile; is mobile device
placeContext.localTime: local time; visitor time; client time; local date time
placeContext.ianaTimezone: timezone; timezone name
placeContext.localTimezoneOffset: timezone offset; timezone; utc offset; local timezone offset
marketing.trackingCode: tracking code; campaign code; utm campaign; campaign tracking code; campaign id; campaign; click id
marketing.campaignName: campaign name; utm campaign; campaign
marketing.campaignGroup: campaign group; campaign category; utm medium
search.keywords: search keywords; keyword; search; query; utm term; site search; search text
search.searchEngine: search engine; search engine name
search.pageDepth: search page; search page number; result page; search depth
search.isPaid: paid search; is paid
channel._type: channel type; channel; marketing channel
channel.typeAtSource: channel; channel name; source channel; sales channel; channel type at source
channel.mediaType: media type; medium; utm medium; campaign medium; traffic medium
channel.referringSource: utm source; campaign source; traffic source; referring source
application.name: app name; application name; application
application.version: app version; application version
application.id: app id; application id; bundle id
application.sessionLength: session length; session duration
siteSearch.query: search term; internal search; search keywords; site search query; search query; site search
siteSearch.numberOfResults: search result count; number of results; result count; search result count
commerce.order.purchaseID: order id; purchase id; transaction id; booking number; reservation number; confirmation number; order number; receipt number; sale id; sale number; transaction number; receipt id
commerce.order.purchaseOrderNumber: purchase order number; po number; purchase order
commerce.order.priceTotal: total amount; order total amount; total; amount; revenue; price; order sum; paid total; basket total; sale total; receipt total
commerce.order.currencyCode: currency code; currency; order currency; transaction currency
commerce.order.taxAmount: tax; tax amount; vat; vat amount; sales tax; total tax; order tax; order vat; gst; duty
commerce.order.discountAmount: discount; discount amount; order discount; total discount; discount total; rebate; savings; price reduction; order reduction
commerce.order.orderType: order type; purchase type
commerce.order.createdDate: order date; order created date; order placed date; purchase date; placed at; ordered at; order time
commerce.order.lastUpdatedDate: order updated date; order changed date; order last updated date
commerce.order.cancelDate: cancelled at; cancel date; cancellation date; order cancelled date; canceled at
commerce.order.refundTotal: refund total; refunded amount; amount refunded; total refunded; refund amount; order refunded; order refund; refunded
commerce.order.payments.paymentType: payment type; payment method; paid with; tender type; payment option
commerce.order.payments.transactionID: payment id; payment transaction id; transaction id; payment reference; charge id
commerce.order.payments.paymentAmount: payment amount; paid amount; amount paid; amount charged; charged amount
commerce.order.payments.currencyCode: payment currency
productListItems.refundAmount: refund amount; item refund; line refund; item refunded; refunded amount; refunded
productListItems.returnItem.returnReason: return reason; reason for return
commerce.order.refunds.refundReason: refund reason
commerce.order.refunds.refundAmount: refund amount
commerce.order.refunds.transactionID: refund id; refund transaction id
commerce.promotionID: promotion id; coupon; coupon code; promo code; voucher; voucher code; discount code; promotion code
commerce.cart.cartID: cart id; basket id; cart token
commerce.shipping.shippingMethod: shipping service; carrier service; shipping carrier; shipping method; delivery method; shipping option; delivery option; shipment type; delivery type
commerce.shipping.shippingAmount: shipping amount; shipping cost; shipping fee; delivery fee; freight; postage; shipping price
commerce.shipping.shipDate: ship date; shipped at; shipping date; shipped date; dispatch date; delivery date; delivery sent date; sent date; dispatched date
commerce.shipping.trackingNumber: tracking number; shipment number; parcel number; shipping tracking number
commerce.shipping.trackingURL: tracking url; tracking link
commerce.commerceScope.storeCode: store code; store id; branch code; shop id; store number; outlet
commerce.purchases.value: purchases; orders
commerce.productViews.value: product views
commerce.checkouts.value: checkouts
commerce.productListAdds.value: cart additions; add to cart; cart adds
commerce.productListRemovals.value: cart removals; remove from cart
commerce.productListViews.value: cart views
order.orderID: order id; order
store.storeID: store id; branch id; shop id
productListItems.SKU: product sku; sku; product; item; article code; part number; material number; plu; item code
productListItems.name: product name; item name; product title; item title; product description; article name
productListItems.unitOfMeasureCode: unit; unit of measure; uom
productListItems._id: line id; line item id; line number
productListItems.quantity: quantity; item quantity; units; pieces; product quantity; units ordered; item count; line quantity; article count
productListItems.priceTotal: price; item price; item total; line total; unit price; product price; line amount; item amount; sub total; row total
productListItems.currencyCode: item currency
productListItems.discountAmount: item discount; line discount; product discount; item reduction; line reduction
productListItems.productImageUrl: product image; product image url; item image
productListItems.productCategories.categoryName: category; product category; category name; department; product group; product group name; item group; item group name; article group
productListItems.productCategories.categoryID: category id; product category id; product group id; item group id; article group id
directMarketing.messageID: message id; email id
directMarketing.mailingID: mailing id; email id; newsletter id; asset id; send id; email asset id
directMarketing.mailingKey.sourceID: mailing id; email id; newsletter id; asset id; send id; email asset id
directMarketing.mailingName: mailing name; email name; newsletter name; asset name; email title; message name; email asset name
directMarketing.email: email; email address; recipient; recipient email; subscriber email; sent to; to address
directMarketing.hashedEmail: email hash; hashed email; md5 email
directMarketing.emailBouncedCode: bounce code; bounce type; bounce category; smtp code; error code; bounce classification
directMarketing.emailBouncedDetails: bounce reason; bounce details; bounce message; details; smtp message; diagnostic; bounce description
directMarketing.linkURL: link url; link; click url; clicked link
directMarketing.testVariantName: variant name; test variant name; ab test variant; variant; split test variant
directMarketing.testVariantID: variant id; test variant id; test variant; variant
directMarketing.automationRunID: automation run id; workflow run id; journey run id; automation id; campaign run id; run id
directMarketing.unsubscribeReason: unsubscribe reason; reason
directMarketing.opens.value: opens; open count; opened
directMarketing.clicks.value: clicks; click count; clicked
directMarketing.bounces.value: bounces; bounce count; bounced
directMarketing.sends.value: sends; sent; send count; sent count
directMarketing.emailDelivered.value: delivered; email delivered; delivered count
directMarketing.unsubscriptions.value: unsubscribes; unsubscribe count
directMarketing.userComplaints.value: complaints; spam complaints; spam reports; abuse reports
directMarketing.impressions.value: impressions; impression count
leadOperation.newLead.leadSource: lead source; source
leadOperation.newLead.createdDate: lead created date
leadOperation.interestingMoment.type: moment type; milestone type
leadOperation.interestingMoment.description: moment description; milestone description
leadOperation.interestingMoment.date: moment date; milestone date
leadOperation.interestingMoment.source: moment source
leadOperation.changeScore.newValue: new score; score new; score after; current score
leadOperation.changeScore.oldValue: old score; previous score; score before
leadOperation.changeScore.changeValue: score change; score delta; change value
leadOperation.changeScore.scoreAttributeName: score name; score attribute; score attribute name; score field
leadOperation.changeScore.reason: score reason; score change reason
leadOperation.changeRevenueStage.newStageName: new stage; new stage name; stage after
leadOperation.changeRevenueStage.previousStageName: old stage; previous stage; old stage name; stage before; previous stage name
leadOperation.changeRevenueStage.modelName: model name; revenue model; lifecycle model
leadOperation.campaignProgression.newStatusName: new status; new program status; status after; new progression status
leadOperation.campaignProgression.oldStatusName: old status; old program status; status before; previous progression status
leadOperation.campaignProgression.campaignKey.sourceID: program id; campaign id
leadOperation.campaignProgression.webinarURL: webinar url; registration url
leadOperation.callWebhook.webhookName: webhook; webhook name
leadOperation.callWebhook.responseCode: webhook response code; response code
leadOperation.convertLead.assignTo: assigned to; assign to; assignee
leadOperation.convertLead.convertedStatus: converted status
leadOperation.mergeLeads.mergeSource: merge source; merged from
opportunityEvent.opportunityKey.sourceID: opportunity id; deal id
opportunityEvent.opportunityID: opportunity id; deal id
dataValueChanges.newValue: new value
dataValueChanges.oldValue: old value
dataValueChanges.attributeName: attribute name; field name; changed field
_experience.mcid.id: experience cloud id; mcid; visitor id; cloud visitor id
_experience.aaid.id: analytics id; aaid; analytics visitor id; visitor id
_experience.tntid.id: tnt id; target id; third party target id
_experience.emailid.id: email id; email; hashed email
_experience.phonenumberid.id: phone number id
transactionAmount.amount: transaction amount; amount
servicePayment.transactionID: transaction id; service payment id
servicePayment.transactionDate: transaction date
servicePayment.transactionType: transaction type
loyalty.couponRedemption.id: coupon id; coupon; voucher; coupon code
loyalty.pointsGained.value: points gained; points earned; earned points; points awarded
loyalty.pointsRedemption.value: points redeemed; points burned; points used
loyalty.discounts.value: discount; discount value
loyalty.discounts.promotionId: promotion id
`;
