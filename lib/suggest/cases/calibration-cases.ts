import type { WrittenCase } from './written-case';

/**
 * Invented sources with their mappings onto the standard schemas; thresholds and weights are set on these. One field a
 * line: `path type > target`, more right targets after `|`, a calculated one after `>>`, `-` where nothing fits, `.`
 * where opinions differ.
 */
export const calibrationCases: readonly WrittenCase[] = [
  {
    name: 'field-sales-contacts',
    tree: 'profile-b2b',
    fields: `
ContactId string > b2b.personKey.sourceID | personID | b2b.personKey.sourceKey | personComponents.sourcePersonKey.sourceID
OrganisationId string > b2b.accountKey.sourceID | b2b.accountID | b2b.accountKey.sourceKey
GivenName string > person.name.firstName
FamilyName string > person.name.lastName
Salutation string > person.name.courtesyTitle
DisplayName string > person.name.fullName
Position string > extendedWorkDetails.jobTitle
Department string > extendedWorkDetails.departments
OfficePhone string > workPhone.number
CellPhone string > mobilePhone.number
PrivatePhone string > homePhone.number
Fax string > faxPhone.number
EMail string > workEmail.address | personComponents.workEmail.address
OfficeStreet string > workAddress.street1
OfficeCity string > workAddress.city
OfficeZip string > workAddress.postalCode
OfficeState string > workAddress.state | workAddress.stateProvince
OfficeCountry string > workAddress.country
HomeStreet string > homeAddress.street1
HomeTown string > homeAddress.city
HomeZip string > homeAddress.postalCode
Birthday date > person.birthDate
SecretaryName string > extendedWorkDetails.assistantDetails.name.fullName
SecretaryPhone string > extendedWorkDetails.assistantDetails.phone.number
SupervisorId string > extendedWorkDetails.reportsToID
DoNotCall boolean >> consents.marketing.call.val
NoBulkEmail boolean >> consents.marketing.email.val
EnteredOn date-time > extSourceSystemAudit.createdDate
ChangedOn date-time > extSourceSystemAudit.lastUpdatedDate
ChangedBy string > extSourceSystemAudit.lastUpdatedBy
LastTouch date-time > extSourceSystemAudit.lastActivityDate
Archived boolean > isDeleted
RowVersion integer -
SyncToken string -
FavouriteColour string -
ParkingPermit string -
Hobbies string -
`,
  },
  {
    name: 'trade-fair-leads',
    tree: 'profile-b2b',
    fields: `
lead_id string > b2b.personKey.sourceID | personID | b2b.personKey.sourceKey | personComponents.sourcePersonKey.sourceID
first_nm string > person.name.firstName
last_nm string > person.name.lastName
middle_nm string > person.name.middleName
org_name string > b2b.companyName
org_url string > b2b.companyWebsite
work_email string > workEmail.address
mobile string > mobilePhone.number
phone string > workPhone.number
job_role string > extendedWorkDetails.jobTitle
street string > workAddress.street1
city string > workAddress.city
region string > workAddress.state | workAddress.region | workAddress.stateProvince
post_code string > workAddress.postalCode
country string > workAddress.country | workAddress.countryCode
lead_state string > b2b.personStatus
lead_origin string > b2b.personSource
lead_points integer > b2b.personScore
qualified boolean > b2b.isConverted
qualified_at date-time > b2b.convertedDate
converted_contact_id string > b2b.convertedContactKey.sourceID | b2b.convertedContactID
captured_at date-time > extSourceSystemAudit.createdDate
captured_by string > extSourceSystemAudit.createdBy
last_edited_at date-time > extSourceSystemAudit.lastUpdatedDate
picture_url string > extendedWorkDetails.photoUrl
booth_number string -
scanner_serial string -
badge_printed boolean -
hall string -
lunch_choice string -
notes string -
`,
  },
  {
    name: 'company-register',
    tree: 'account-b2b',
    fields: `
COMPANY_ID string > accountKey.sourceID | accountID | accountKey.sourceKey
COMPANY_NAME string > accountName
PARENT_COMPANY_ID string > accountParentKey.sourceID | accountParentID | accountParentKey.sourceKey
CUSTOMER_NO string > accountNumber
COMPANY_TYPE string > accountType | accountOrganization.organizationType
SECTOR string > accountOrganization.industry
EMPLOYEES integer > accountOrganization.numberOfEmployees
YEARLY_REVENUE number > accountOrganization.annualRevenue.amount
REVENUE_CURRENCY string > accountOrganization.annualRevenue.currencyCode
WEBSITE string > accountOrganization.website
SWITCHBOARD string > accountPhone.number
FAX_NO string > accountFax.number
BILL_STREET string > accountBillingAddress.street1
BILL_CITY string > accountBillingAddress.city
BILL_ZIP string > accountBillingAddress.postalCode
BILL_STATE string > accountBillingAddress.state | accountBillingAddress.stateProvince
BILL_COUNTRY string > accountBillingAddress.country | accountBillingAddress.countryCode
SHIP_STREET string > accountShippingAddress.street1
SHIP_CITY string > accountShippingAddress.city
SHIP_ZIP string > accountShippingAddress.postalCode
SHIP_COUNTRY string > accountShippingAddress.country | accountShippingAddress.countryCode
SIC string > accountOrganization.SICCode
DUNS string > accountOrganization.DUNSNumber
TICKER string > accountOrganization.tickerSymbol
OWNER_ID string > accountOwnerID | accountComponents.sourceAccountOwnerID.sourceID
DESCRIPTION string > accountDescription
CREATE_DATE date-time > extSourceSystemAudit.createdDate
UPDATE_DATE date-time > extSourceSystemAudit.lastUpdatedDate
DELETED_FLAG boolean > isDeleted
CREDIT_LIMIT number -
PAYMENT_TERMS string -
VAT_ID string -
FISCAL_YEAR_START string -
PRICE_LIST string -
`,
  },
  {
    name: 'pipeline-export',
    tree: 'opportunity-b2b',
    fields: `
Deal Id string > opportunityKey.sourceID | opportunityID | opportunityKey.sourceKey
Deal Name string > opportunityName
Company Id string > accountKey.sourceID | accountID | accountKey.sourceKey
Campaign Id string > campaignKey.sourceID | campaignID | campaignKey.sourceKey
Stage string > opportunityStage
Deal Type string > opportunityType
Value number > opportunityAmount.amount
Currency string > opportunityAmount.currencyCode
Weighted Value number > expectedRevenue.amount
Win Probability number > probabilityPercentage
Target Close Date date > expectedCloseDate
Closed On date-time > actualCloseDate
Is Won boolean > isWon
Is Closed boolean > isClosed
Origin string > leadSource
Next Action string > nextStep
Comments string > opportunityDescription
Created At date-time > extSourceSystemAudit.createdDate
Creator string > extSourceSystemAudit.createdBy
Updated At date-time > extSourceSystemAudit.lastUpdatedDate
Forecast string > forecastCategory | forecastCategoryName
Last Contacted date-time > lastActivityDate | extSourceSystemAudit.lastActivityDate
Legal Review Needed boolean -
Competitor string -
Contract PDF string -
Discount Approved By string -
Loss Reason string -
`,
  },
  {
    name: 'mail-tool-sends',
    tree: 'ee-marketo',
    fields: `
event_id string > _id
event string > eventType
occurred_at date-time > timestamp
subscriber_id string > personKey.sourceID | personID | personKey.sourceKey
subscriber_email string > directMarketing.email
newsletter_id string > directMarketing.mailingKey.sourceID | directMarketing.mailingID | directMarketing.mailingKey.sourceKey
newsletter_name string > directMarketing.mailingName
variant string > directMarketing.testVariantName | directMarketing.testVariantID
workflow_run_id string > directMarketing.automationRunID
clicked_url string > directMarketing.linkURL | web.webInteraction.URL | web.webInteraction.linkURL
bounce_code string > directMarketing.emailBouncedCode
bounce_text string > directMarketing.emailBouncedDetails
user_agent string > environment.browserDetails.userAgent
client_ip string > environment.ipV4
device_type string > device.type
is_mobile boolean > device.isMobileDevice
os string > environment.operatingSystem
browser string > environment.browserDetails.name
city string > placeContext.geo.city
country_code string > placeContext.geo.countryCode
unsubscribe_reason string > directMarketing.unsubscribeReason
dkim_result string -
smtp_pool string -
template_version integer -
retry_count integer -
spam_score number -
`,
  },
  {
    name: 'hotel-guests',
    tree: 'profile-full',
    fields: `
guest.guestNumber string > personID | _id
guest.title string > person.name.courtesyTitle
guest.forename string > person.name.firstName
guest.surname string > person.name.lastName
guest.dateOfBirth date > person.birthDate
guest.sex string > person.gender
guest.nationality string > person.nationality
guest.languagePreference string > preferredLanguage
guest.contact.email string > personalEmail.address
guest.contact.mobile string > mobilePhone.number
guest.contact.landline string > homePhone.number
guest.address.line1 string > homeAddress.street1
guest.address.line2 string > homeAddress.street2
guest.address.town string > homeAddress.city
guest.address.postcode string > homeAddress.postalCode
guest.address.countryIso string > homeAddress.countryCode
guest.club.cardNumber string > loyalty.loyaltyID
guest.club.level string > loyalty.tier
guest.club.pointBalance number > loyalty.points
guest.club.memberSince date > loyalty.joinDate
guest.club.levelValidUntil date > loyalty.tierExpiryDate
guest.permissions.newsletter boolean >> consents.marketing.email.val
guest.permissions.sms boolean >> consents.marketing.sms.val
guest.permissions.phone boolean >> consents.marketing.call.val
guest.avatar string > profilePictureLink
guest.roomPreference string -
guest.pillowType string -
guest.smoking boolean -
guest.passportNumber string -
guest.vehiclePlate string -
guest.createdAt date-time > extSourceSystemAudit.createdDate
guest.updatedAt date-time > extSourceSystemAudit.lastUpdatedDate
`,
  },
  {
    name: 'web-shop-orders',
    tree: 'ee-loyalty',
    fields: `
order.number string > commerce.order.purchaseID | order.orderID
order.placedAt date-time > timestamp | order.orderDate | commerce.order.createdDate
order.poNumber string > commerce.order.purchaseOrderNumber
order.total number > commerce.order.priceTotal | order.priceTotal
order.vat number > commerce.order.taxAmount
order.discount number > commerce.order.discountAmount
order.currency string > commerce.order.currencyCode
order.couponCode string > commerce.promotionID | loyalty.couponRedemption.id
order.basketId string > commerce.cart.cartID
order.payments[*].reference string > commerce.order.payments.transactionID
order.payments[*].method string > commerce.order.payments.paymentType
order.payments[*].amount number > commerce.order.payments.paymentAmount
order.items[*].sku string > productListItems.SKU
order.items[*].title string > productListItems.name
order.items[*].qty integer > productListItems.quantity
order.items[*].lineTotal number > productListItems.priceTotal
order.items[*].image string > productListItems.productImageUrl
order.items[*].rebate number > productListItems.discountAmount
order.delivery.method string > commerce.shipping.shippingMethod | shipping.shippingMethod
order.delivery.cost number > commerce.shipping.shippingAmount | shipping.shippingAmount
order.delivery.city string > commerce.shipping.address.city | shippingAddress.city | shipping.address.city
order.delivery.zip string > commerce.shipping.address.postalCode | shippingAddress.postalCode | shipping.address.postalCode
order.delivery.street string > commerce.shipping.address.street1 | shippingAddress.street1 | shipping.address.street1
order.delivery.trackingUrl string > commerce.shipping.trackingURL | shipping.trackingURL
order.invoice.city string > commerce.billing.address.city | billingAddress.city | billing.address.city
order.invoice.zip string > commerce.billing.address.postalCode | billingAddress.postalCode | billing.address.postalCode
order.refunded number > commerce.order.refundTotal
order.giftWrap boolean -
order.warehouse string -
order.pickerId string -
order.fraudCheck string -
order.printedAt date-time -
`,
  },
  {
    name: 'event-series-participants',
    tree: 'campaign-member-b2b',
    fields: `
participationId string > campaignMemberKey.sourceID | campaignMemberID | campaignMemberKey.sourceKey
seriesCampaignId string > campaignKey.sourceID | campaignID | campaignKey.sourceKey
contactId string > personKey.sourceID | personID | personKey.sourceKey
participationStatus string > memberStatus
statusReason string > memberStatusReason
responded boolean > hasResponded
firstResponse date-time > firstRespondedDate
joinedAt date-time > membershipDate
goalReached boolean > hasReachedSuccess
goalReachedAt date-time > reachedSuccessDate
formerStatus string > lastStatus
joinLink string > webinarConfirmationUrl
registrationNumber string > webinarRegistrationID
contactKind string > b2b.personType
createdOn date-time > extSourceSystemAudit.createdDate
createdByUser string > extSourceSystemAudit.createdBy
modifiedOn date-time > extSourceSystemAudit.lastUpdatedDate
removed boolean > isDeleted
tableNumber integer -
mealOption string -
shirtSize string -
qrCode string -
`,
  },
];
