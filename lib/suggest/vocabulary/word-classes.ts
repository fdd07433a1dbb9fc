const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words that say little by themselves: every schema has them, so they neither prove nor disprove much. */
export const fillerWords = words(`
  a an the of for to in on at from with and or is has was are be this that its it
  data info information detail details properties property attributes field fields record records object 
  raw custom my our original value val flag indicator bool boolean string str json new_ obj result results
  c r pc s t x m p f l v cf udf attr
`);

/** Names of containers in XDM whose mention a source cannot be expected to make. */
export const containerWords = words(`
  b2b person details detail extended ext source system audit key components component attributes segmentation organization
  experience web page environment browser context place geo user end ids identity map schema properties list items product
  commerce order marketing direct data analytics dimensions custom interaction referrer information val amount address
  account opportunity campaign loyalty personal operation application device name number phone email event lead form fill out
  implementation consents metadata
`);

/** Words that tell repeated structures apart: a target that says one asks the source to say it too. */
export const qualifierWords = words(`
  billing shipping mailing home work other personal physical mobile fax assistant parent converted previous partner
  secondary blocked suspended acquired matched external old expected actual budgeted collect share personalize whatsapp sms
  push call any commercial subscriptions return refunds refund returns pods poi ad new next expired lifetime
  redeemed webinar tnt mcid aaid acid stream cadence hashed namespace app ip
`);

/** What kind of value the last word of a name promises. Two names of different kinds seldom mean the same field. */
export const headKinds: ReadonlyMap<string, string> = new Map(
  Object.entries({
    id: 'id key guid',
    time: 'date time timestamp birthday day datetime created updated modified',
    name: 'name',
    kind: 'type category kind class',
    status: 'status stage phase state_',
    reason: 'reason cause',
    money: 'amount price cost revenue total budget',
    count: 'count quantity points point views clicks opens',
    number: 'number code',
    url: 'url link website uri',
    email: 'email',
    phone: 'phone fax',
    text: 'description note comment notes comments',
    place: 'city country state street region postal province',
    score: 'score rating probability percentage',
    actor: 'by owner',
    version: 'version',
    size: 'height width depth length duration',
    language: 'language locale timezone',
    currency: 'currency',
  }).flatMap(([kind, list]) => list.split(' ').map((word) => [word, kind] as const)),
);

/** Names that every schema has somewhere: alone they say what kind of value it is, not of what. */
export const vagueWords = words(`
  number code value amount name type status id key date time count size first last title address total label version description email phone reason category subcategory source result response step choice priority score success service group position detail new old change url link
`);

/** Names that every kind of event has for something else: without more around them they are left to a person. */
export const bareNames = words(`
  name title reason value status category subcategory description source code result comment label note text group position
  detail new old change step choice priority class kind state version vendor balance
`);

/** Words of paging envelopes and transport, which carry no business data. */
export const technicalWords = words(`
  paging pageable paged unpaged sorted unsorted offset limit cursor total_pages pagination page_size token checksum hash
  etag schema_version livemode debug trace batch sync row rownum modstamp import imported export exported etl ingested
  loaded shard partition retry attempt revision lock locked replication migrated connector resync watermark
`);

/** Words of the general domain that are in no table of relations but appear inside run-together names. */
export const moreWords = words(`
  number amount value total name first last middle date time type code status state reason count flag email mail phone
  mobile home work address street city country region postal company account contact lead opportunity campaign customer
  member owner parent source created modified updated last activity viewed description title job department industry
  annual revenue employee website score rating birth gender language currency order product quantity price tax discount
  shipping billing payment method transaction refund coupon point tier loyalty program level join expiry start end
  subscription plan term renew consent preference channel event page view session visit visitor browser device model
  version screen height width color depth operating system server link click open send bounce unsubscribe message mailing
  form list stage close expected actual probability forecast quarter year fiscal budget cost response responded success
  external internal key user display preferred marketing suspended blocked converted deleted active is has do not allow
  bulk sms fax push call on by at of in to off out line zip area box room guest check hotel booking reservation ticket
  seat venue store agent duration queue invoice charge customer estimated proposed default transaction territory
  segment group sub category brand image picture photo logo url domain host path query search keyword term engine position
  referrer landing exit entry bounce rate new old previous current next step role primary secondary main other business
  office assistant manager supervisor report reports salutation suffix nick family children spouse name anniversary
  credit hold limit exchange base net gross sum unit item sku article serial batch lot model make reference ref
  confirmation tracking carrier delivery ship shipped paid due balance open closed won lost
  stamp player game score club card number points balance earned spent expires valid until from extended
  donot email allow annual size ticker symbol ownership legal form vat sic naics site trade style notes comment
`);
