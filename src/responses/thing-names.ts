import type { Faker } from '@faker-js/faker'
import { capital, oneOf } from './draw-named.ts'
import type { DrawNamed, NamedRow } from './draw-named.ts'

/** Draws the name of a person. */
export const person: DrawNamed = faker => faker.person.fullName()

/** Draws the name of a company. */
export const company: DrawNamed = faker => faker.company.name()

/** Draws the name of a place to eat. */
export const restaurant: DrawNamed = faker => {
  return `${faker.person.lastName()} ${faker.helpers.arrayElement(['Bistro', 'Kitchen', 'Trattoria'])}`
}

/** Draws a name of the kind that programs have: `brave-otter`. */
const codeName: DrawNamed = faker => `${faker.word.adjective()}-${faker.animal.type()}`.replaceAll(' ', '-')

const device: DrawNamed = faker => {
  const kind = faker.helpers.arrayElement(['Gateway', 'Meter', 'Sensor', 'Thermostat'])
  return `${kind} ${faker.number.int({ min: 1, max: 99 })}`
}

/** The names of things, by what they are called. */
export const THING_NAMES: readonly NamedRow[] = [
  ['person user customer employee owner author contact member guest patient student teacher doctor driver client ' +
    'recipient sender manager assignee reviewer player artist buyer seller passenger agent creator profile', person],
  ['organizer organiser attendee requester participant instructor trainer speaker host holder applicant candidate ' +
    'staff nurse practitioner subscriber follower friend lead ceo founder chef traveler traveller visitor resident ' +
    'payer payee beneficiary debtor creditor cardholder reporter approver editor professor tutor tenant', person],
  ['company organization organisation business employer vendor supplier manufacturer merchant brand agency ' +
    'partner publisher store shop bank provider insurer carrier insurance', company],
  ['hotel property', faker => `Hotel ${faker.person.lastName()}`],
  ['restaurant cafe bistro', restaurant],
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
  ['ingredient', faker => faker.food.ingredient()],
  ['vehicle car', faker => faker.vehicle.vehicle()],
  ['airline', faker => faker.airline.airline().name],
  ['airport', faker => faker.airline.airport().name],
  ['tag label color colour', faker => faker.color.human()],
  ['role group permission', oneOf('Admin', 'Editor', 'Member', 'Owner', 'Viewer')],
  ['team', oneOf('Design', 'Engineering', 'Marketing', 'Operations', 'Sales', 'Support')],
  ['currency', faker => faker.finance.currencyName()],
  ['repository repo package module library', codeName],
  ['license licence', oneOf('Apache License 2.0', 'GNU General Public License v3.0', 'MIT License')],
  ['deduction', oneOf('Health insurance', 'Income tax', 'Pension', 'Social security')],
  ['section menu', oneOf('Desserts', 'Drinks', 'Main courses', 'Salads', 'Starters')],
  ['sensor device', device],
  ['course lesson class', faker => `Introduction to ${faker.commerce.department()}`],
  ['plan', oneOf('Basic', 'Business', 'Enterprise', 'Premium', 'Starter')]
]

/** Draws the name of a thing that is in no row. */
export function drawThing (faker: Faker): string {
  return capital(`${faker.word.adjective()} ${faker.animal.type()}`)
}
