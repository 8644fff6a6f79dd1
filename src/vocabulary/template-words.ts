import type { Schema } from '../schemas/schema.ts'
import { described, listOf, named, place, refTo } from './place.ts'
import { TEMPLATE, integerFrom } from './values.ts'

/** The words beside `$each`. */
export const EACH = place(
  'A list with the template once for each item.',
  {
    $each: described('The list.', TEMPLATE),
    as: described('The template of an item, which is $item in it.', TEMPLATE)
  },
  ['$each', 'as']
)

/** The words beside `$first`. */
export const FIRST = place('The first value that is not undefined.', {
  $first: described('The values, in order.', listOf(TEMPLATE))
})

/** The words beside `$choose`. */
export const CHOOSE = place(
  'The template that a value names.',
  {
    $choose: described('The value, such as $status.', TEMPLATE),
    of: described('The templates, by value.', named(TEMPLATE)),
    else: described('The template for other values; undefined where it is left out.', TEMPLATE)
  },
  ['$choose', 'of']
)

/** The words of a body that is a file. */
export const FILE_BODY = place('A file of the resource, as the whole body of a reply.', {
  $file: described('The number of the file, from 0.', integerFrom(0))
})

/** Matches the name of an operator, which is no name of a member. */
export const OPERATOR_NAME = '^\\$(?!\\$)'

/** Templates, in which operators stand by themselves. */
export const TEMPLATE_DEFINITIONS: Readonly<Record<string, Schema>> = {
  Template: {
    description:
      'Any JSON value. Texts are expressions: `$request.body#/name`, `{$id}` within a text. `$$` at the start is a ' +
      'dollar sign.',
    ...choices([['$each', refTo('Each')], ['$first', refTo('First')], ['$choose', refTo('Choose')]], {
      items: TEMPLATE,
      patternProperties: { [OPERATOR_NAME]: false },
      additionalProperties: TEMPLATE
    })
  },
  Body: choices([['$file', refTo('FileBody')]], TEMPLATE),
  Each: EACH,
  First: FIRST,
  Choose: CHOOSE,
  FileBody: FILE_BODY
}

/** Returns a schema that chooses another by the member that an object has. */
function choices (choose: ReadonlyArray<readonly [name: string, schema: Schema]>, otherwise: Schema): Schema {
  return choose.reduceRight<Schema>(
    (rest, [name, schema]) => ({ if: { type: 'object', required: [name] }, then: schema, else: rest }),
    otherwise
  )
}
