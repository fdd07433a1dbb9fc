import type { WrittenCase } from './written-case';

/**
 * Sources of the kinds that companies bring most: people, companies, deals and their people, campaigns and their
 * members, activities, hits, orders. Written after reading the vocabulary and before the first score; misses may be looked at.
 */
export const tradeCases: readonly WrittenCase[] = [
  {
    name: 'crm-people',
    tree: 'profile-b2b',
    fields: `
Id string > b2b.personKey.sourceID | b2b.personKey.sourceKey | personID | personComponents.sourcePersonKey.sourceID | personComponents.sourcePersonKey.sourceKey
IsDeleted boolean > isDeleted
SurvivorRecordId string -
ParentAccountId string > b2b.accountKey.sourceID | b2b.accountKey.sourceKey | b2b.accountID | personComponents.sourceAccountKey.sourceID | personComponents.sourceAccountKey.sourceKey
LastName string > person.name.lastName
FirstName string > person.name.firstName
Salutation string > person.name.courtesyTitle
OtherStreet string > otherAddress.street1
OtherCity string > otherAddress.city
OtherState string > otherAddress.state | otherAddress.stateProvince
OtherPostalCode string > otherAddress.postalCode
OtherCountry string > otherAddress.country | otherAddress.countryCode
OtherLatitude number > otherAddress._schema.latitude
OfficeStreet string > workAddress.street1
OfficeCity string > workAddress.city
OfficeState string > workAddress.state | workAddress.stateProvince
OfficePostalCode string > workAddress.postalCode
OfficeCountry string > workAddress.country | workAddress.countryCode
OfficeAddressQuality string -
Phone string > workPhone.number
Fax string > faxPhone.number
MobilePhone string > mobilePhone.number
HomePhone string > homePhone.number
OtherPhone string > otherPhone.number
AssistantPhone string > extendedWorkDetails.assistantDetails.phone.number
SupervisorId string > extendedWorkDetails.reportsToID
Email string > workEmail.address | personComponents.workEmail.address | personalEmail.address
Title string > extendedWorkDetails.jobTitle
Department string > extendedWorkDetails.departments
AssistantName string > extendedWorkDetails.assistantDetails.name.fullName
LeadSource string > b2b.personSource | personComponents.personSource
Birthdate date > person.birthDate
Description string -
OwnerId string -
RefusesEmail boolean > b2b.personOptInOut.globalOptout | consents.marketing.email.val
RefusesFax boolean > consents.marketing.fax.val
DoNotCall boolean > consents.marketing.call.val
CreatedDate date-time > extSourceSystemAudit.createdDate
RecordCreatorId string > extSourceSystemAudit.createdBy
LastEditDate date-time > extSourceSystemAudit.lastUpdatedDate
LastEditorId string > extSourceSystemAudit.lastUpdatedBy
LastActivityDate date > extSourceSystemAudit.lastActivityDate
LastDuplicateCheckDate date-time -
LastExportDate date-time -
LastViewedDate date-time > extSourceSystemAudit.lastViewedDate
LastReferencedDate date-time > extSourceSystemAudit.lastReferencedDate
MailFailureReason string -
MailFailureDate date-time -
HasMailFailure boolean -
PictureUrl string > extendedWorkDetails.photoUrl
DirectoryId string -
NameSuffix string > person.name.suffix
PrivacyRecordId string -
IsConverted boolean > b2b.isConverted
ConvertedDate date > b2b.convertedDate
ConvertedPersonId string > b2b.convertedContactID | b2b.convertedContactKey.sourceID | b2b.convertedContactKey.sourceKey
ConvertedDealId string -
Status string > b2b.personStatus | personComponents.personStatus
Rating string -
Employer string > b2b.companyName
EmployerSite string > b2b.companyWebsite
IsNewToOwner boolean -
CleanedOn date -`,
  },
  {
    name: 'nurture-people',
    tree: 'profile-b2b',
    fields: `
personid integer > b2b.personKey.sourceID | b2b.personKey.sourceKey | personID | personComponents.sourcePersonKey.sourceID | personComponents.sourcePersonKey.sourceKey
emailaddress string > workEmail.address | personComponents.workEmail.address | personalEmail.address
secondemailaddress string .
firstname string > person.name.firstName
lastname string > person.name.lastName
middlename string > person.name.middleName
fullname string > person.name.fullName
honorific string > person.name.courtesyTitle
jobtitle string > extendedWorkDetails.jobTitle
departmentname string > extendedWorkDetails.departments
companyname string > b2b.companyName
officetelephone string > workPhone.number
privatetelephone string > homePhone.number | otherPhone.number
mobilephone string > mobilePhone.number
faxnumber string > faxPhone.number
adr1streetline1 string > workAddress.street1
adr1streetline2 string > workAddress.street2
adr1streetline3 string > workAddress.street3
adr1city string > workAddress.city
adr1province string > workAddress.state | workAddress.stateProvince
adr1postcode string > workAddress.postalCode
adr1country string > workAddress.country | workAddress.countryCode
adr1longitude number > workAddress._schema.longitude
adr2streetline1 string > homeAddress.street1 | otherAddress.street1 | mailingAddress.street1
adr2city string > homeAddress.city | otherAddress.city | mailingAddress.city
adr2province string > homeAddress.state | homeAddress.stateProvince | otherAddress.state | otherAddress.stateProvince | mailingAddress.stateProvince
adr2postcode string > homeAddress.postalCode | otherAddress.postalCode | mailingAddress.postalCode
adr2country string > homeAddress.country | otherAddress.country | homeAddress.countryCode | otherAddress.countryCode | mailingAddress.countryCode
sexcode integer > person.gender
maritalcode integer > person.maritalStatus
birthdate date > person.birthDate
anniversary date -
partnername string -
childnames string -
numberofchildren integer -
assistantname string > extendedWorkDetails.assistantDetails.name.fullName
assistantphone string > extendedWorkDetails.assistantDetails.phone.number
managername string -
managerphone string -
creditlimit number -
creditonhold boolean -
nobulkmail boolean > consents.marketing.email.val | consents.marketing.any.val | consents.marketing.commercialEmail.val
noemail boolean > consents.marketing.email.val
nofax boolean > consents.marketing.fax.val
nocalls boolean > consents.marketing.call.val
nopostalmail boolean > consents.marketing.postalMail.val
preferredchannelcode integer > consents.marketing.preferred
leadorigincode integer > b2b.personSource | personComponents.personSource
createdon date-time > extSourceSystemAudit.createdDate
createdby string > extSourceSystemAudit.createdBy
modifiedon date-time > extSourceSystemAudit.lastUpdatedDate
modifiedby string > extSourceSystemAudit.lastUpdatedBy
leadstatus integer > b2b.personStatus
rowversion integer -
importsequence integer -
processstage string -
websiteurl string > b2b.companyWebsite
leadscore integer > b2b.personScore
unsubscribed boolean > b2b.personOptInOut.globalOptout | consents.marketing.any.val | consents.marketing.email.val
unsubscribedreason string .
marketingsuspended boolean > b2b.isMarketingSuspended
blacklisted boolean > b2b.isBlocked
emailinvalid boolean -
guessedcity string -
guessedcompany string -
firstsearchengine string -
firstreferrer string -
acquiringprogramid integer -`,
  },
  {
    name: 'customer-companies',
    tree: 'account-b2b',
    fields: `
Id string > accountKey.sourceID | accountKey.sourceKey | accountID
IsDeleted boolean > isDeleted
Name string > accountName
Type string > accountType
ParentId string > accountParentKey.sourceID | accountParentKey.sourceKey | accountParentID
InvoiceStreet string > accountBillingAddress.street1
InvoiceCity string > accountBillingAddress.city
InvoiceState string > accountBillingAddress.state | accountBillingAddress.stateProvince
InvoicePostalCode string > accountBillingAddress.postalCode
InvoiceCountry string > accountBillingAddress.country | accountBillingAddress.countryCode
InvoiceLatitude number > accountBillingAddress._schema.latitude
DeliveryStreet string > accountShippingAddress.street1
DeliveryCity string > accountShippingAddress.city
DeliveryState string > accountShippingAddress.state | accountShippingAddress.stateProvince
DeliveryPostalCode string > accountShippingAddress.postalCode
DeliveryCountry string > accountShippingAddress.country | accountShippingAddress.countryCode
DeliveryLongitude number > accountShippingAddress._schema.longitude
Phone string > accountPhone.number
Fax string > accountFax.number
AccountNumber string > accountNumber
Website string > accountOrganization.website
PhotoUrl string .
SicIndustryCode string > accountOrganization.SICCode
SicText string > accountOrganization.SICDescription
Industry string > accountOrganization.industry
AnnualRevenue number > accountOrganization.annualRevenue.amount
NumberOfEmployees integer > accountOrganization.numberOfEmployees
Ownership string > accountOwnership
TickerSymbol string > accountOrganization.tickerSymbol
Description string > accountDescription
Rating string .
Site string > accountSite
OwnerId string > accountOwnerID
CreatedDate date-time > extSourceSystemAudit.createdDate
RecordCreatorId string > extSourceSystemAudit.createdBy
LastModifiedDate date-time > extSourceSystemAudit.lastUpdatedDate
LastActivityDate date > extSourceSystemAudit.lastActivityDate
LastViewedDate date-time > extSourceSystemAudit.lastViewedDate
AccountOrigin string > accountSourceType
DunsNumber string > accountOrganization.DUNSNumber
Tradestyle string > accountTradeStyle
NaicsCode string > accountOrganization.NAICSCode
NaicsText string > accountOrganization.NAICSDescription
FoundedIn string -
ResellerProgram string -
ResellerLevel string -
PortalEnabled boolean -
SupportLevel__c string -
SupportEndsOn__c date -
PriorityClass__c string -
UpsellPotential__c string -
OnboardedFlag__c string -
TradingCurrency string > defaultCurrencyCode
MainDomain string > accountOrganization.domain
LogoLink string > accountOrganization.logoUrl
ExternalRef string > extSourceSystemAudit.externalID | extSourceSystemAudit.externalKey.sourceID | extSourceSystemAudit.externalKey.sourceKey`,
  },
  {
    name: 'sales-pipeline',
    tree: 'opportunity-b2b',
    fields: `
opportunity_guid string > opportunityKey.sourceID | opportunityKey.sourceKey | opportunityID
is_removed boolean > isDeleted
account_guid string > accountKey.sourceID | accountKey.sourceKey | accountID
is_confidential boolean -
subject string > opportunityName
long_description string > opportunityDescription
stage_name string > opportunityStage
amount number > opportunityAmount.amount
win_probability integer > probabilityPercentage
weighted_amount number > expectedRevenue.amount
amount_currency string > opportunityAmount.currencyCode
total_units number > opportunityQuantity
closing_on date > expectedCloseDate
closed_won_at date-time > actualCloseDate
deal_category string > opportunityType
follow_up string > nextStep
origin string > leadSource
is_closed boolean > isClosed
won boolean > isWon
forecast_group string > forecastCategory | forecastCategoryName
forecast_group_label string > forecastCategoryName | forecastCategory
main_campaign_guid string > campaignKey.sourceID | campaignKey.sourceKey | campaignID
has_products boolean -
pricebook_guid string -
owner_guid string -
fiscal_qtr integer > fiscalQuarter
fiscal_yr integer > fiscalYear
fiscal string -
contact_guid string -
inserted_at date-time > extSourceSystemAudit.createdDate
inserted_by string > extSourceSystemAudit.createdBy
changed_at date-time > extSourceSystemAudit.lastUpdatedDate
changed_by string > extSourceSystemAudit.lastUpdatedBy
last_touch date-time > lastActivityDate | extSourceSystemAudit.lastActivityDate
last_opened date-time > extSourceSystemAudit.lastViewedDate
push_count integer -
last_stage_change date-time -
budget_confirmed boolean -
discovery_completed boolean -
roi_analysis boolean -
loss_reason string -
competitor string -
region string -
sales_team string -
proposal_url string -
erp_reference string > extSourceSystemAudit.externalID | extSourceSystemAudit.externalKey.sourceID`,
  },
  {
    name: 'buying-committee',
    tree: 'opportunity-person',
    fields: `
roleid string > opportunityPersonKey.sourceID | opportunityPersonKey.sourceKey | opportunityPersonID
dealid string > opportunityKey.sourceID | opportunityKey.sourceKey | opportunityID
contactid string > personKey.sourceID | personKey.sourceKey | personID
influence string > personRole
ismaincontact boolean > isPrimary
createddate date-time > extSourceSystemAudit.createdDate
createdbyid string > extSourceSystemAudit.createdBy
updateddate date-time > extSourceSystemAudit.lastUpdatedDate
updatedbyid string > extSourceSystemAudit.lastUpdatedBy
removed boolean > isDeleted
sentiment string -
lastmeeting date -
ranking integer -
comment string -`,
  },
  {
    name: 'marketing-programmes',
    tree: 'campaign-b2b',
    fields: `
id integer > campaignKey.sourceID | campaignKey.sourceKey | campaignID
name string > campaignName
description string > campaignDescription
type string > campaignType
channel string > channelName
status string > campaignStatus
startDate date-time > campaignStartDate
endDate date-time > campaignEndDate
workspace string -
folderName string -
folderType string -
url string -
createdAt date-time > extSourceSystemAudit.createdDate
updatedAt date-time > extSourceSystemAudit.lastUpdatedDate
parentId integer > parentCampaignKey.sourceID | parentCampaignKey.sourceKey | parentCampaignID
isActive boolean > isActive
plannedSpend number > budgetedCost.amount
realSpend number > actualCost.amount
hopedRevenue number > expectedRevenue.amount
hopedResponse number > expectedResponse
currency string > budgetedCost.currencyCode | actualCost.currencyCode | expectedRevenue.currencyCode
numberSent integer -
numberOfResponses integer -
dealsWon integer -
pipelineAmount number -
lastActivityDate date > lastActivityDate | extSourceSystemAudit.lastActivityDate
ownerId string -
memberLayoutId string -
progressionName string > campaignProgressionName
eventPartner string > integrationPartnerName
sessionName string > webinarSessionName
sessionDescription string > webinarSessionDescription
timeZone string > timeZone | timezoneName
deleted boolean > isDeleted
earlyStart boolean -
crmId string > extSourceSystemAudit.externalID | extSourceSystemAudit.externalKey.sourceID
tags string -`,
  },
  {
    name: 'programme-membership',
    tree: 'campaign-member-b2b',
    fields: `
id integer > campaignMemberKey.sourceID | campaignMemberKey.sourceKey | campaignMemberID
program_id integer > campaignKey.sourceID | campaignKey.sourceKey | campaignID
lead_id integer > personKey.sourceID | personKey.sourceKey | personID
acquired_by boolean -
status_name string > memberStatus
status_reason string > memberStatusReason
is_exhausted boolean > isExhausted
nurture_cadence string > nurtureCadence
stream_name string > nurtureTrackName
reached_success boolean > hasReachedSuccess
reached_success_at date-time > reachedSuccessDate
registration_code string > webinarRegistrationID
webinar_url string > webinarConfirmationUrl
joined_at date-time > membershipDate
created_at date-time > extSourceSystemAudit.createdDate
updated_at date-time > extSourceSystemAudit.lastUpdatedDate
responded boolean > hasResponded
first_responded_on date > firstRespondedDate
previous_status string > lastStatus
queue_place integer -
show_up_chance integer -
test_variant integer -
flow_step integer -
removed boolean > isDeleted
person_kind string > b2b.personType
is_marketing_allowed boolean -
invited_by string -
seat_number string -`,
  },
  {
    name: 'people-activity-log',
    tree: 'ee-marketo',
    fields: `
logEntryId string > _id
activityDate date-time > timestamp
activityName string > eventType
activityCode integer .
contactId integer > personKey.sourceID | personKey.sourceKey | personID
mainAssetTitle string -
mainAssetNumber integer -
campaignId integer .
details.Page ID string > web.webPageDetails.webPageID | web.webPageDetails.webPageKey.sourceID | web.webPageDetails.webPageKey.sourceKey
details.Page Address string > web.webPageDetails.URL
details.Query String string > web.webPageDetails.queryParameters
details.Referring Page string > web.webReferrer.URL
details.User Agent string > environment.browserDetails.userAgent
details.Visitor IP string > environment.ipV4
details.Search Engine string > search.searchEngine
details.Search Terms string > search.keywords
details.Personalized URL boolean > web.webPageDetails.isPersonalizedURL
details.Link ID string > web.webInteraction.linkID | web.webInteraction.webInteractionKey.sourceID | web.webInteraction.webInteractionKey.sourceKey
details.Link Name string > web.webInteraction.name
details.Form ID string > web.fillOutForm.webFormID | web.fillOutForm.webFormKey.sourceID | web.fillOutForm.webFormKey.sourceKey
details.Form Name string > web.fillOutForm.webFormName
details.Form Answers string -
details.Newsletter ID string > directMarketing.mailingID | directMarketing.mailingKey.sourceID | directMarketing.mailingKey.sourceKey
details.Newsletter Name string > directMarketing.mailingName
details.Recipient string > directMarketing.email
details.Automation Run string > directMarketing.automationRunID
details.Bounce Code string > directMarketing.emailBouncedCode
details.Bounce Text string > directMarketing.emailBouncedDetails
details.Clicked Link string > directMarketing.linkURL | web.webInteraction.linkURL | web.webInteraction.URL
details.Test Variant string > directMarketing.testVariantName | directMarketing.testVariantID
details.On Mobile boolean > device.isMobileDevice
details.Device string > device.model | device.type
details.Platform string > environment.operatingSystem
details.Browser string > environment.browserDetails.name
details.Is Predictive boolean -
details.Step Number string -
details.Choice Number integer -
details.Old Score integer > leadOperation.changeScore.oldValue
details.New Score integer > leadOperation.changeScore.newValue
details.Score Change string > leadOperation.changeScore.changeValue
details.Score Name string > leadOperation.changeScore.scoreAttributeName
details.New Stage string > leadOperation.changeRevenueStage.newStageName
details.Old Stage string > leadOperation.changeRevenueStage.previousStageName
details.Funnel Name string > leadOperation.changeRevenueStage.modelName
details.List ID string > listOperations.listID | listOperations.listKey.sourceID | listOperations.listKey.sourceKey
details.Old Status string > leadOperation.campaignProgression.oldStatusName
details.New Status string > leadOperation.campaignProgression.newStatusName
details.Success boolean > leadOperation.campaignProgression.isSuccessful
details.Acquired By boolean > leadOperation.campaignProgression.isAcquiredBy
details.Webhook Name string > leadOperation.callWebhook.webhookName
details.Response Code integer > leadOperation.callWebhook.responseCode
details.Error Type string -
details.Opportunity ID string > opportunityEvent.opportunityID | opportunityEvent.opportunityKey.sourceID | opportunityEvent.opportunityKey.sourceKey
details.Role string > opportunityEvent.role
details.Is Primary boolean > opportunityEvent.isPrimary
details.Assigned Salesperson string > leadOperation.convertLead.assignTo
details.Duplicate IDs string -
details.Reason string -
details.Source string -
details.Value string -
details.Name string -
details.Status string -`,
  },
  {
    name: 'site-hit-columns',
    tree: 'ee-analytics',
    fields: `
hit_id string > _id
hit_time_gmt long > timestamp
visitor_id string -
c_accept_language string > environment.browserDetails.acceptLanguage
c_browser string > environment.browserDetails.name
c_browser_version string > environment.browserDetails.version
c_browser_height integer > environment.browserDetails.viewportHeight
c_browser_width integer > environment.browserDetails.viewportWidth
c_user_agent string > environment.browserDetails.userAgent
c_cookies string > environment.browserDetails.cookiesEnabled
c_javascript_version string > environment.browserDetails.javaScriptVersion
c_java_enabled string > environment.browserDetails.javaEnabled
c_color_depth integer > device.colorDepth | environment.colorDepth
c_resolution string -
c_os string > environment.operatingSystem
c_connection_type string > environment.connectionType
c_domain string > environment.domain
c_ip string > environment.ipV4
c_carrier string > environment.carrier
c_loc_country string > placeContext.geo.countryCode
c_loc_region string > placeContext.geo.stateProvince
c_loc_city string > placeContext.geo.city
c_loc_zip string > placeContext.geo.postalCode
c_loc_dma integer > placeContext.geo.dmaID
c_loc_latitude number > placeContext.geo._schema.latitude
c_language string > environment._dc.language
c_page_url string > web.webPageDetails.URL
c_page_name string > web.webPageDetails.name
c_channel string > web.webPageDetails.siteSection | channel._type | channel.typeAtSource
c_page_event integer -
c_referrer string > web.webReferrer.URL
c_referrer_type string > web.webReferrer.type
c_server string > web.webPageDetails.server
c_search_engine string > search.searchEngine
c_search_keyword string > search.keywords
c_search_page_num integer > search.pageDepth
c_paid_search boolean > search.isPaid
c_campaign string > marketing.trackingCode | marketing.campaignName
c_order_number string > commerce.order.purchaseID
c_order_currency string > commerce.order.currencyCode
c_evar1 string > _experience.analytics.customDimensions.eVars.eVar1
c_evar27 string > _experience.analytics.customDimensions.eVars.eVar27
c_prop3 string > _experience.analytics.customDimensions.props.prop3
c_prop44 string > _experience.analytics.customDimensions.props.prop44
c_dev_device string > device.model
c_dev_manufacturer string > device.manufacturer
c_dev_screen_height integer > device.screenHeight
c_app_version string > application.version
c_app_id string > application.id
c_timezone_offset integer > placeContext.localTimezoneOffset
c_repeat_order boolean -
c_filtered integer -
c_first_hit_page_url string -
c_visit_num integer -
c_daily_visitor integer -
c_new_visit boolean -
c_tag_version string -
c_product_list string .
c_link_url string > web.webInteraction.URL
c_link_name string > web.webInteraction.name
c_link_type string > web.webInteraction.type`,
  },
  {
    name: 'till-receipts',
    tree: 'ee-loyalty',
    fields: `
receipt.receiptNo string > commerce.order.purchaseID
receipt.soldAt date-time > timestamp | commerce.order.createdDate
receipt.kind string .
receipt.currency string > commerce.order.currencyCode
receipt.grandTotal number > commerce.order.priceTotal
receipt.vatTotal number > commerce.order.taxAmount
receipt.rebateTotal number > commerce.order.discountAmount
receipt.refundedTotal number > commerce.order.refundTotal
receipt.promoCode string > commerce.promotionID
receipt.storeNumber string > commerce.commerceScope.storeCode | store.storeID
receipt.tillNumber string -
receipt.cashier string -
receipt.lines[*].ean string > productListItems.SKU
receipt.lines[*].title string > productListItems.name
receipt.lines[*].pieces integer > productListItems.quantity
receipt.lines[*].lineTotal number > productListItems.priceTotal
receipt.lines[*].rebate number > productListItems.discountAmount
receipt.lines[*].unit string > productListItems.unitOfMeasureCode
receipt.lines[*].imageUrl string > productListItems.productImageUrl
receipt.lines[*].vatRate number -
receipt.lines[*].department string > productListItems.productCategories.categoryName
receipt.payments[*].tender string > commerce.order.payments.paymentType
receipt.payments[*].amount number > commerce.order.payments.paymentAmount
receipt.payments[*].currency string > commerce.order.payments.currencyCode
receipt.payments[*].reference string > commerce.order.payments.transactionID
receipt.payments[*].cardLast4 string -
receipt.delivery.service string > commerce.shipping.shippingMethod
receipt.delivery.fee number > commerce.shipping.shippingAmount
receipt.delivery.trackingNo string > commerce.shipping.trackingNumber
receipt.delivery.trackingLink string > commerce.shipping.trackingURL
receipt.delivery.shippedOn date > commerce.shipping.shipDate
receipt.delivery.addressLine1 string > commerce.shipping.address.street1 | shippingAddress.street1
receipt.delivery.town string > commerce.shipping.address.city | shippingAddress.city
receipt.delivery.postcode string > commerce.shipping.address.postalCode | shippingAddress.postalCode
receipt.delivery.countryCode string > commerce.shipping.address.countryCode | shippingAddress.countryCode
receipt.invoiceAddress.line1 string > commerce.billing.address.street1 | billingAddress.street1
receipt.invoiceAddress.town string > commerce.billing.address.city | billingAddress.city
receipt.invoiceAddress.postcode string > commerce.billing.address.postalCode | billingAddress.postalCode
receipt.cancelledAt date-time > commerce.order.cancelDate
receipt.changeGiven number -
receipt.printCount integer -
receipt.fiscalSignature string -
receipt.note string -
meta.schemaVersion string -
meta.batchId string -`,
  },
  {
    name: 'club-and-consents',
    tree: 'profile-full',
    fields: `
MEMBER_NO string > loyalty.loyaltyID
EMAIL_ADDR string > personalEmail.address
FRST_NM string > person.name.firstName
LST_NM string > person.name.lastName
MID_INIT string > person.name.middleName
GNDR_CD string > person.gender
DOB date > person.birthDate
NATLTY string > person.nationality
CELL_PHN string > mobilePhone.number
HM_PHN string > homePhone.number
HM_ADDR_LN1 string > homeAddress.street1
HM_ADDR_LN2 string > homeAddress.street2
HM_CITY_NM string > homeAddress.city
HM_ST_CD string > homeAddress.stateProvince | homeAddress.state
HM_ZIP string > homeAddress.postalCode
HM_CNTRY_CD string > homeAddress.countryCode | homeAddress.country
ENRL_DT date > loyalty.joinDate
TIER_NM string > loyalty.tier
NXT_TIER_NM string > loyalty.nextTier
TIER_EXP_DT date > loyalty.tierExpiryDate
PTS_BAL integer > loyalty.points
PTS_RDMD integer > loyalty.pointsRedeemed
PTS_EXPRD integer > loyalty.expiredPoints
LTM_PTS integer > loyalty.lifetimePoints
PRGM_NM string > loyalty.program
MBR_STAT_CD string > loyalty.status
EMAIL_OPT_IN_FLG string > consents.marketing.email.val
EMAIL_OPT_IN_TS date-time > consents.marketing.email.time
SMS_OPT_IN_FLG string > consents.marketing.sms.val
PUSH_OPT_IN_FLG string > consents.marketing.push.val
DM_OPT_IN_FLG string > consents.marketing.postalMail.val
CALL_OPT_OUT_FLG string > consents.marketing.call.val
PRFRD_CHNL string > consents.marketing.preferred
PROFILING_OK string > consents.personalize.content.val
DATA_SHARING_OK string > consents.share.val
PREF_LANG string > preferredLanguage
TZ string > timeZone
HH_INCOME_BAND string -
NBR_OF_KIDS integer -
PET_FLG string -
LAST_LOGIN_TS date-time -
LAST_PURCH_DT date -
FAV_STORE_NBR string -
SGMNT_CD string -
REC_SRC_CD string -
ETL_LOAD_TS date-time -
ROW_HASH string -
CARD_STAT string > loyalty.status | loyalty.cardsDetails.status`,
  },
];

