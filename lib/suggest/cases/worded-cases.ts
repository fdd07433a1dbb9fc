import type { WrittenCase } from './written-case';

/**
 * Sources in the words of people who never saw XDM: loyalty, shop visits, contracts, prospects, deals, mailings, tickets. Not one
 * name is that of its target. Written without looking at the vocabulary; misses may be looked at, and some were learned from.
 */
export const wordedCases: readonly WrittenCase[] = [
  {
    name: 'loyalty-members',
    tree: 'profile-full',
    fields: `
member.given_nm string > person.name.firstName
member.family_nm string > person.name.lastName
member.dob date > person.birthDate
member.sex string > person.gender
member.lang string > preferredLanguage
member.e_mail string > personalEmail.address
member.cell string > mobilePhone.number
programme_name string > loyalty.program
enrolled_on date-time > loyalty.joinDate
tier_level string > loyalty.tier
tier_valid_until date-time > loyalty.tierExpiryDate
next_level string > loyalty.nextTier
points_balance number > loyalty.points
points_spent_total number > loyalty.pointsRedeemed
points_earned_lifetime number > loyalty.lifetimePoints
points_lapsed number > loyalty.expiredPoints
points_missing_for_next_level number > loyalty.pointsToNextTier
membership_state string > loyalty.status
etl_batch_no integer -
row_hash string -
kiosk_firmware string -`,
  },
  {
    name: 'loyalty-purchases',
    tree: 'ee-loyalty',
    fields: `
receipt_no string > commerce.order.purchaseID | commerce.order.purchaseOrderNumber | commerce.purchases.id
bought_at date-time > timestamp | commerce.order.createdDate
receipt_total number > commerce.order.priceTotal
vat number > commerce.order.taxAmount
rebate number > commerce.order.discountAmount
cur string > commerce.order.currencyCode
pts_earned number > loyalty.pointsGained.value
pts_burned number > loyalty.pointsRedemption.value
voucher_code string > loyalty.couponRedemption.id
promo_id string > commerce.promotionID | loyalty.couponRedemption.promotionId | loyalty.discounts.promotionId
lines[*].article_no string > productListItems.SKU
lines[*].article_desc string > productListItems.name
lines[*].qty integer > productListItems.quantity
lines[*].line_amount number > productListItems.priceTotal
lines[*].line_discount number > productListItems.discountAmount
cashier_till integer -
fiscal_printer_serial string -`,
  },
  {
    name: 'company-records',
    tree: 'account-b2b',
    fields: `
company_uid string > accountKey.sourceID | accountID | accountKey.sourceKey | accountComponents.sourceAccountID.sourceID | accountComponents.sourceAccountID.sourceKey
legal_name string > accountName | accountComponents.segmentationAttributes.accountName
trading_as string > accountTradeStyle
holding_company_uid string > accountParentKey.sourceID | accountParentID | accountParentKey.sourceKey | accountComponents.sourceAccountParentID.sourceID | accountComponents.sourceAccountParentID.sourceKey
headcount integer > accountOrganization.numberOfEmployees
turnover_per_year number > accountOrganization.annualRevenue.amount
branch string -
sector string > accountOrganization.industry
homepage string > accountOrganization.website
stock_symbol string > accountOrganization.tickerSymbol
duns string > accountOrganization.DUNSNumber
sic string > accountOrganization.SICCode
naics string > accountOrganization.NAICSCode
switchboard string > accountPhone.number
telefax string > accountFax.number
hq_street string > accountPhysicalAddress.street1
hq_town string > accountPhysicalAddress.city
hq_zip string > accountPhysicalAddress.postalCode
invoice_street string > accountBillingAddress.street1
invoice_town string > accountBillingAddress.city
invoice_zip string > accountBillingAddress.postalCode
goods_in_street string > accountShippingAddress.street1
goods_in_town string > accountShippingAddress.city
remarks string > accountDescription
house_currency string > defaultCurrencyCode
responsible_rep string > accountOwnerID
record_added_at date-time > extSourceSystemAudit.createdDate
record_changed_at date-time > extSourceSystemAudit.lastUpdatedDate
record_changed_by string > extSourceSystemAudit.lastUpdatedBy
tombstone boolean > isDeleted
credit_insurance_limit number -
sync_cursor string -`,
  },
  {
    name: 'prospects',
    tree: 'profile-b2b',
    fields: `
prospect_ref string > b2b.personKey.sourceID | b2b.personKey.sourceKey | personID | personComponents.sourcePersonKey.sourceID | personComponents.sourcePersonKey.sourceKey | personComponents.sourcePersonID
honorific string > person.name.courtesyTitle
first string > person.name.firstName
surname string > person.name.lastName
function string > extendedWorkDetails.jobTitle
business_mail string > workEmail.address | personComponents.workEmail.address
direct_dial string > workPhone.number
handset string > mobilePhone.number
employer string > b2b.companyName
employer_site string > b2b.companyWebsite
heard_via string > b2b.personSource | personComponents.personSource
funnel_state string > b2b.personStatus | personComponents.personStatus
lead_points number > b2b.personScore | personComponents.personScore
turned_customer boolean > b2b.isConverted
turned_customer_on date-time > b2b.convertedDate
no_contact boolean > consents.marketing.any.val | b2b.personOptInOut.globalOptout | b2b.isMarketingSuspended | b2b.isBlocked
office_road string > workAddress.street1
office_place string > workAddress.city
office_postcode string > workAddress.postalCode
office_nation string > workAddress.country | workAddress.countryCode
touched_last date-time > extSourceSystemAudit.lastActivityDate | extSourceSystemAudit.lastUpdatedDate
import_job string -
dedupe_bucket integer -`,
  },
  {
    name: 'mail-engagement',
    tree: 'ee-marketo',
    fields: `
event_ts date-time > timestamp
action string > eventType
recipient_addr string > directMarketing.email
mailing_ref string > directMarketing.mailingID | directMarketing.mailingKey.sourceID | directMarketing.mailingKey.sourceKey
mailing_title string > directMarketing.mailingName
ab_variant string > directMarketing.testVariantID | directMarketing.testVariantName
clicked_url string > directMarketing.linkURL | web.webInteraction.linkURL | web.webInteraction.URL
bounce_code string > directMarketing.emailBouncedCode
bounce_text string > directMarketing.emailBouncedDetails
optout_reason string > directMarketing.unsubscribeReason
smtp_relay string -
dkim_ok boolean -
open_pixel_ms integer -`,
  },
  {
    name: 'shop-visits',
    tree: 'ee-loyalty',
    fields: `
seen_at date-time > timestamp
branch_code string > store.storeID | commerce.commerceScope.storeCode | placeContext.POIinteraction.POIDetail.POIID | placeContext.POIinteraction.POIDetail.poiID
branch_name string > placeContext.POIinteraction.POIDetail.name
branch_kind string > placeContext.POIinteraction.POIDetail.category | placeContext.POIinteraction.POIDetail.type
visitor.town string > placeContext.geo.city
visitor.nation string > placeContext.geo.countryCode
geo.lat number > placeContext.geo._schema.latitude
geo.lng number > placeContext.geo._schema.longitude
tz string > placeContext.ianaTimezone
beacon.major number > placeContext.activePOIs.beaconInteractionDetails.beaconMajor | placeContext.POIinteraction.POIDetail.beaconInteractionDetails.beaconMajor | placeContext.POIinteraction.poiDetail.beaconInteractionDetails.beaconMajor
beacon.minor number > placeContext.activePOIs.beaconInteractionDetails.beaconMinor | placeContext.POIinteraction.POIDetail.beaconInteractionDetails.beaconMinor | placeContext.POIinteraction.poiDetail.beaconInteractionDetails.beaconMinor
beacon.uuid string > placeContext.activePOIs.beaconInteractionDetails.proximityUUID | placeContext.POIinteraction.POIDetail.beaconInteractionDetails.proximityUUID | placeContext.POIinteraction.poiDetail.beaconInteractionDetails.proximityUUID
door_counter integer -
hvac_zone string -`,
  },
  {
    name: 'pipeline',
    tree: 'opportunity-b2b',
    fields: `
deal_ref string > opportunityKey.sourceID | opportunityID | opportunityKey.sourceKey | opportunityComponents.sourceOpportunityID.sourceID | opportunityComponents.sourceOpportunityID.sourceKey
deal_title string > opportunityName
customer_ref string > accountKey.sourceID | accountID | accountKey.sourceKey | opportunityComponents.sourceAccountID.sourceID | opportunityComponents.sourceAccountID.sourceKey
phase string > opportunityStage
chance_pct number > probabilityPercentage
deal_volume number > opportunityAmount.amount
deal_volume_currency string > opportunityAmount.currencyCode
weighted_volume number > expectedRevenue.amount
planned_signature date > expectedCloseDate
signed_on date > actualCloseDate
won boolean > isWon
finished boolean > isClosed
todo_next string > nextStep
origin string > leadSource
units number > opportunityQuantity
notes string > opportunityDescription
deal_kind string > opportunityType
fy string > fiscalYear
fq string > fiscalQuarter
board_column_color string -
slack_thread string -`,
  },
  {
    name: 'contracts',
    tree: 'profile-full',
    fields: `
holder.forename string > person.name.firstName | subscriptions.subscriber.name.firstName
holder.surname string > person.name.lastName | subscriptions.subscriber.name.lastName
holder.mail string > personalEmail.address
login_id string > userAccount.ID
login_since date-time > userAccount.startDate
contract_no string > subscriptions.contractID
tariff string > subscriptions.planName | subscriptions.SKU
contract_from date-time > subscriptions.startDate
contract_to date-time > subscriptions.endDate
auto_prolong boolean > subscriptions.renew
pay_method string > subscriptions.paymentMethod
pay_state string > subscriptions.paymentStatus
billed_every string > subscriptions.billingPeriod
contract_state string > subscriptions.status
cancellation_cause string > subscriptions.reason
handset_maker string > subscriptions.device.manufacturer
handset_model string > subscriptions.device.model
line_noise_db number -
provisioning_node string -`,
  },
  {
    name: 'support-tickets',
    tree: 'ee-analytics',
    fields: `
opened_at date-time > timestamp
ticket_url string > web.webPageDetails.URL
asked_from_city string > placeContext.geo.city
browser_string string > environment.browserDetails.userAgent
os_name string > environment.operatingSystem
phone_model string > device.model
ip string > environment.ipV4
agent_minutes integer -
sla_breached boolean -
severity integer -
queue string -
first_reply_at date-time -`,
  },
];
