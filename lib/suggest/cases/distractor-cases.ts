import type { WrittenCase } from './written-case';

const nothing = (names: string) =>
  names
    .trim()
    .split(/\s*;\s*/)
    .map((field) => `${field} -`)
    .join('\n');

/** Fields of everyday exports that no standard field of the schema is meant for: what the confidence learns to doubt. */
export const distractorCases: readonly WrittenCase[] = [
  {
    name: 'company-leftovers',
    tree: 'account-b2b',
    fields: nothing(`
LastCallDate date; NumberOfOpenTickets integer; PrimaryContactEmail string; PrimaryContactName string; HealthScore number;
CustomerSuccessManager string; ContractValue number; DiscountRate number; PaymentMethod string; InvoiceEmail string; Tier string;
Language string; FirstOrderDate date; YearFounded integer; FiscalYearEnd string; CreditRating string; BankAccount string; TaxCode string;
AssignedQueue string; LastEmailSentAt date-time; PriceListCode string; DeliveryTerms string; ShippingMethod string; SupportPlan string;
MergedIntoId string; DuplicateOf string; ProcessId string; TimeZoneRule integer; ExchangeRate number; LastQuoteNumber string; ReviewStatus string;
ParticipatesInWorkflow boolean; PreferredDay string; OpenDeals integer; OpenRevenue number; WonRevenue number; IsCustomerReference boolean;
NumberOfLocations integer; LegalEntityId string; BusinessUnit string; PhotoUrl string; CleanStatus string; CompetitorName string`),
  },
  {
    name: 'people-leftovers',
    tree: 'profile-b2b',
    fields: nothing(`
lastOpenDate date-time; emailInvalid boolean; emailStatus string; leadOwner string; ownerEmail string; campaignName string; landingPage string;
numberOfVisits integer; webinarAttended boolean; productInterest string; budget number; purchaseTimeframe string; lastFormName string;
annualRevenue number; industry string; numberOfEmployees integer; sessionId string; ipCountry string; originalReferrer string; referrerUrl string;
searchPhrase string; timezone string; twitterHandle string; linkedinProfile string; facebookId string; skype string; spouseName string;
anniversary date; childrenNames string; hobbies string; vatId string; bankName string; creditLimit number; paymentTerms string;
syncStatus string; lastSyncAt date-time; duplicateCount integer; urgency string; priority integer; stageEnteredDate date; daysInStage integer;
relativeScore integer; recordUrl string; accessLevel string; approvalState string; queueName string; territory string; doNotSync boolean`),
  },
  {
    name: 'consumer-leftovers',
    tree: 'profile-full',
    fields: nothing(`
customer_group string; acquisition_channel string; first_order_date date; last_order_date date; avg_order_value number; return_rate number;
clv_score number; churn_risk number; rfm_segment string; vip_flag boolean; coupon_used string; referral_code string; referred_by string;
preferred_store string; preferred_size string; shoe_size number; app_installed boolean; device_token string; push_token string;
last_login_ip string; password_hash string; two_factor_enabled boolean; account_locked boolean; failed_logins integer; signup_source string;
newsletter_frequency string; email_domain string; email_hash string; phone_verified boolean; phone_country string; income_band string;
education string; household_size integer; has_children boolean; pet_owner boolean; car_model string; insurance_number string;
blood_type string; allergies string; gift_card_balance number; wishlist_count integer; cart_total number;
tax_class string; warehouse_zone string; fraud_flag boolean; import_batch string; merged_into string`),
  },
  {
    name: 'shop-leftovers',
    tree: 'ee-loyalty',
    fields: nothing(`
order.risk_level string; order.note string; order.tags string; order.confirmed boolean; order.subtotal_price number; order.total_weight integer;
order.landing_site string; order.source_name string; order.device_id string; order.user_id string; order.location_id string;
order.customer_group string; order.invoice_number string; order.invoice_due date; order.is_gift boolean; order.exchange_rate number;
order.payment_due date; order.payment_status string; order.fulfillment_status string; order.items_count integer; order.checkout_token string;
order.sales_rep string; order.channel_fee number; order.installments integer; order.margin number;
item.vendor string; item.weight number; item.barcode string; item.taxable boolean; item.cost number; item.stock integer; item.supplier string;
item.color string; item.size string; item.fulfillment string; item.gift_wrap boolean; customer.vip boolean; customer.segment string;
customer.note string; customer.verified boolean; terminal.id string; terminal.operator string; receipt.url string;
receipt.number string; charge.description string; charge.outcome string; charge.failure_code string; charge.disputed boolean; card.brand string;
card.exp_month integer; card.fingerprint string; card.funding string; card.country string; fee.amount integer; fee.type string; payout.id string`),
  },
  {
    name: 'site-leftovers',
    tree: 'ee-target',
    fields: nothing(`
page_load_time integer; dom_ready_ms integer; event_value number; event_label string; event_category string;
user_type string; days_since_last_visit integer; visit_number integer; pages_per_session number; experiment_id string; variant_name string;
goal_id string; goal_value number; content_author string; content_type string; publish_date date; word_count integer; video_title string;
video_duration integer; error_message string; error_code string; form_name string; form_step integer; click_x integer; click_y integer;
scroll_percent number; ad_group string; ad_id string; keyword_match_type string; utm_id string; client_id string; property_id string;
hostname_group string; log_level string; request_id string; response_code integer; cache_status string; region_code_custom string;
consent_version string; cookie_banner_shown boolean; chat_opened boolean; store_locator_query string; user_tier string; logged_in boolean`),
  },
  {
    name: 'mail-leftovers',
    tree: 'ee-marketo',
    fields: nothing(`
campaignRunNumber integer; stepId string; choiceNumber integer; isPredictive boolean; segmentName string; fromName string; replyTo string;
preheader string; sendTimezone string; batchNumber integer; ipPool string; deviceFamily string; openLocation string;
timeToOpen integer; linkPosition integer; hasPredictiveContent boolean; attachmentCount integer; templateName string; folder string;
assetVersion string; createdByUser string; approvalStatus string; leadOwner string; leadCompany string; leadScoreBand string; taskSubject string;
taskDueDate date; callDuration integer; callOutcome string; meetingHost string; smsText string; smsSegments integer; errorText string;
sourceFile string; attempt integer; tokenValue string; socialNetwork string; shareText string; pollAnswer string; eventCapacity integer`),
  },
  {
    name: 'deal-leftovers',
    tree: 'opportunity-b2b',
    fields: nothing(`
PrimaryContactName string; PrimaryContactId string; CompetitorName string; LossReason string; DaysOpen integer; ForecastManager string;
PricebookId string; ContractTerm integer; ContractStart date; DeliveryStatus string; TrackingNumber string; OrderNumber string;
HasOpenActivity boolean; HasOverdueTask boolean; PushCount integer; LastStageChangeDate date-time; Rating string; TotalTax number;
TotalDiscountAmount number; FreightAmount number; BudgetConfirmed boolean; BudgetStatus string; DecisionMaker boolean; PurchaseProcess string;
CustomerNeed string; QuoteId string; ExchangeRate number; Territory2Id string; PartnerName string; RecordTypeId string; Margin number;
ProposalSentDate date; Priority string; TeamName string; ProcessStage string; IsSplit boolean; LineItemCount integer; OwnerEmail string`),
  },
  {
    name: 'campaign-leftovers',
    tree: 'campaign-b2b',
    fields: nothing(`
numberOfLeads integer; numberOfContacts integer; numberOfOpportunities integer; amountWon number; ownerName string; approver string;
targetAudience string; messageText string; region string; productLine string; agencyName string; emailTemplate string; promoCode string;
utmSource string; utmMedium string; landingPage string; openRate number; conversions integer; costPerLead number; roi number; folderName string;
workspace string; smartCampaignCount integer; isTemplate boolean; language string; createdInWeek integer; currencyRate number; tags string;
priority string; memberCount integer; venueName string; venueCity string; registrationUrl string; maxAttendees integer; reminderDate date`),
  },
];
