import type { Faker } from '@faker-js/faker'
import { formatSeconds } from '../worlds/clock.ts'

/** Draws a value; `owner` is the word for what has the member: `pet`. */
export type DrawNamed = (faker: Faker, owner: string) => unknown

type Names = string
type Row = readonly [names: Names, draw: DrawNamed]

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const link = (faker: Faker): string => `https://example.com/${faker.lorem.slug(2)}`
const image = (faker: Faker): string => `https://example.com/images/${faker.lorem.slug(2)}.png`
/** From 2020 to 2026, in seconds since 1970. */
const RECENT = { min: 1_577_836_800, max: 1_767_225_600 }

const instant = (faker: Faker): string => formatSeconds(faker.number.int(RECENT) * 1000)
const day = (faker: Faker): string => instant(faker).slice(0, 10)
const code = (faker: Faker): string => faker.string.alphanumeric({ length: 8, casing: 'upper' })
const person = (faker: Faker): string => faker.person.fullName()
const company = (faker: Faker): string => faker.company.name()

/** The names of things, by what they are called. */
export const THINGS: readonly Row[] = [
  ['person user customer employee owner author contact member guest patient student teacher doctor driver client ' +
    'recipient sender manager assignee reviewer player artist buyer seller passenger agent creator profile', person],
  ['company organization organisation business employer vendor supplier manufacturer merchant brand tenant agency ' +
    'partner publisher store shop bank', company],
  ['pet dog cat animal', faker => faker.animal.petName()],
  ['product item article good', faker => faker.commerce.productName()],
  ['category department', faker => faker.commerce.department()],
  ['city town', faker => faker.location.city()],
  ['country', faker => faker.location.country()],
  ['state region province', faker => faker.location.state()],
  ['street', faker => faker.location.street()],
  ['file document attachment', faker => faker.system.commonFileName()],
  ['book', faker => faker.book.title()],
  ['song track album', faker => faker.music.songName()],
  ['dish recipe meal food', faker => faker.food.dish()],
  ['vehicle car', faker => faker.vehicle.vehicle()],
  ['airline', faker => faker.airline.airline().name],
  ['airport', faker => faker.airline.airport().name],
  ['tag label role color colour', faker => faker.color.human()],
  ['currency', faker => faker.finance.currencyName()]
]

/** Texts, by the last words of the names of their members. */
export const TEXTS: readonly Row[] = [
  ['firstname givenname forename fname', faker => faker.person.firstName()],
  ['lastname surname familyname lname', faker => faker.person.lastName()],
  ['middlename', faker => faker.person.middleName()],
  ['fullname displayname contactname realname', person],
  ['companyname organizationname organisationname company organization organisation vendor supplier manufacturer ' +
    'employer brand', company],
  ['author owner customer recipient sender assignee createdby updatedby', person],
  ['username login nickname handle screenname', faker => faker.internet.username().toLowerCase()],
  ['email mail emailaddress', faker => faker.internet.exampleEmail().toLowerCase()],
  ['phone phonenumber telephone tel mobile mobilephone cell fax', faker => faker.phone.number()],
  ['password', faker => faker.internet.password()],
  ['jobtitle job position occupation profession', faker => faker.person.jobTitle()],
  ['gender sex', faker => faker.person.sex()],
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
  ['language lang', faker => faker.helpers.arrayElement(['en', 'de', 'fr', 'es', 'it'])],
  ['locale', faker => faker.helpers.arrayElement(['en-US', 'en-GB', 'de-DE', 'fr-FR'])],
  ['currency currencycode', faker => faker.finance.currencyCode()],
  ['price amount cost fee subtotal', faker => faker.commerce.price()],
  ['iban', faker => faker.finance.iban()],
  ['bic swift', faker => faker.finance.bic()],
  ['accountnumber', faker => faker.finance.accountNumber()],
  ['productname product', faker => faker.commerce.productName()],
  ['category department', faker => faker.commerce.department()],
  ['material', faker => faker.commerce.productMaterial()],
  ['color colour', faker => faker.color.human()],
  ['sku code reference ref couponcode', code],
  ['number ordernumber invoicenumber serialnumber trackingnumber', faker => faker.string.numeric(8)],
  ['isbn', faker => faker.commerce.isbn()],
  ['barcode ean gtin upc', faker => faker.string.numeric(13)],
  ['title subject headline heading caption', faker => capital(faker.lorem.words(3))],
  ['description summary comment comments text body content message note notes bio about remarks details excerpt ' +
    'feedback reason instructions', faker => faker.lorem.sentence()],
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
  ['status', faker => faker.helpers.arrayElement(['active', 'pending', 'inactive'])],
  ['at timestamp utc datetime', instant],
  ['date birthday dob', day],
  ['birthdate dateofbirth', day],
  ['weekday', faker => faker.date.weekday()],
  ['month', faker => faker.date.month()],
  ['tag tags keyword keywords label labels type kind group', faker => faker.lorem.word()]
]

const hundredths = (least: number, most: number): DrawNamed => faker =>
  faker.number.float({ min: least, max: most, fractionDigits: 2 })
const whole = (least: number, most: number): DrawNamed => faker => faker.number.int({ min: least, max: most })

/** Numbers, by the last words of the names of their members; a whole number is drawn where only those fit. */
export const NUMBERS: readonly Row[] = [
  ['price amount cost fee total subtotal balance sum revenue salary', hundredths(1, 500)],
  ['age', whole(18, 80)],
  ['quantity qty stock', whole(1, 20)],
  ['rating score stars', whole(1, 5)],
  ['percent percentage discount rate progress', whole(0, 100)],
  ['latitude lat', faker => faker.location.latitude()],
  ['longitude lng lon', faker => faker.location.longitude()],
  ['year', whole(2000, 2025)],
  ['month', whole(1, 12)],
  ['day', whole(1, 28)],
  ['hour', whole(0, 23)],
  ['minute second', whole(0, 59)],
  ['port', whole(1024, 49_151)],
  ['expiresin ttl', faker => faker.helpers.arrayElement([3600, 7200, 86_400])],
  ['id number', whole(1, 999)]
]

/** Draws a text whose name is in no row. */
export const drawWords: DrawNamed = faker => faker.lorem.words({ min: 1, max: 3 })

/** Draws the name of a thing that is in no row. */
export const drawThing: DrawNamed = faker => capital(`${faker.word.adjective()} ${faker.word.noun()}`)
