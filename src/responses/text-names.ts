import type { Faker } from '@faker-js/faker'
import { formatSeconds } from '../worlds/clock.ts'
import { byOwner, capital, oneOf } from './draw-named.ts'
import type { DrawNamed, NamedRow } from './draw-named.ts'
import { homeOf } from './home-region.ts'
import { company, person, restaurant } from './thing-names.ts'

const link = (faker: Faker): string => `https://example.com/${faker.lorem.slug(2)}`
const image = (faker: Faker): string => `https://example.com/images/${faker.lorem.slug(2)}.png`
/** From 2020 to 2026, in seconds since 1970. */
const RECENT = { min: 1_577_836_800, max: 1_767_225_600 }

const instant = (faker: Faker): string => formatSeconds(faker.number.int(RECENT) * 1000)
const day = (faker: Faker): string => instant(faker).slice(0, 10)
const code = (faker: Faker): string => faker.string.alphanumeric({ length: 8, casing: 'upper' })
const airport: DrawNamed = faker => faker.airline.airport().iataCode
const sentence: DrawNamed = faker => faker.lorem.sentence()

const title: DrawNamed = byOwner([
  ['recipe dish meal', faker => faker.food.dish()],
  ['book', faker => faker.book.title()],
  ['song track album', faker => faker.music.songName()],
  ['product item', faker => faker.commerce.productName()],
  ['job position vacancy', faker => faker.person.jobTitle()],
  ['course lesson class', faker => `Introduction to ${faker.commerce.department()}`],
  ['event meeting appointment', oneOf('Budget review', 'Kick-off', 'Project status', 'Team lunch', 'Weekly planning')],
  ['ticket issue case', oneOf('Cannot sign in', 'Export takes too long', 'Invoice is missing', 'Password reset fails')]
], faker => capital(faker.lorem.words(3)))

const dimensions: DrawNamed = faker => {
  const sizes = [1, 2, 3].map(() => faker.number.int({ min: 5, max: 80 }))
  return `${sizes.join(' × ')} cm`
}

/** Draws the number of an account in the country of the locale, or in another where that one has none. */
const iban: DrawNamed = faker => {
  const countries = ['DE', 'ES', 'FR', 'GB', 'IT', 'NL']
  const { code } = homeOf(faker)
  return faker.finance.iban({ countryCode: IBAN_HOMES.has(code) ? code : faker.helpers.arrayElement(countries) })
}

const IBAN_HOMES: ReadonlySet<string> = new Set([
  'AT', 'BE', 'CH', 'CZ', 'DE', 'DK', 'ES', 'FI', 'FR', 'GB', 'GR', 'HU', 'IE', 'IT', 'NL', 'NO', 'PL', 'PT', 'RO',
  'SE', 'TR'
])

