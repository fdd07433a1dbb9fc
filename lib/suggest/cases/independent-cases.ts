import type { WrittenCase } from './written-case';

/**
 * Sources written by somebody who had read neither the vocabulary nor the other cases, frozen before the first score.
 * Misses of these may be looked at; those of `sealedCases` may not.
 */
export const openCases: readonly WrittenCase[] = [
  {
    name: 'crm-company-export',
    tree: 'account-b2b',
    fields: `
CompanyId string > accountKey.sourceID | accountKey.sourceKey | accountID
CompanyName string > accountName
TradingAs string > accountTradeStyle
CustomerNumber string > accountNumber
Category string > accountType
OwnershipType string > accountOwnership
OwnerId string > accountOwnerID
OwnerTeam string -
ParentCompanyId string > accountParentKey.sourceID | accountParentKey.sourceKey | accountParentID
Notes string > accountDescription
Rating string -
CreditHold boolean -
CreditLimit number -
PaymentTerms string -
MainPhone string > accountPhone.number
MainPhoneExt string > accountPhone.extension
Fax string > accountFax.number
WebSiteURL string > accountOrganization.website
EmployeeCount integer > accountOrganization.numberOfEmployees
YearlyTurnover number > accountOrganization.annualRevenue.amount
TurnoverCurrency string > accountOrganization.annualRevenue.currencyCode
IndustryName string > accountOrganization.industry
Naics string > accountOrganization.NAICSCode
SicCode string > accountOrganization.SICCode
DunsNo string > accountOrganization.DUNSNumber
StockTicker string > accountOrganization.tickerSymbol
LinkedInPage string > accountOrganization.linkedinPageUrl
Segment string > accountOrganization.marketSegment
SalesRegion__c string -
NPS_Score__c number -
RenewalDate__c date -
IsPartner__c boolean -
TerritoryId string > accountTerritoryID
InvoiceStreet string > accountBillingAddress.street1
InvoiceStreet2 string > accountBillingAddress.street2
InvoiceCity string > accountBillingAddress.city
InvoiceState string > accountBillingAddress.stateProvince | accountBillingAddress.state
InvoiceZip string > accountBillingAddress.postalCode
InvoiceCountry string > accountBillingAddress.country
DeliveryStreet string > accountShippingAddress.street1
DeliveryCity string > accountShippingAddress.city
DeliveryZip string > accountShippingAddress.postalCode
DeliveryCountryCode string > accountShippingAddress.countryCode
CurrencyIsoCode string > defaultCurrencyCode
IsActive boolean -
IsDeleted boolean > isDeleted
CreatedOn date-time > extSourceSystemAudit.createdDate
CreatedBy string > extSourceSystemAudit.createdBy
ModifiedOn date-time > extSourceSystemAudit.lastUpdatedDate
ModifiedBy string > extSourceSystemAudit.lastUpdatedBy
LastInteractionOn date-time > extSourceSystemAudit.lastActivityDate
VersionNumber integer -
RowVersion string -
ImportSequence integer -
PriceListId string -
ServiceLevel string -
LastInvoiceDate date -
TaxNumber string -
OpenCases integer -
`,
  },
  {
    name: 'warehouse-deals',
    tree: 'opportunity-b2b',
    fields: `
deal_pk string > opportunityKey.sourceID | opportunityKey.sourceKey | opportunityID
deal_name string > opportunityName
deal_desc string > opportunityDescription
deal_type string > opportunityType
pipeline_id string -
pipeline_stage string > opportunityStage | _bizible.stage
prev_stage string > _bizible.stagePrevious
stage_entered_ts date-time -
win_prob_pct number > probabilityPercentage
amt number > opportunityAmount.amount
amt_ccy string > opportunityAmount.currencyCode
amt_usd number -
weighted_amt number > expectedRevenue.amount
qty integer > opportunityQuantity
est_close_dt date > expectedCloseDate
closed_at date-time > actualCloseDate
is_closed boolean > isClosed
is_won boolean > isWon
lost_reason string -
competitor string -
company_fk string > accountKey.sourceID | accountKey.sourceKey | accountID
campaign_fk string > campaignKey.sourceID | campaignKey.sourceKey | campaignID
price_book_fk string -
rep_fk string > opportunityComponents.sourceOpportunityOwnerID.sourceID
rep_email string -
lead_origin string > leadSource
next_action string > nextStep
last_touch_ts date-time > lastActivityDate | extSourceSystemAudit.lastActivityDate
fcst_cat string > forecastCategory | forecastCategoryName
fisc_yr integer > fiscalYear
fisc_qtr string > fiscalQuarter
has_line_items boolean -
is_private boolean -
discount_pct number -
ext_ref string > extSourceSystemAudit.externalID | extSourceSystemAudit.externalKey.sourceID
created_ts date-time > extSourceSystemAudit.createdDate
created_by string > extSourceSystemAudit.createdBy
updated_ts date-time > extSourceSystemAudit.lastUpdatedDate
updated_by string > extSourceSystemAudit.lastUpdatedBy
deleted_flag boolean > isDeleted
etl_batch_id string -
_loaded_at date-time -
src_file string -
team_fk string -
num_contacts integer -
is_split boolean -
contract_len_mths integer -
`,
  },
  {
    name: 'programme-participants',
    tree: 'campaign-member-b2b',
    fields: `
MemberRecordId string > campaignMemberKey.sourceID | campaignMemberKey.sourceKey | campaignMemberID
ProgrammeId string > campaignKey.sourceID | campaignKey.sourceKey | campaignID
LeadOrContactId string > personKey.sourceID | personKey.sourceKey | personID
LeadOrContactType string > b2b.personType
Status string > memberStatus
StatusReason string > memberStatusReason
PreviousStatus string > lastStatus
JoinedOn date-time > membershipDate
Responded boolean > hasResponded
FirstResponseDate date-time > firstRespondedDate
Success boolean > hasReachedSuccess
SuccessDate date-time > reachedSuccessDate
Exhausted boolean > isExhausted
Stream string > nurtureTrackName
Cadence string > nurtureCadence
RegistrationCode string > webinarRegistrationID
JoinUrl string > webinarConfirmationUrl
AcquiredByProgrammeId string > acquiredByCampaignKey.sourceID | acquiredByCampaignKey.sourceKey | acquiredByCampaignID
FirstName string -
LastName string -
Email string -
Phone string -
CompanyOrAccount string -
City string -
HasOptedOutOfEmail boolean -
DoNotCall boolean -
CurrencyIsoCode string -
IsDeleted boolean > isDeleted
CreatedById string > extSourceSystemAudit.createdBy
CreatedDate date-time > extSourceSystemAudit.createdDate
LastModifiedById string > extSourceSystemAudit.lastUpdatedBy
LastModifiedDate date-time > extSourceSystemAudit.lastUpdatedDate
EmailBouncedReason string -
MobilePhone string -
Department string -
Street string -
`,
  },
  {
    name: 'shop-orders-nested',
    tree: 'ee-loyalty',
    fields: `
event.uuid string > _id
event.occurredAt date-time > timestamp
event.kind string > eventType
event.schemaVersion string -
order.number string > commerce.order.purchaseID | order.orderID
order.poNumber string > commerce.order.purchaseOrderNumber
order.placedAt date-time > commerce.order.createdDate | order.orderDate
order.updatedAt date-time > commerce.order.lastUpdatedDate
order.cancelledAt date-time > commerce.order.cancelDate
order.type string > commerce.order.orderType
order.state string -
order.currency string > commerce.order.currencyCode
order.totals.grandTotal number > commerce.order.priceTotal | order.priceTotal
order.totals.tax number > commerce.order.taxAmount
order.totals.discount number > commerce.order.discountAmount
order.totals.refunded number > commerce.order.refundTotal
order.totals.subtotalCents integer -
order.giftMessage string -
order.customerNote string -
order.fraudScore number -
order.promotionCode string > commerce.promotionID
order.cart.id string > commerce.cart.cartID
order.cart.source string > commerce.cart.cartSource
order.lines[*].lineId string > productListItems._id
order.lines[*].sku string > productListItems.SKU
order.lines[*].title string > productListItems.name
order.lines[*].qty integer > productListItems.quantity
order.lines[*].lineTotal number > productListItems.priceTotal
order.lines[*].discount number > productListItems.discountAmount
order.lines[*].imageUrl string > productListItems.productImageUrl
order.lines[*].unit string > productListItems.unitOfMeasureCode
order.lines[*].warehouse string -
order.lines[*].taxClass string -
order.payments[*].reference string > commerce.order.payments.transactionID
order.payments[*].method string > commerce.order.payments.paymentType
order.payments[*].amount number > commerce.order.payments.paymentAmount
order.payments[*].currency string > commerce.order.payments.currencyCode
order.payments[*].last4 string -
order.shipment.carrierService string > commerce.shipping.shippingMethod | shipping.shippingMethod
order.shipment.cost number > commerce.shipping.shippingAmount | shipping.shippingAmount
order.shipment.dispatchedAt date-time > commerce.shipping.shipDate | shipping.shipDate
order.shipment.trackingUrl string > commerce.shipping.trackingURL | shipping.trackingURL
order.shipment.to.line1 string > commerce.shipping.address.street1 | shipping.address.street1 | shippingAddress.street1
order.shipment.to.line2 string > commerce.shipping.address.street2 | shipping.address.street2 | shippingAddress.street2
order.shipment.to.town string > commerce.shipping.address.city | shipping.address.city | shippingAddress.city
order.shipment.to.postcode string > commerce.shipping.address.postalCode | shipping.address.postalCode | shippingAddress.postalCode
order.shipment.to.country string > commerce.shipping.address.country | shipping.address.country | shippingAddress.country | commerce.shipping.address.countryCode | shipping.address.countryCode | shippingAddress.countryCode
order.shipment.weightGrams integer -
order.shipment.isExpress boolean -
customer.email string > personalEmail.address
customer.mobile string > mobilePhone.number
customer.vatNumber string -
customer.ordersCount integer -
storeCode string > commerce.commerceScope.storeCode | store.storeID
websiteCode string > commerce.commerceScope.websiteCode
order.channelFee number -
order.invoice.pdfUrl string -
order.lines[*].isGift boolean -
order.payments[*].gatewayResponse string -
order.tags[*] string -
order.isTest boolean -
customer.acceptsMarketing boolean -
`,
  },
  {
    name: 'web-hits-warehouse',
    tree: 'ee-target',
    fields: `
hit_id string > _id
hit_ts date-time > timestamp
hit_epoch_ms long >> timestamp
event_name string > eventType
session_num integer -
visitor_ref string -
page_title string > web.webPageDetails.name
page_url string > web.webPageDetails.URL
page_section string > web.webPageDetails.siteSection
page_host string > web.webPageDetails.server
is_error_page boolean > web.webPageDetails.isErrorPage
load_ms integer -
scroll_depth_pct integer -
ref_url string > web.webReferrer.URL
ref_type string > web.webReferrer.type
link_text string > web.webInteraction.name
link_url string > web.webInteraction.URL
link_type string > web.webInteraction.type
utm_campaign string > marketing.campaignName
utm_term string -
utm_content string -
cid string -
tracking_code string > marketing.trackingCode
user_agent string > environment.browserDetails.userAgent
browser string > environment.browserDetails.name
browser_ver string > environment.browserDetails.version
browser_lang string > environment.browserDetails.acceptLanguage
viewport_w integer > environment.browserDetails.viewportWidth | environment.viewportWidth
viewport_h integer > environment.browserDetails.viewportHeight | environment.viewportHeight
cookies_on boolean > environment.browserDetails.cookiesEnabled
os string > environment.operatingSystem
os_ver string > environment.operatingSystemVersion
device_class string > device.type
device_brand string > device.manufacturer
device_model string > device.model
screen_w integer > device.screenWidth
screen_h integer > device.screenHeight
is_tablet boolean >> device.type
is_bot boolean -
ip string > environment.ipV4
isp string > environment.ISP
conn_type string > environment.connectionType
geo_city string > placeContext.geo.city
geo_region string > placeContext.geo.stateProvince
geo_country_iso2 string > placeContext.geo.countryCode
geo_zip string > placeContext.geo.postalCode
geo_lat number > placeContext.geo._schema.latitude
geo_lon number > placeContext.geo._schema.longitude
tz_offset_min integer > placeContext.localTimezoneOffset | placeContext.IPLocalTimezoneOffset
search_term string > siteSearch.query
search_results integer > siteSearch.numberOfResults
ab_bucket string -
experiment_key string -
consent_string string -
gclid string -
etl_file string -
is_new_visitor boolean -
bounce boolean -
form_id string -
video_id string -
adblock boolean -
`,
  },
  {
    name: 'reward-club-members',
    tree: 'profile-full',
    fields: `
memberNo string > loyalty.loyaltyID
memberSince date-time > loyalty.joinDate
clubName string > loyalty.program
clubLevel string > loyalty.tier
nextClubLevel string > loyalty.nextTier
levelValidUntil date-time > loyalty.tierExpiryDate
levelReachedOn date-time > loyalty.tierUpgradeDate
pointsBalance number > loyalty.points
pointsToNextLevel number > loyalty.pointsToNextTier
pointsSpent number > loyalty.pointsRedeemed
pointsLapsed number > loyalty.expiredPoints
pointsEarnedLifetime number > loyalty.lifetimePoints
pointsReturned number > loyalty.returnedPoints
pointsPending number > loyalty.promisedPoints
totalSpendLifetime number > loyalty.lifetimePurchases
membershipStatus string > loyalty.status
enrolmentChannel string -
homeStore string -
recruitedBy string -
salutation string > person.name.courtesyTitle
givenName string > person.name.firstName
familyName string > person.name.lastName
dob date > person.birthDate
sex string > person.gender
maritalState string > person.maritalStatus
childrenCount integer -
householdIncomeBand string -
emailAddress string > personalEmail.address
emailVerified boolean -
cellphone string > mobilePhone.number
landline string > homePhone.number
addr.houseAndStreet string > homeAddress.street1
addr.addition string > homeAddress.street2
addr.place string > homeAddress.city
addr.postcode string > homeAddress.postalCode
addr.countryIso string > homeAddress.countryCode
addr.deliverable boolean -
language string > preferredLanguage
timezone string > timeZone
photo string > profilePictureLink
allowsEmail boolean >> consents.marketing.email.val
allowsSms boolean >> consents.marketing.sms.val
allowsPost boolean >> consents.marketing.postalMail.val
allowsProfiling boolean >> consents.personalize.content.val
contactPreference string > consents.marketing.preferred
pinHash string -
passwordChangedAt date-time -
lastLogin date-time -
loginCount integer -
favouriteCategory string -
favouriteBrand string -
cardBlocked boolean -
testAccount boolean -
receiptsScanned integer -
gamesPlayed integer -
lastReceiptAt date-time -
feedbackScore number -
`,
  },
];

