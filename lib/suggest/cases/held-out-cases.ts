import type { WrittenCase } from './written-case';

/** Sources like `calibrationCases`, written with them and never used to set a weight or a threshold. */
export const heldOutCases: readonly WrittenCase[] = [
  {
    name: 'crm-people-runtogether',
    tree: 'profile-b2b',
    fields: `
personid string > b2b.personKey.sourceID | personID | b2b.personKey.sourceKey | personComponents.sourcePersonKey.sourceID
firstname string > person.name.firstName
lastname string > person.name.lastName
middlename string > person.name.middleName
fullname string > person.name.fullName
emailaddr string > workEmail.address | personComponents.workEmail.address
officephone string > workPhone.number
mobilenumber string > mobilePhone.number
homephone string > homePhone.number
faxnumber string > faxPhone.number
jobposition string > extendedWorkDetails.jobTitle
departmentname string > extendedWorkDetails.departments
companyname string > b2b.companyName
companyurl string > b2b.companyWebsite
birthdt date > person.birthDate
gendercode string > person.gender
maritalstatus string > person.maritalStatus
addr1_street1 string > workAddress.street1
addr1_street2 string > workAddress.street2
addr1_city string > workAddress.city
addr1_zip string > workAddress.postalCode
addr1_country string > workAddress.country | workAddress.countryCode
addr2_street1 string > homeAddress.street1 | otherAddress.street1 | mailingAddress.street1
addr2_city string > homeAddress.city | otherAddress.city | mailingAddress.city
addr2_zip string > homeAddress.postalCode | otherAddress.postalCode | mailingAddress.postalCode
createdon date-time > extSourceSystemAudit.createdDate
createdby string > extSourceSystemAudit.createdBy
changedon date-time > extSourceSystemAudit.lastUpdatedDate
changedby string > extSourceSystemAudit.lastUpdatedBy
donotphone boolean >> consents.marketing.call.val
donotfax boolean >> consents.marketing.fax.val
leadscore number > b2b.personScore
leadsource string > b2b.personSource
onhold boolean > b2b.isBlocked
spousename string -
childcount integer -
governmentid string -
ftpsite string -
exchangerate number -
utcconversioncode integer -
`,
  },
  {
    name: 'abonnenten-de',
    tree: 'profile-full',
    fields: `
Kundennummer string > personID | _id
Anrede string > person.name.courtesyTitle
Vorname string > person.name.firstName
Nachname string > person.name.lastName
Geburtsdatum date > person.birthDate
Geschlecht string > person.gender
E-Mail string > personalEmail.address
Telefon string > homePhone.number | mobilePhone.number
Handy string > mobilePhone.number
Strasse string > homeAddress.street1
PLZ string > homeAddress.postalCode
Ort string > homeAddress.city
Bundesland string > homeAddress.state | homeAddress.stateProvince
Land string > homeAddress.country | homeAddress.countryCode
Sprache string > preferredLanguage
Punktestand integer > loyalty.points
Stufe string > loyalty.tier
Mitgliedsnummer string > loyalty.loyaltyID
Beitrittsdatum date > loyalty.joinDate
Erstelldatum date-time > extSourceSystemAudit.createdDate
Aenderungsdatum date-time > extSourceSystemAudit.lastUpdatedDate
Schuhgroesse string -
Haustier string -
Bankleitzahl string -
`,
  },
  {
    name: 'firmographics',
    tree: 'account-b2b',
    fields: `
Id string > accountKey.sourceID | accountID | accountKey.sourceKey
Name string > accountName
Industry string > accountOrganization.industry
HeadCount integer > accountOrganization.numberOfEmployees
AnnualSales number > accountOrganization.annualRevenue.amount
Url string > accountOrganization.website
Domain string > accountOrganization.domain
MainPhone string > accountPhone.number
FaxPhone string > accountFax.number
HqStreet string > accountPhysicalAddress.street1
HqCity string > accountPhysicalAddress.city
HqState string > accountPhysicalAddress.state | accountPhysicalAddress.stateProvince
HqZip string > accountPhysicalAddress.postalCode
HqCountry string > accountPhysicalAddress.country | accountPhysicalAddress.countryCode
InvoiceStreet string > accountBillingAddress.street1
InvoiceCity string > accountBillingAddress.city
InvoiceZip string > accountBillingAddress.postalCode
DeliveryStreet string > accountShippingAddress.street1
DeliveryCity string > accountShippingAddress.city
DeliveryZip string > accountShippingAddress.postalCode
NaicsCode string > accountOrganization.NAICSCode
SicText string > accountOrganization.SICDescription
StockSymbol string > accountOrganization.tickerSymbol
Ownership string > accountOwnership
Segment string > accountOrganization.marketSegment
LinkedInUrl string > accountOrganization.linkedinPageUrl
LogoLink string > accountOrganization.logoUrl
ParentId string > accountParentKey.sourceID | accountParentID | accountParentKey.sourceKey
Category string > accountType
Site string > accountSite
TradingName string > accountTradeStyle
DefaultCurrency string > defaultCurrencyCode
ManagerId string > accountOwnerID | accountComponents.sourceAccountOwnerID.sourceID
About string > accountDescription
CreatedTime date-time > extSourceSystemAudit.createdDate
ModifiedTime date-time > extSourceSystemAudit.lastUpdatedDate
LastViewed date-time > extSourceSystemAudit.lastViewedDate
SlaLevel string -
SupportPin string -
UpsellChance string -
NumberOfLocations integer -
`,
  },
  {
    name: 'sales-deals-custom',
    tree: 'opportunity-b2b',
    fields: `
oppId__x string > opportunityKey.sourceID | opportunityID | opportunityKey.sourceKey
oppName__x string > opportunityName
clientId__x string > accountKey.sourceID | accountID | accountKey.sourceKey
phase__x string > opportunityStage
oppKind__x string > opportunityType
dealSize__x number > opportunityAmount.amount
ccy__x string > opportunityAmount.currencyCode
expectedSales__x number > expectedRevenue.amount
likelihood__x number > probabilityPercentage
estCloseDate__x date > expectedCloseDate
actualCloseDate__x date-time > actualCloseDate
won__x boolean > isWon
closed__x boolean > isClosed
sourceOfLead__x string > leadSource
nextSteps__x string > nextStep
qty__x number > opportunityQuantity
fiscalQtr__x string > fiscalQuarter
fiscalYr__x integer > fiscalYear
recordCreated__x date-time > extSourceSystemAudit.createdDate
recordChanged__x date-time > extSourceSystemAudit.lastUpdatedDate
recordChangedBy__x string > extSourceSystemAudit.lastUpdatedBy
isRemoved__x boolean > isDeleted
pocRequired__x boolean -
deliveryTeam__x string -
mainRival__x string -
budgetConfirmed__x boolean -
`,
  },
  {
    name: 'campaign-planner',
    tree: 'campaign-b2b',
    fields: `
id string > campaignKey.sourceID | campaignID | campaignKey.sourceKey
title string > campaignName
kind string > campaignType
state string > campaignStatus
summary string > campaignDescription
starts_on date > campaignStartDate
ends_on date > campaignEndDate
planned_cost number > budgetedCost.amount
actual_cost number > actualCost.amount
revenue_forecast number > expectedRevenue.amount
expected_response_rate number > expectedResponse
enabled boolean > isActive
parent_id string > parentCampaignKey.sourceID | parentCampaignID | parentCampaignKey.sourceKey
channel string > channelName
time_zone string > timeZone | timezoneName
session_name string > webinarSessionName
created_at date-time > extSourceSystemAudit.createdDate
created_by string > extSourceSystemAudit.createdBy
updated_at date-time > extSourceSystemAudit.lastUpdatedDate
archived boolean > isDeleted
owner_id string > campaignComponents.sourceCampaignOwnerID.sourceID | campaignComponents.sourceCampaignOwnerID.sourceKey
approval_ticket string -
agency_contact string -
colour_label string -
impressions_target integer -
`,
  },
  {
    name: 'site-analytics-export',
    tree: 'ee-analytics',
    fields: `
hitTime date-time > timestamp
pageUrl string > web.webPageDetails.URL
pageTitle string > web.webPageDetails.name
siteSection string > web.webPageDetails.siteSection
pageServer string > web.webPageDetails.server
referrerUrl string > web.webReferrer.URL
referrerKind string > web.webReferrer.type
clickedLinkUrl string > web.webInteraction.URL
linkName string > web.webInteraction.name
browserWidth integer > environment.browserDetails.viewportWidth
browserHeight integer > environment.browserDetails.viewportHeight
browserVersion string > environment.browserDetails.version
acceptLanguage string > environment.browserDetails.acceptLanguage
cookieEnabled boolean > environment.browserDetails.cookiesEnabled
userAgent string > environment.browserDetails.userAgent
osName string > environment.operatingSystem
osVersion string > environment.operatingSystemVersion
mobileCarrier string > environment.carrier
ip string > environment.ipV4
screenW integer > device.screenWidth
screenH integer > device.screenHeight
colorDepth integer > device.colorDepth | environment.colorDepth
deviceMaker string > device.manufacturer
deviceModel string > device.model
geoCity string > placeContext.geo.city
geoCountry string > placeContext.geo.countryCode
geoRegion string > placeContext.geo.stateProvince
geoZip string > placeContext.geo.postalCode
geoLat number > placeContext.geo._schema.latitude
geoLon number > placeContext.geo._schema.longitude
searchEngine string > search.searchEngine
searchTerm string > search.keywords
trackingCode string > marketing.trackingCode
orderId string > commerce.order.purchaseID
orderCurrency string > commerce.order.currencyCode
hashCollision integer -
dataCentreNode string -
samplingRate number -
consentBannerVariant string -
`,
  },
  {
    name: 'saas-billing-customers',
    tree: 'profile-full',
    fields: `
customer.id string > personID | _id
customer.email string > personalEmail.address | workEmail.address
customer.name string > person.name.fullName
customer.phone string > homePhone.number | mobilePhone.number | workPhone.number
customer.locale string > preferredLanguage
customer.billing.line1 string > billingAddress.street1
customer.billing.line2 string > billingAddress.street2
customer.billing.city string > billingAddress.city
customer.billing.postal_code string > billingAddress.postalCode
customer.billing.state string > billingAddress.state
customer.billing.country string > billingAddress.country | billingAddress.countryCode
customer.shipping.line1 string > shippingAddress.street1
customer.shipping.city string > shippingAddress.city
customer.shipping.postal_code string > shippingAddress.postalCode
customer.shipping.phone string > shippingAddressPhone.number
customer.time_zone string > timeZone
subscription.plan string > subscriptions.planName
subscription.state string > subscriptions.status
subscription.begins_at date-time > subscriptions.startDate
subscription.ends_at date-time > subscriptions.endDate
subscription.contract_number string > subscriptions.contractID
subscription.pay_method string > subscriptions.paymentMethod
subscription.billing_cycle string > subscriptions.billingPeriod
subscription.auto_renew string > subscriptions.renew
subscription.cancel_reason string > subscriptions.reason
customer.created integer > extSourceSystemAudit.createdDate
customer.deleted boolean > isDeleted
customer.tax_exempt string -
customer.delinquent boolean -
customer.invoice_prefix string -
meta.request_id string -
meta.has_more boolean -
meta.page_size integer -
`,
  },
  {
    name: 'webinar-audience-lists',
    tree: 'marketing-list-b2b',
    fields: `
listGuid string > marketingListKey.sourceID | marketingListID | marketingListKey.sourceKey
listTitle string > marketingListName
purpose string > marketingListDescription
createdUtc date-time > extSourceSystemAudit.createdDate
createdByName string > extSourceSystemAudit.createdBy
modifiedUtc date-time > extSourceSystemAudit.lastUpdatedDate
deletedFlag boolean > isDeleted
importKey string > extSourceSystemAudit.externalID
memberCount integer -
refreshQuery string -
locked boolean -
folderPath string -
`,
  },
  {
    name: 'marketing-activities',
    tree: 'ee-marketo',
    fields: `
ACTIVITY_ID string > _id
ACTIVITY_DATE date-time > timestamp
ACTIVITY_TYPE string > eventType
LEAD_ID string > personKey.sourceID | personID | personKey.sourceKey
FORM_ID string > web.fillOutForm.webFormID | web.fillOutForm.webFormKey.sourceID
FORM_NAME string > web.fillOutForm.webFormName
WEB_PAGE_ID string > web.webPageDetails.webPageID | web.webPageDetails.webPageKey.sourceID
PAGE_URL string > web.webPageDetails.URL
QUERY_STRING string > web.webPageDetails.queryParameters
REFERRER string > web.webReferrer.URL
LINK_ID string > web.webInteraction.linkID
LINK_URL string > web.webInteraction.linkURL | web.webInteraction.URL | directMarketing.linkURL
LIST_ID string > listOperations.listID | listOperations.listKey.sourceID
OPPORTUNITY_ID string > opportunityEvent.opportunityKey.sourceID | opportunityEvent.opportunityID
OPPORTUNITY_ROLE string > opportunityEvent.role
SCORE_NEW integer > leadOperation.changeScore.newValue
SCORE_OLD integer > leadOperation.changeScore.oldValue
SCORE_REASON string > leadOperation.changeScore.reason
WEBHOOK_NAME string > leadOperation.callWebhook.webhookName
WEBHOOK_RESPONSE_CODE integer > leadOperation.callWebhook.responseCode
BOUNCE_CATEGORY string > directMarketing.emailBouncedCode
BOUNCE_DETAILS string > directMarketing.emailBouncedDetails
IP_ADDRESS string > environment.ipV4
BROWSER string > environment.browserDetails.name
PLATFORM string > environment.operatingSystem | device.model
IS_MOBILE_DEVICE boolean > device.isMobileDevice
LOAD_BATCH string -
ROW_HASH string -
PARTITION_NO integer -
`,
  },
];