/** Texts, by the last words of the names of their members. */
export const TEXT_NAMES: readonly NamedRow[] = [
  ['firstname givenname forename fname', faker => faker.person.firstName()],
  ['lastname surname familyname lname', faker => faker.person.lastName()],
  ['middlename', faker => faker.person.middleName()],
  ['fullname displayname contactname realname', person],
  ['companyname organizationname organisationname company organization organisation vendor supplier manufacturer ' +
    'employer brand merchant provider insurer bank', company],
  ['author owner customer recipient sender assignee createdby updatedby instructor teacher doctor driver ceo founder ' +
    'manager host guest requester reporter accountholder cardholder beneficiary payee payer', person],
  ['location place venue', faker => faker.location.city()],
  ['origin destination', byOwner([['flight trip route leg', airport]], faker => faker.location.city())],
  ['airport', faker => faker.airline.airport().name],
  ['airline', faker => faker.airline.airline().name],
  ['flightnumber flight', faker => `${faker.airline.airline().iataCode}${faker.number.int({ min: 100, max: 2999 })}`],
  ['aircraft', faker => faker.airline.airplane().name],
  ['seat', faker => faker.airline.seat()],
  ['gate', faker => `${faker.helpers.arrayElement(['A', 'B', 'C', 'D'])}${faker.number.int({ min: 1, max: 48 })}`],
  ['terminal', oneOf('1', '2', '3', '4')],
  ['username login nickname handle screenname', faker => faker.internet.username().toLowerCase()],
  ['email mail emailaddress', faker => faker.internet.exampleEmail().toLowerCase()],
  ['phone phonenumber telephone tel mobile mobilephone cell fax', faker => faker.phone.number()],
  ['password', faker => faker.internet.password()],
  ['jobtitle job position occupation profession', faker => faker.person.jobTitle()],
  ['gender sex', faker => faker.person.sex()],
  ['bloodtype bloodgroup', oneOf('A+', 'A−', 'B+', 'AB+', '0+', '0−')],
  ['allergy', oneOf('dust', 'latex', 'nuts', 'penicillin', 'pollen')],
  ['allergen', oneOf('celery', 'eggs', 'gluten', 'milk', 'nuts', 'soy')],
  ['industry sector', oneOf('Construction', 'Education', 'Energy', 'Finance', 'Health care', 'Logistics', 'Retail')],
  ['street streetaddress address addressline1 addressline line1 street1', faker => faker.location.streetAddress()],
  ['address2 addressline2 line2 street2', faker => faker.location.secondaryAddress()],
  ['city town', faker => faker.location.city()],
  ['state province region', faker => faker.location.state()],
  ['county', faker => faker.location.county()],
  ['country countryname', faker => faker.location.country()],
  ['countrycode', faker => faker.location.countryCode()],
  ['zip zipcode postcode postalcode', faker => faker.location.zipCode()],
  ['timezone tz', faker => faker.location.timeZone()],
  ['latitude lat', faker => String(faker.location.latitude())],
  ['longitude lng lon', faker => String(faker.location.longitude())],
  ['language lang', byOwner([['repository repo project file', oneOf('Go', 'Java', 'Python', 'Rust', 'TypeScript')]],
    oneOf('en', 'de', 'fr', 'es', 'it'))],
  ['locale', oneOf('en-US', 'en-GB', 'de-DE', 'fr-FR')],
  ['currency currencycode', faker => faker.helpers.arrayElement([homeOf(faker).currency, 'EUR', 'GBP', 'USD'])],
  ['price amount cost fee subtotal', faker => faker.commerce.price()],
  ['iban', iban],
  ['bic swift', faker => faker.finance.bic()],
  ['cardnumber', oneOf('4111111111111111', '4242424242424242', '5555555555554444')],
  ['last4 lastfour', faker => faker.string.numeric(4)],
  ['cvv cvc', faker => faker.string.numeric(3)],
  ['cardtype cardbrand cardnetwork network', oneOf('American Express', 'Mastercard', 'Visa')],
  ['accounttype', oneOf('checking', 'savings')],
  ['paymentmethod', oneOf('bank transfer', 'card', 'invoice', 'PayPal')],
  ['vatid vatnumber taxid taxnumber', faker => `${homeOf(faker).code}${faker.string.numeric(9)}`],
  ['accountnumber', faker => faker.finance.accountNumber()],
  ['productname product', faker => faker.commerce.productName()],
  ['category', faker => faker.commerce.department()],
  ['department team', oneOf('Engineering', 'Finance', 'Human Resources', 'Marketing', 'Operations', 'Sales')],
  ['carrier courier', oneOf('DHL', 'DPD', 'FedEx', 'GLS', 'UPS')],
  ['material', faker => faker.commerce.productMaterial()],
  ['color colour', faker => faker.color.human()],
  ['sku code reference ref couponcode', code],
  ['mrn patientid', faker => `MRN${faker.string.numeric(6)}`],
  ['housenumber buildingnumber', faker => faker.location.buildingNumber()],
  ['roomnumber room', faker => String(faker.number.int({ min: 101, max: 499 }))],
  ['roomtype', oneOf('Double', 'Family', 'Single', 'Suite', 'Twin')],
  ['vin', faker => faker.vehicle.vin()],
  ['make', faker => faker.vehicle.manufacturer()],
  ['model', byOwner([['vehicle car', faker => faker.vehicle.model()]], code)],
  ['licenseplate numberplate plate registrationnumber', faker => faker.vehicle.vrm()],
  ['fueltype fuel', faker => faker.vehicle.fuel()],
  ['transmission', oneOf('automatic', 'manual')],
  ['engine', oneOf('1.4 l petrol', '2.0 l diesel', '75 kWh electric')],
  ['number ordernumber invoicenumber serialnumber trackingnumber', faker => faker.string.numeric(8)],
  ['isbn', faker => faker.commerce.isbn()],
  ['barcode ean gtin upc', faker => faker.string.numeric(13)],
  ['cuisine', faker => faker.food.ethnicCategory()],
  ['ingredient', faker => faker.food.ingredient()],
  ['dish meal', faker => faker.food.dish()],
  ['restaurant', restaurant],
  ['ticker symbol', faker => faker.string.alpha({ length: 4, casing: 'upper' })],
  ['title subject headline heading caption', title],
  ['description', byOwner([
    ['product item article', faker => faker.commerce.productDescription()],
    ['dish recipe meal', faker => faker.food.description()]
  ], sentence)],
  ['line', byOwner([['invoice order cart receipt', faker => faker.commerce.productName()]], sentence)],
  ['step', sentence],
  ['summary comment comments text body content message note notes bio about remarks details excerpt ' +
    'feedback reason instructions', sentence],
  ['slug permalink', faker => faker.lorem.slug(2)],
  ['url uri link href website homepage site endpoint', link],
  ['image imageurl photo photourl avatar avatarurl picture thumbnail thumbnailurl logo logourl icon iconurl', image],
  ['domain domainname hostname host', faker => `${faker.lorem.slug(1)}.example.com`],
  ['ip ipaddress', faker => `192.0.2.${faker.number.int(255)}`],
  ['mac macaddress', faker => faker.internet.mac()],
  ['useragent', faker => faker.internet.userAgent()],
  ['version', faker => faker.system.semver()],
  ['filename', faker => faker.system.commonFileName()],
  ['mimetype contenttype mediatype', faker => faker.system.mimeType()],
  ['hash checksum sha sha256 digest', faker => faker.string.hexadecimal({ length: 64, casing: 'lower', prefix: '' })],
  ['token secret accesstoken refreshtoken apikey', faker => faker.string.alphanumeric(32)],
  ['id uuid guid', faker => faker.string.uuid()],
  ['status', byOwner([
    ['order', oneOf('pending', 'processing', 'shipped', 'delivered')],
    ['parcel shipment package delivery event tracking', oneOf('in transit', 'out for delivery', 'delivered')],
    ['invoice payment bill', oneOf('open', 'paid', 'overdue')],
    ['ticket issue case incident', oneOf('open', 'pending', 'resolved', 'closed')],
    ['task job', oneOf('queued', 'running', 'done')],
    ['booking reservation appointment flight', oneOf('confirmed', 'pending', 'cancelled')],
    ['post article page', oneOf('draft', 'published', 'archived')]
  ], oneOf('active', 'pending', 'inactive'))],
  ['priority severity', oneOf('low', 'normal', 'high', 'urgent')],
  ['level difficulty', oneOf('beginner', 'intermediate', 'advanced')],
  ['visibility', oneOf('public', 'private', 'internal')],
  ['role permission', oneOf('admin', 'editor', 'member', 'viewer')],
  ['recurrence frequency', oneOf('daily', 'weekly', 'monthly')],
  ['branch', oneOf('main', 'develop', 'release')],
  ['topic', oneOf('api', 'backend', 'cli', 'cloud', 'data', 'security', 'testing')],
  ['environment env', oneOf('development', 'staging', 'production')],
  ['licensekey', oneOf('apache-2.0', 'gpl-3.0', 'mit')],
  ['spdxid', oneOf('Apache-2.0', 'GPL-3.0-only', 'MIT')],
  ['unit', byOwner([
    ['dimension box', oneOf('cm')],
    ['ingredient', oneOf('g', 'ml', 'pcs', 'tbsp', 'tsp')],
    ['reading sensor measurement', oneOf('°C')]
  ], oneOf('kg', 'm', 'pcs'))],
  ['dimension', dimensions],
  ['at timestamp utc datetime', instant],
  ['date birthday dob', day],
  ['birthdate dateofbirth', day],
  ['weekday', faker => faker.date.weekday()],
  ['month', faker => faker.date.month()],
  ['tag keyword label', oneOf('basic', 'featured', 'limited', 'new', 'popular', 'sale', 'seasonal')],
  ['type kind group', oneOf('standard', 'basic', 'premium', 'custom')]
]

/** Draws a text whose name is in no row. */
export const drawWords: DrawNamed = faker => faker.lorem.words({ min: 1, max: 3 })
