import { described, listOf, named, place } from './place.ts'
import { ROWS } from './row-words.ts'
import { OPERATOR_NAME } from './template-words.ts'
import { DURATION, STATUSES, TEMPLATE, TEXT, integerFrom } from './values.ts'

/** The forms of ids. */
export const ID_FORMATS = ['uuid', 'integer'] as const

/** The words of `id` of a type. */
export const ID = place('The id of its resources.', {
  member: described('The member that shows the id; not shown where it is left out.', TEXT),
  format: { description: 'The form of new ids; uuid where it is left out.', enum: ID_FORMATS },
  from: described('The first of the numbers, 1 where it is left out.', integerFrom(0)),
  pattern: described('A regular expression like which ids are made, such as ^ord_[a-z0-9]{16}$.', TEXT)
})

/** The words of `status` of a type. */
export const STATUS = place('The status of its resources.', {
  member: described('The member that shows the status; not shown where it is left out.', TEXT),
  running: described('The statuses of a job that has not ended.', STATUSES)
})

/** The words of `files` of a type. */
export const FILES = place(
  'The files to download that its resources have, made of rows.',
  {
    name: described('The name, where {$n} is the number of the file, from 1.', TEXT),
    count: described('How many files there are, 1 where it is left out.', integerFrom(0)),
    rows: ROWS,
    repeat: described('How often lines are repeated, 1 where it is left out.', integerFrom(1)),
    header: described('How many lines at the beginning are not repeated, 0 where it is left out.', integerFrom(0)),
    mediaType: described('The media type of the file.', TEXT),
    while: described('The statuses in which it can be downloaded; all where it is left out.', STATUSES),
    validFor: described('How long a URL works; for good where it is left out.', DURATION)
  },
  ['name', 'rows', 'mediaType']
)

/** The words of a generated seed. */
export const SEED_COUNT = place(
  'Generated resources.',
  { count: { ...integerFrom(1), maximum: 10_000, description: 'How many are generated from the schema of the type.' } },
  ['count']
)

const SHOWN = {
  type: 'object',
  patternProperties: { [OPERATOR_NAME]: false },
  additionalProperties: TEMPLATE
}

const STAGE = {
  anyOf: [TEXT, { type: 'object', minProperties: 1, maxProperties: 1, additionalProperties: DURATION }]
}

/** The words of a type of resource. */
export const RESOURCE_WORDS = place('A type of resource.', {
  exists: { description: 'A JSON Schema: every id that fits it exists.', type: ['object', 'boolean'] },
  id: ID,
  status: STATUS,
  lifecycles: {
    description: 'The lifecycles, by name: statuses with their durations; the last has none. The first is the default.',
    ...named({ type: 'array', minItems: 1, items: STAGE, examples: [[{ Pending: 'PT2S' }, 'Done']] }),
    minProperties: 1
  },
  always: { description: 'Members that are shown beside those that it was created with.', ...SHOWN },
  while: { description: 'Members that are shown in a status, by status, above the others.', ...named(SHOWN) },
  files: FILES,
  seed: {
    description: 'The resources that every new world has, as clients see them; or how many are generated.',
    if: { type: 'array' },
    then: listOf({ type: 'object' }),
    else: SEED_COUNT
  }
})
