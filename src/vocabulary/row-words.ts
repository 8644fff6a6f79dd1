import { described, named, place } from './place.ts'
import { STATUSES, TEMPLATE, TEMPLATES, TEXT, integerFrom } from './values.ts'

const COLUMNS = described('What each row has, by name: templates in which $item is the row.', named(TEMPLATE))

/** The words of rows that are resources. */
export const RESOURCE_ROWS = place(
  'The resources of a type, as they were when the resource that has the files was created.',
  {
    resources: described('The type.', TEXT),
    where: described('Members, shown or hidden, that must equal a value.', TEMPLATES),
    while: described('The statuses in which they are taken; all where it is left out.', STATUSES),
    columns: COLUMNS
  },
  ['resources']
)

/** How many rows are generated where a declaration does not say. */
export const DEFAULT_ROWS = 20

/** The most rows that are generated. */
export const MOST_ROWS = 10_000

/** The words of rows that are generated. */
export const SCHEMA_ROWS = place(
  'Rows that are generated, each another one.',
  {
    schema: described('The name of their schema among the components.', TEXT),
    count: {
      ...integerFrom(1),
      maximum: MOST_ROWS,
      description: `How many there are, ${DEFAULT_ROWS} where it is left out.`
    },
    columns: COLUMNS
  },
  ['schema']
)

/** The words for the rows of files. */
export const ROWS = {
  description: 'The lines, as templates; or the fixture that has them: a path below the fixtures, through a folder ' +
    '"rows"; or resources, or generated rows.',
  if: { type: 'array' },
  then: { type: 'array', items: TEXT, minItems: 1 },
  else: {
    if: { type: 'object', required: ['schema'] },
    then: SCHEMA_ROWS,
    else: { if: { type: 'object' }, then: RESOURCE_ROWS, else: TEXT }
  }
}