/** A second handful in other styles, written after the first was worked on; misses may be looked at. */
export const furtherCases: readonly WrittenCase[] = [
  {
    name: 'mail-sender-events',
    tree: 'ee-marketo',
    fields: `
event_id string > _id
event string > eventType
occurred_at date-time > timestamp
subscriber.email string > directMarketing.email
subscriber.email_md5 string > directMarketing.hashedEmail
subscriber.external_ref string -
message.id string > directMarketing.messageID
message.subject_line string -
message.sender_domain string -
mailing.id string > directMarketing.mailingID | directMarketing.mailingKey.sourceID
mailing.title string > directMarketing.mailingName
mailing.split_variant string > directMarketing.testVariantName | directMarketing.testVariantID
mailing.automation_run_id string > directMarketing.automationRunID
bounce.code string > directMarketing.emailBouncedCode
bounce.diagnostic_text string > directMarketing.emailBouncedDetails
click.url string > directMarketing.linkURL | web.webInteraction.linkURL | web.webInteraction.URL
click.position integer -
client.ip string > environment.ipV4
client.user_agent string > environment.browserDetails.userAgent
client.name string > environment.browserDetails.name
client.os string > environment.operatingSystem
client.device_kind string > device.type
client.city string > placeContext.geo.city
client.country_code string > placeContext.geo.countryCode
client.postal_code string > placeContext.geo.postalCode
client.lat number > placeContext.geo._schema.latitude
unsubscribe.reason string > directMarketing.unsubscribeReason
ip_pool string -
retry_count integer -
attachments integer -
tags string -
workspace_id string -
value string -
status string -
category string -
list_id string > listOperations.listID | listOperations.listKey.sourceID`,
  },
  {
    name: 'shop-events',
    tree: 'ee-target',
    fields: `
anonymousId string -
event string > eventType
sentAt date-time .
originalTimestamp date-time > timestamp
messageId string > _id
context.ip string > environment.ipV4
context.locale string > environment._dc.language | environment.browserDetails.acceptLanguage
context.userAgent string > environment.browserDetails.userAgent
context.page.url string > web.webPageDetails.URL
context.page.title string > web.webPageDetails.name
context.page.referrer string > web.webReferrer.URL
context.page.search string -
context.app.name string > application.name
context.app.version string > application.version
context.device.manufacturer string > device.manufacturer
context.device.model string > device.model
context.device.type string > device.type
context.os.name string > environment.operatingSystem
context.os.version string > environment.operatingSystemVersion
context.screen.width integer > device.screenWidth
context.screen.height integer > device.screenHeight
context.network.carrier string > environment.carrier
context.network.bluetooth boolean -
context.timezone string > placeContext.ianaTimezone
context.campaign.name string > marketing.campaignName | marketing.trackingCode
context.campaign.source string > channel.referringSource
context.campaign.medium string > channel.mediaType | marketing.campaignGroup
context.library.name string -
context.library.version string -
properties.order_id string > commerce.order.purchaseID
properties.total number > commerce.order.priceTotal
properties.tax number > commerce.order.taxAmount
properties.discount number > commerce.order.discountAmount
properties.shipping number > commerce.shipping.shippingAmount
properties.currency string > commerce.order.currencyCode
properties.coupon string > commerce.promotionID
properties.checkout_id string -
properties.affiliation string -
properties.products[*].sku string > productListItems.SKU
properties.products[*].name string > productListItems.name
properties.products[*].price number > productListItems.priceTotal
properties.products[*].quantity integer > productListItems.quantity
properties.products[*].category string > productListItems.productCategories.categoryName
properties.products[*].image_url string > productListItems.productImageUrl
properties.products[*].position integer -
properties.query string > search.keywords | siteSearch.query
properties.step integer -
integrations string -
writeKey string -
version integer -`,
  },
  {
    name: 'subscription-customers',
    tree: 'profile-full',
    fields: `
customer_id string > personID
created_at integer > extSourceSystemAudit.createdDate
email string > personalEmail.address
phone string > mobilePhone.number | homePhone.number
name string > person.name.fullName
default_language string > preferredLanguage
billing_line1 string > billingAddress.street1
billing_city string > billingAddress.city
billing_zip string > billingAddress.postalCode
billing_state string > billingAddress.state | billingAddress.stateProvince
billing_country string > billingAddress.countryCode | billingAddress.country
shipping_line1 string > shippingAddress.street1
shipping_city string > shippingAddress.city
shipping_zip string > shippingAddress.postalCode
shipping_country string > shippingAddress.countryCode | shippingAddress.country
plan_name string > subscriptions.planName
plan_sku string > subscriptions.SKU
sub_status string > subscriptions.status
sub_start date > subscriptions.startDate
sub_end date > subscriptions.endDate
sub_term integer > subscriptions.term
auto_renew boolean > subscriptions.renew
pay_method string > subscriptions.paymentMethod
bill_cycle string > subscriptions.billingPeriod
cancel_reason string > subscriptions.reason
contract_no string > subscriptions.contractID
delinquent boolean -
balance integer -
tax_exempt string -
invoice_prefix string -
trial_days integer -
mrr number -
coupon string -
livemode boolean -
card_brand string -
card_last4 string -
last_charge_at integer -
test_clock string -`,
  },
  {
    name: 'kundenstamm',
    tree: 'account-b2b',
    fields: `
KUNDENNR string > accountNumber | accountKey.sourceID | accountID
FIRMENNAME string > accountName
BRANCHE string > accountOrganization.industry
UMSATZ number > accountOrganization.annualRevenue.amount
WAEHRUNG string > defaultCurrencyCode | accountOrganization.annualRevenue.currencyCode
MITARBEITER integer > accountOrganization.numberOfEmployees
TELEFON string > accountPhone.number
TELEFAX string > accountFax.number
WEBSEITE string > accountOrganization.website
RECHNUNG_STRASSE string > accountBillingAddress.street1
RECHNUNG_ORT string > accountBillingAddress.city
RECHNUNG_PLZ string > accountBillingAddress.postalCode
RECHNUNG_LAND string > accountBillingAddress.country | accountBillingAddress.countryCode
LIEFER_STRASSE string > accountShippingAddress.street1
LIEFER_ORT string > accountShippingAddress.city
LIEFER_PLZ string > accountShippingAddress.postalCode
LIEFER_LAND string > accountShippingAddress.country | accountShippingAddress.countryCode
BETREUER string > accountOwnerID
BEMERKUNG string > accountDescription
ERSTELLT_AM date-time > extSourceSystemAudit.createdDate
ERSTELLT_VON string > extSourceSystemAudit.createdBy
GEAENDERT_AM date-time > extSourceSystemAudit.lastUpdatedDate
GEAENDERT_VON string > extSourceSystemAudit.lastUpdatedBy
GELOESCHT boolean > isDeleted
KREDITLIMIT number -
ZAHLUNGSZIEL integer -
MAHNSTUFE integer -
USTID string -
RABATT number -`,
  },
  {
    name: 'leads-of-a-fair',
    tree: 'profile-b2b',
    fields: `
Scan ID string -
Scanned At date-time -
Badge Number string -
First Name string > person.name.firstName
Last Name string > person.name.lastName
Job Title string > extendedWorkDetails.jobTitle
Company string > b2b.companyName
Company Website string > b2b.companyWebsite
Business Email string > workEmail.address
Private Email string > personalEmail.address
Work Phone string > workPhone.number
Work Phone Extension string > workPhone.extension
Mobile string > mobilePhone.number
Street string > workAddress.street1
ZIP / Postal Code string > workAddress.postalCode
City string > workAddress.city
State/Province string > workAddress.state | workAddress.stateProvince
Country string > workAddress.country | workAddress.countryCode
Preferred Contact Channel string > consents.marketing.preferred
Email Consent boolean > consents.marketing.email.val
Email Consent Date date-time > consents.marketing.email.time
Call Consent boolean > consents.marketing.call.val
Lead Status string > b2b.personStatus
Lead Score integer > b2b.personScore
Lead Origin string > b2b.personSource
Assistant Name string > extendedWorkDetails.assistantDetails.name.fullName
Booth string -
Sales Rep Notes string -
Interested Product string -
Budget string -
Timeline string -
Question 1 string -
Question 2 string -
Dietary Needs string -
Hotel Name string -`,
  },
];
