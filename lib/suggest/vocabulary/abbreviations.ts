/** Short forms and the words they stand for; `form: words`, one a line. Applied to names of sources and of targets. */
export const abbreviations: ReadonlyMap<string, readonly string[]> = readLines(`
acct: account
accnt: account
addr: address
adr: address
adress: address
amt: amount
annl: annual
appl: application
appt: appointment
attr: attribute
avg: average
bal: balance
bday: birth date
biz: business
bldg: building
cd: code
cmpgn: campaign
cnt: count
cntry: country
co: company
corp: corporation
cpy: company
ctry: country
ctr: counter
cur: currency
curr: currency
ccy: currency
cust: customer
dept: department
desc: description
descr: description
dlv: delivery
dob: birth date
dob: birth date
dt: date
dte: date
dttm: date time
emp: employee
empl: employee
est: estimated
evt: event
exp: expiration
ext: extension
fname: first name
fst: first
freq: frequency
geo: geo
grp: group
hq: headquarters
img: image
ind: indicator
info: information
inv: invoice
lang: language
lat: latitude
lng: longitude
lon: longitude
lname: last name
loc: location
lst: last
lvl: level
mgr: manager
mob: mobile
mktg: marketing
mname: middle name
mod: modified
msg: message
mth: month
nbr: number
nm: name
no: number
num: number
nr: number
oppty: opportunity
opp: opportunity
org: organization
organisation: organization
os: operating system
pct: percentage
perc: percentage
ph: phone
phn: phone
pic: picture
pos: position
prd: product
prev: previous
prob: probability
prod: product
pts: points
pw: password
pwd: password
qty: quantity
rcpt: receipt
rec: record
ref: reference
reg: region
rep: representative
rev: revenue
sal: salutation
seq: sequence
sess: session
sfx: suffix
sku: sku
src: source
stat: status
sts: status
subj: subject
svc: service
tel: phone
telephone: phone
telefax: fax
temp: temporary
tm: time
tot: total
tran: transaction
trans: transaction
trx: transaction
txn: transaction
ts: timestamp
typ: type
tz: time zone
timezone: time zone
uid: user id
uuid: id
guid: id
usr: user
val: value
ver: version
yr: year
ua: user agent
resp: response
uri: url
href: url
cellphone: mobile phone
handphone: mobile phone
faxnumber: fax number
ip: ip
ipaddress: ip address
identifier: id
ident: id
pk: id
oid: id
recid: id
firstname: first name
lastname: last name
surname: last name
forename: first name
givenname: first name
familyname: last name
fullname: full name
middlename: middle name
postcode: postal code
postalcode: postal code
zip: postal code
zipcode: postal code
birthdate: birth date
birthday: birth date
birthyear: birth year
homepage: website
webpage: web page
weblink: website
webaddress: website
hostname: host name
username: user name
jobtitle: job title
headcount: employee count
nickname: nick name
closedate: close date
subtotal: sub total
lineitem: line item
opted: opt
bill: billing
ship: shipping
qtr: quarter
nxt: next
currcode: currency code
optin: opt in
optout: unsubscribe
unsubscribed: unsubscribe
unsubscription: unsubscribe
unsubscriptions: unsubscribe
mailings: mailing
javascript: javascript
useragent: user agent
referer: referrer
referral: referrer
utm: utm
turnover: revenue
promo: promotion
incl: include
excl: exclude
orig: original
dflt: default
anniv: anniversary
req: request
conf: confirmation
resv: reservation
wgt: weight
fk: id
fkey: id
rowid: id
fisc: fiscal
fq: fiscal quarter
fsc: fiscal
fy: fiscal year
fcst: forecast
cat: category
catg: category
subcat: subcategory
conn: connection
crt: created
crtd: created
cre: created
upd: updated
updt: updated
chg: changed
flg: flag
del: deleted
dlt: deleted
ord: order
pmt: payment
pymt: payment
terr: territory
tld: domain
mkt: marketing
mtg: meeting
mgmt: management
mkting: marketing
campgn: campaign
camp: campaign
cont: contact
ctc: contact
prty: party
intl: international
len: length
hgt: height
wdt: width
sys: system
strt: start
beg: begin
upc: sku
ean: sku
invc: invoice
shp: shipping
mfr: manufacturer
mfg: manufacturer
pstl: postal
programme: program
catalogue: catalog
centre: center
enrolment: enrollment
colour: color
cancelled: canceled
favourite: favorite
personalised: personalized
personalisation: personalization
visitorid: visitor id
pref: preferred
prefd: preferred
prgm: program
natlty: nationality
mid: middle
init: initial
hm: home
hme: home
wk: work
wrk: work
ofc: office
ofce: office
dvc: device
dev: device
mbr: member
memb: member
purch: purchase
dm: direct mail
ltm: lifetime
hh: household
lstnm: last name
fstnm: first name
assoc: associated
asst: assistant
auth: authenticated
bus: business
calc: calculated
chan: channel
cmp: campaign
comm: communication
compl: complete
ctrl: control
deliv: delivery
disc: discount
dest: destination
div: division
doc: document
equip: equipment
fwd: forward
hist: history
inst: instance
lic: license
loyl: loyalty
maint: maintenance
mdl: model
mstr: master
natl: national
notif: notification
obj: object
oth: other
outl: outlet
ownr: owner
parm: parameter
param: parameter
params: parameter
perm: permission
pers: person
prio: priority
prov: province
prsn: person
qual: qualified
rcv: received
rcvd: received
recd: received
regn: region
reln: relation
rsn: reason
sched: scheduled
secy: secretary
shpmt: shipment
subscr: subscription
subs: subscription
supp: support
titl: title
upg: upgrade
vrsn: version
whse: warehouse
xact: transaction
sessionid: session id
`);

function readLines(text: string): Map<string, readonly string[]> {
  const map = new Map<string, readonly string[]>();
  for (const line of text.trim().split('\n')) {
    const at = line.indexOf(':');
    map.set(
      line.slice(0, at),
      line
        .slice(at + 1)
        .trim()
        .split(' '),
    );
  }
  return map;
}