/** Sources like `openCases` whose misses nobody may look at: only their figures are printed. */
export const sealedCases: readonly WrittenCase[] = [
  {
    name: 'automation-contacts',
    tree: 'profile-b2b',
    fields: `
contactId string > b2b.personKey.sourceID | b2b.personKey.sourceKey | personID
companyId string > b2b.accountKey.sourceID | b2b.accountKey.sourceKey | b2b.accountID
firstName string > person.name.firstName
surname string > person.name.lastName
displayName string > person.name.fullName
title string > person.name.courtesyTitle | extendedWorkDetails.jobTitle
position string > extendedWorkDetails.jobTitle
department string > extendedWorkDetails.departments
managerId string > extendedWorkDetails.reportsToID
avatarUrl string > extendedWorkDetails.photoUrl
businessEmail string > workEmail.address
privateEmail string > personalEmail.address
emailBounced boolean -
bounceReason string -
businessPhone string > workPhone.number
mobile string > mobilePhone.number
fax string > faxPhone.number
assistantName string > extendedWorkDetails.assistantDetails.name.fullName
employer string > b2b.companyName
employerUrl string > b2b.companyWebsite
officeAddress.street string > workAddress.street1
officeAddress.city string > workAddress.city
officeAddress.state string > workAddress.stateProvince | workAddress.state
officeAddress.zip string > workAddress.postalCode
mailing.street string > mailingAddress.street1
dateOfBirth date > person.birthDate
lifecycleStage string -
leadStatus string > b2b.personStatus
leadSource string > b2b.personSource
leadScore number > b2b.personScore
leadGrade string -
recordType string > b2b.personType
isConverted boolean > b2b.isConverted
convertedAt date-time > b2b.convertedDate
convertedContactId string > b2b.convertedContactKey.sourceID | b2b.convertedContactKey.sourceKey | b2b.convertedContactID
blacklisted boolean > b2b.isBlocked
blacklistReason string > b2b.blockedCause
marketingSuspended boolean > b2b.isMarketingSuspended
suspensionReason string > b2b.marketingSuspendedCause
optedOutOfEmail boolean >> consents.marketing.email.val | b2b.personOptInOut.globalOptout
doNotCall boolean >> consents.marketing.call.val
optOutReason string > consents.marketing.email.reason | consents.marketing.any.reason
gdprToken string -
webVisits integer -
firstPageSeen string -
utmSource string -
numberOfDeals integer -
lastEmailOpenedAt date-time -
lastNurtureStep string -
createdAt date-time > extSourceSystemAudit.createdDate
createdBy string > extSourceSystemAudit.createdBy
updatedAt date-time > extSourceSystemAudit.lastUpdatedDate
lastActivityAt date-time > extSourceSystemAudit.lastActivityDate
externalReference string > extSourceSystemAudit.externalID | extSourceSystemAudit.externalKey.sourceID
archived boolean -
deleted boolean > isDeleted
emailsReceived integer -
meetingLink string -
persona string -
subscriptionTypes string -
`,
  },
  {
    name: 'erp-customers-legacy',
    tree: 'account-b2b',
    fields: `
CUST_NO string > accountNumber | accountKey.sourceID | accountID
CUST_GUID string > accountKey.sourceID | accountKey.sourceKey | accountID
CUST_NM1 string > accountName
CUST_NM2 string -
CUST_TYP_CD string > accountType
PAR_CUST_GUID string > accountParentKey.sourceID | accountParentKey.sourceKey | accountParentID
SLS_REP_ID string > accountOwnerID
SLS_OFFC_CD string -
TERR_CD string > accountTerritoryID
CR_LMT_AMT number -
DUN_LVL integer -
PRICE_GRP string -
INCOTERM string -
DFLT_CCY_CD string > defaultCurrencyCode
ANN_REV_AMT number > accountOrganization.annualRevenue.amount
ANN_REV_CCY string > accountOrganization.annualRevenue.currencyCode
EMPL_CNT integer > accountOrganization.numberOfEmployees
IND_DESC string > accountOrganization.industry
SIC_CD string > accountOrganization.SICCode
SIC_DESC string > accountOrganization.SICDescription
NAICS_CD string > accountOrganization.NAICSCode
DUNS_NBR string > accountOrganization.DUNSNumber
WEB_URL string > accountOrganization.website
EMAIL_DOMAIN string > accountOrganization.primaryEmailDomain | accountOrganization.domain
TEL_NBR string > accountPhone.number
FAX_NBR string > accountFax.number
BILL_ADDR_LN1 string > accountBillingAddress.street1
BILL_ADDR_LN2 string > accountBillingAddress.street2
BILL_CITY string > accountBillingAddress.city
BILL_ST_CD string > accountBillingAddress.stateProvince | accountBillingAddress.state
BILL_ZIP string > accountBillingAddress.postalCode
BILL_CTRY_CD string > accountBillingAddress.countryCode
SHIP_ADDR_LN1 string > accountShippingAddress.street1
SHIP_CITY string > accountShippingAddress.city
SHIP_ZIP string > accountShippingAddress.postalCode
SHIP_CTRY_CD string > accountShippingAddress.countryCode
PO_BOX string > accountPhysicalAddress.postOfficeBox | accountBillingAddress.postOfficeBox | accountShippingAddress.postOfficeBox
TAX_EXEMPT_FLG boolean -
VAT_REG_NBR string -
PMT_METH_CD string -
DEL_FLG boolean > isDeleted
CRT_DT date-time > extSourceSystemAudit.createdDate
CRT_USR string > extSourceSystemAudit.createdBy
UPD_DT date-time > extSourceSystemAudit.lastUpdatedDate
UPD_USR string > extSourceSystemAudit.lastUpdatedBy
LST_ORD_DT date -
ORD_CNT_YTD integer -
SRC_SYS_CD string > accountKey.sourceType | accountKey.sourceInstanceID | accountSourceType
LEGAL_HOLD boolean -
RISK_CLS string -
BLK_ORD_IND boolean -
LANG_CD string -
DLV_PRIO integer -
ACCT_GRP string -
STMT_FREQ string -
`,
  },
  {
    name: 'campaign-planner',
    tree: 'campaign-b2b',
    fields: `
campaignGuid string > campaignKey.sourceID | campaignKey.sourceKey | campaignID
title string > campaignName
summary string > campaignDescription
kind string > campaignType
state string > campaignStatus
channel string > channelName
parentGuid string > parentCampaignKey.sourceID | parentCampaignKey.sourceKey | parentCampaignID
startsAt date-time > campaignStartDate
endsAt date-time > campaignEndDate
active boolean > isActive
plannedBudget number > budgetedCost.amount
budgetCurrency string > budgetedCost.currencyCode
spentToDate number > actualCost.amount
forecastRevenue number > expectedRevenue.amount
targetResponseRate string > expectedResponse
tz string > timeZone | timezoneName
webinar.sessionTitle string > webinarSessionName
webinar.sessionAbstract string > webinarSessionDescription
webinar.provider string > integrationPartnerName
webinar.lastSyncAt date-time > webinarHistorySyncDate
webinar.capacity integer -
audienceSize integer -
ownerEmail string -
approvedBy string -
brandGuideline string -
numberSent integer -
clickRate number -
creativeFolder string -
costCenter string -
landingPageUrl string -
audit.createdBy string > extSourceSystemAudit.createdBy
audit.createdAt date-time > extSourceSystemAudit.createdDate
audit.modifiedBy string > extSourceSystemAudit.lastUpdatedBy
audit.modifiedAt date-time > extSourceSystemAudit.lastUpdatedDate
lastTouched date-time > lastActivityDate | extSourceSystemAudit.lastActivityDate
removed boolean > isDeleted
unsubscribes integer -
abTestId string -
region string -
priority integer -
`,
  },
  {
    name: 'mail-activity-feed',
    tree: 'ee-marketo',
    fields: `
activityGuid string > _id
activityDate date-time > timestamp
activityType string > eventType
leadId string > personKey.sourceID | personKey.sourceKey | personID
mailing.id string > directMarketing.mailingKey.sourceID | directMarketing.mailingID | directMarketing.mailingKey.sourceKey | directMarketing.emailSent.mailingKey.sourceID
mailing.name string > directMarketing.mailingName | directMarketing.emailSent.mailingName
mailing.subjectLine string -
mailing.fromAddress string -
recipientEmail string > directMarketing.email
recipientHash string > directMarketing.hashedEmail
messageId string > directMarketing.messageID
variantId string > directMarketing.testVariantID | directMarketing.emailSent.testVariantID
variantName string > directMarketing.testVariantName | directMarketing.emailSent.testVariantName
runId string > directMarketing.automationRunID | directMarketing.emailSent.automationRunID
clickedUrl string > directMarketing.linkURL
bounceCategory string > directMarketing.emailBouncedCode
bounceDetail string > directMarketing.emailBouncedDetails
unsubscribeReason string > directMarketing.unsubscribeReason
isForwarded boolean -
mxHost string -
spamScore number -
sendingIp string -
throttleGroup string -
listId string > listOperations.listKey.sourceID | listOperations.listID | listOperations.listKey.sourceKey
form.id string > web.fillOutForm.webFormKey.sourceID | web.fillOutForm.webFormID | web.fillOutForm.webFormKey.sourceKey
form.name string > web.fillOutForm.webFormName
form.fieldsJson string -
page.id string > web.webPageDetails.webPageKey.sourceID | web.webPageDetails.webPageID | web.webPageDetails.webPageKey.sourceKey
page.url string > web.webPageDetails.URL
page.name string > web.webPageDetails.name
page.query string > web.webPageDetails.queryParameters
referrerUrl string > web.webReferrer.URL
searchEngine string > search.searchEngine
searchKeywords string > search.keywords
userAgent string > environment.browserDetails.userAgent
clientIp string > environment.ipV4
platform string > environment.operatingSystem
deviceKind string > device.type
isMobile boolean > device.isMobileDevice
dealId string > opportunityEvent.opportunityKey.sourceID | opportunityEvent.opportunityID | opportunityEvent.opportunityKey.sourceKey
dealRole string > opportunityEvent.role
dealPrimary boolean > opportunityEvent.isPrimary
workspace string -
primaryAttributeValue string -
queueDelayMs integer -
processedAt date-time -
shard integer -
workflowStep integer -
smartListName string -
clientVersion string -
openCount integer -
`,
  },
  {
    name: 'storefront-customers',
    tree: 'profile-full',
    fields: `
customer.id string > userAccount.ID | _id | personID | b2b.personKey.sourceID
customer.email string > personalEmail.address
customer.first_name string > person.name.firstName
customer.last_name string > person.name.lastName
customer.phone string > mobilePhone.number | homePhone.number
customer.company string > b2b.companyName
customer.birthday date > person.birthDate
customer.gender string > person.gender
customer.locale string > preferredLanguage
customer.group_id integer -
customer.tags[*] string -
customer.note string -
customer.state string > userAccount.status
customer.created_at date-time > extSourceSystemAudit.createdDate | userAccount.startDate
customer.updated_at date-time > extSourceSystemAudit.lastUpdatedDate
customer.orders_count integer -
customer.total_spent number -
customer.last_order_id string -
customer.tax_exempt boolean -
customer.store_credit number -
customer.verified_email boolean -
customer.accepts_marketing boolean >> consents.marketing.any.val | consents.marketing.email.val
customer.accepts_marketing_updated_at date-time > consents.marketing.any.time | consents.marketing.email.time
customer.billing.address1 string > billingAddress.street1
customer.billing.address2 string > billingAddress.street2
customer.billing.city string > billingAddress.city
customer.billing.province string > billingAddress.stateProvince | billingAddress.state
customer.billing.zip string > billingAddress.postalCode
customer.billing.country string > billingAddress.country
customer.billing.country_code string > billingAddress.countryCode
customer.billing.phone string > billingAddressPhone.number
customer.billing.company string -
customer.shipping.address1 string > shippingAddress.street1
customer.shipping.city string > shippingAddress.city
customer.shipping.province_code string > shippingAddress.stateProvince
customer.shipping.zip string > shippingAddress.postalCode
customer.shipping.country_code string > shippingAddress.countryCode
customer.shipping.phone string > shippingAddressPhone.number
customer.shipping.latitude number > shippingAddress._schema.latitude
customer.shipping.longitude number > shippingAddress._schema.longitude
customer.default_payment_token string -
customer.multipass_identifier string -
`,
  },
  {
    name: 'preference-centre',
    tree: 'profile-full',
    fields: `
subjectRef string > b2b.personKey.sourceID | personID | _id
email string > personalEmail.address
preferred_lang string > preferredLanguage
collectedDate date-time > consents.metadata.time
emailConsent string > consents.marketing.email.val
emailConsentDate date-time > consents.marketing.email.time
emailOptOutReason string > consents.marketing.email.reason
smsConsent string > consents.marketing.sms.val
smsConsentDate date-time > consents.marketing.sms.time
pushConsent string > consents.marketing.push.val
pushConsentDate date-time > consents.marketing.push.time
phoneConsent string > consents.marketing.call.val
phoneConsentDate date-time > consents.marketing.call.time
postalConsent string > consents.marketing.postalMail.val
whatsappConsent string > consents.marketing.whatsApp.val
faxConsent string > consents.marketing.fax.val
allMarketing string > consents.marketing.any.val
dataCollection string > consents.collect.val
dataSharing string > consents.share.val
personalisedContent string > consents.personalize.content.val
favouriteChannel string > consents.marketing.preferred
purposeId string -
purposeVersion integer -
collectionPointId string -
collectionPointName string -
receiptId string -
receiptJwt string -
tcfString string -
attachmentsCount integer -
policyUrl string -
ipAddress string -
transactionStatus string -
expiryDate date-time -
isTest boolean -
pageNumber integer -
totalPages integer -
`,
  },
  {
    name: 'deal-contact-roles',
    tree: 'opportunity-person',
    fields: `
RoleRecordId string > opportunityPersonKey.sourceID | opportunityPersonKey.sourceKey | opportunityPersonID
DealId string > opportunityKey.sourceID | opportunityKey.sourceKey | opportunityID
ContactId string > personKey.sourceID | personKey.sourceKey | personID
RoleName string > personRole
Primary boolean > isPrimary
ContactEmail string -
DealName string -
InfluencePct number -
SortOrder integer -
CreatedAt date-time > extSourceSystemAudit.createdDate
CreatedByUser string > extSourceSystemAudit.createdBy
ChangedAt date-time > extSourceSystemAudit.lastUpdatedDate
ChangedByUser string > extSourceSystemAudit.lastUpdatedBy
SysModstamp date-time -
Deleted boolean > isDeleted
`,
  },
  {
    name: 'static-lists',
    tree: 'marketing-list-b2b',
    fields: `
list_id string > marketingListKey.sourceID | marketingListKey.sourceKey | marketingListID
list_name string > marketingListName
notes string > marketingListDescription
list_type string -
member_count integer -
folder_path string -
workspace_name string -
cost number -
locked boolean -
created_on date-time > extSourceSystemAudit.createdDate
created_by_name string > extSourceSystemAudit.createdBy
modified_on date-time > extSourceSystemAudit.lastUpdatedDate
modified_by_name string > extSourceSystemAudit.lastUpdatedBy
last_used_on date-time > extSourceSystemAudit.lastActivityDate | extSourceSystemAudit.lastReferencedDate
is_deleted boolean > isDeleted
`,
  },
  {
    name: 'app-analytics-events',
    tree: 'ee-analytics',
    fields: `
eventUuid string > _id
eventTime date-time > timestamp
eventName string > eventType
sentAt date-time -
app.bundleId string > application.id
app.displayName string > application.name
app.build string -
app.versionName string > application.version
app.locale string > application._dc.language | environment._dc.language
session.lengthSec integer > application.sessionLength
session.index integer -
isFirstLaunch boolean >> application.firstLaunches.value
isCrash boolean >> application.crashes.value
deviceInfo.maker string > device.manufacturer
deviceInfo.modelName string > device.model
deviceInfo.modelCode string > device.modelNumber
deviceInfo.formFactor string > device.type
deviceInfo.orientation string > device.screenOrientation
deviceInfo.screenWidthPx integer > device.screenWidth
deviceInfo.screenHeightPx integer > device.screenHeight
deviceInfo.batteryLevel number -
deviceInfo.freeDiskMb integer -
deviceInfo.jailbroken boolean -
deviceInfo.pushEnabled boolean > device.isPushOptIn | device.isBackgroundPushEnabled
os.name string > environment.operatingSystem
os.version string > environment.operatingSystemVersion
network.carrier string > environment.carrier
network.type string > environment.connectionType
network.ipAddress string > environment.ipV4
screen.current string > environment.viewedScreen
screen.previous string > environment.previousScreen
geo.country string > placeContext.geo.countryCode
geo.city string > placeContext.geo.city
geo.lat number > placeContext.geo._schema.latitude
geo.lng number > placeContext.geo._schema.longitude
geo.timezone string > placeContext.ianaTimezone
campaign.name string > marketing.campaignName
campaign.trackingCode string > marketing.trackingCode
campaign.adGroup string -
cart.id string > commerce.cart.cartID
purchase.orderId string > commerce.order.purchaseID
purchase.total number > commerce.order.priceTotal
purchase.currencyCode string > commerce.order.currencyCode
purchase.promoCode string > commerce.promotionID
sdk.version string -
sdk.queueSize integer -
abtest.variant string -
debugMode boolean -
raw.payload string -
deviceInfo.simSlots integer -
user.cohort string -
user.level integer -
screen.renderMs integer -
network.rttMs integer -
flags.rollout string -
`,
  },
];
