/** Words of German, French, Spanish, Dutch and Italian business data, without accents; `word: English`. */
export const foreignWords = `
vorname: first name
nachname: last name
familienname: last name
anrede: salutation
titel: title
geburtsdatum: birth date
geburtstag: birth date
geschlecht: gender
strasse: street
hausnummer: house number
plz: postal code
postleitzahl: postal code
ort: city
stadt: city
wohnort: city
land: country
bundesland: state
telefon: phone
telefonnummer: phone number
handy: mobile phone
mobil: mobile
mobilnummer: mobile number
mobiltelefon: mobile phone
firma: company
firmenname: company name
unternehmen: company
kunde: customer
kunden: customer
kundennummer: customer number
kundennr: customer number
bestellung: order
bestellnummer: order number
bestelldatum: order date
auftrag: order
auftragsnummer: order number
rechnung: billing
rechnungs: billing
rechnungsadresse: billing address
rechnungsbetrag: invoice amount
liefer: shipping
lieferadresse: shipping address
lieferung: shipping
adresse: address
anschrift: address
betrag: amount
gesamtbetrag: total amount
summe: total
gesamt: total
preis: price
menge: quantity
anzahl: count
waehrung: currency
wahrung: currency
artikel: product
artikelnummer: sku
artikelname: product name
bezeichnung: name
beschreibung: description
bemerkung: comment
datum: date
uhrzeit: time
zeitpunkt: timestamp
erstellt: created
erstelldatum: created date
angelegt: created
geandert: updated
geaendert: updated
aenderungsdatum: updated date
anderungsdatum: updated date
aktualisiert: updated
am: on
von: by
bis: until
ab: from
gultig: valid
gueltig: valid
sprache: language
abteilung: department
beruf: job title
position: position
branche: industry
umsatz: revenue
jahresumsatz: annual revenue
mitarbeiter: employee
mitarbeiterzahl: employee count
webseite: website
einwilligung: consent
zustimmung: consent
widerruf: withdrawal
abgemeldet: unsubscribe
abmeldung: unsubscribe
grund: reason
geloscht: deleted
geloescht: deleted
stufe: tier
punkte: points
punktestand: points balance
mitglied: member
mitgliedsnummer: membership number
beitritt: joined
beitrittsdatum: joined date
seit: since
quelle: source
herkunft: source
kampagne: campaign
betreff: subject
kennung: id
schlussel: key
nummer: number
art: type
kategorie: category
land: country
zahlungsart: payment type
zahlung: payment
rabatt: discount
steuer: tax
versand: shipping
versandkosten: shipping amount
versandart: shipping method
prenom: first name
nom: last name
civilite: salutation
naissance: birth
sexe: gender
rue: street
adresse: address
codepostal: postal code
ville: city
pays: country
tel: phone
portable: mobile phone
mobile: mobile
courriel: email
mel: email
societe: company
entreprise: company
client: customer
commande: order
numero: number
montant: amount
prix: price
quantite: quantity
devise: currency
produit: product
libelle: name
langue: language
cree: created
creation: created
modification: modified
maj: updated
jour: day
fidelite: loyalty
carte: card
niveau: tier
statut: status
desabonnement: unsubscribe
motif: reason
secteur: industry
effectif: employee count
chiffre: revenue
fonction: job title
service: service
nombre: name
apellido: last name
apellidos: last name
correo: email
telefono: phone
movil: mobile phone
calle: street
ciudad: city
provincia: province
pais: country
fecha: date
nacimiento: birth
empresa: company
cliente: customer
pedido: order
importe: amount
precio: price
cantidad: quantity
moneda: currency
idioma: language
voornaam: first name
achternaam: last name
geboortedatum: birth date
geslacht: gender
straat: street
postcode: postal code
plaats: city
bedrijf: company
telefoonnummer: phone number
nome: first name
cognome: last name
indirizzo: address
citta: city
cap: postal code
nascita: birth
azienda: company
sito: website
ordine: order
quantita: quantity
prezzo: price
`;
