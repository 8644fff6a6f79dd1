import { described, listOf, place, refTo } from './place.ts'
import { DURATION, FLAG, MEMBERS, REPLY, STATUSES, TEMPLATE, TEMPLATES, TEXT, integerFrom } from './values.ts'

/** Which of several resources is found. */
export const PICKS = ['latest', 'first'] as const

/** The words of `page`. */
export const PAGE = place('Which part of many resources is returned.', {
  size: described('How many the request asks for.', TEMPLATE),
  default: described('How many there are where the request does not say; 20 where it is left out.', integerFrom(1)),
  max: described('How many there are at most.', integerFrom(1)),
  number: described('The number of the page that the request asks for.', TEMPLATE),
  from: described('The number of the first page, 1 where it is left out.', integerFrom(0)),
  offset: described('Instead of the number: how many come before the page.', TEMPLATE),
  after: described('Instead of the number: the cursor that the request returns, or the id of the last resource ' +
    'that it has.', TEMPLATE)
})

/** The words of `find`. */
export const FIND = place(
  'Finds one resource, or many.',
  {
    type: described('The type of the resource.', TEXT),
    id: described('The id that is looked for.', TEMPLATE),
    where: described('Members, shown or hidden, that must equal a value.', TEMPLATES),
    pick: { description: 'Which one is taken of several; the latest where it is left out.', enum: PICKS },
    while: described('The statuses in which it is found; all where it is left out.', STATUSES),
    many: described('Whether all of them are found, as $resources.', FLAG),
    sort: described('The order of many: `-created,name`, or an expression for it.', TEMPLATE),
    page: described('Which part of many is returned.', PAGE),
    else: described('The reply when nothing is found.', REPLY)
  },
  ['type']
)

const GUARD_WORDS = {
  type: described('The type that is counted; by default the one that is created.', TEXT),
  where: described('Members, shown or hidden, that must equal a value.', TEMPLATES),
  while: described('The statuses that count; the running ones where it is left out.', STATUSES)
}

/** The words of `unique`. */
export const UNIQUE = place(
  'Lets one resource of a kind be in some statuses at a time.',
  { ...GUARD_WORDS, else: described('The reply while there is another, or "reuse".', refTo('ReplyOrReuse')) },
  ['else']
)

/** The words of `capacity`. */
export const CAPACITY = place(
  'Lets so many resources be in some statuses at a time.',
  {
    ...GUARD_WORDS,
    else: described('The reply while there are as many.', REPLY),
    max: described('How many there are at most.', integerFrom(0))
  },
  ['max', 'else']
)

/** The words of `create`. */
export const CREATE = place(
  'Creates a resource.',
  {
    type: described('The type of the resource.', TEXT),
    id: described('The id, where the request gives it.', TEMPLATE),
    members: described('The members that clients see.', MEMBERS),
    hidden: described('Members that are kept and never shown.', MEMBERS),
    else: described('The reply when the id is taken, or "reuse".', refTo('ReplyOrReuse'))
  },
  ['type']
)

/** The words of `update` and `patch`. */
export const CHANGE = place('Changes the resource that was found or created.', {
  members: described('The members that clients see.', MEMBERS),
  hidden: described('Members that are kept and never shown.', MEMBERS),
  status: described('The status that it comes to, or an expression for it.', TEXT),
  while: described('The statuses in which it can be changed.', STATUSES),
  else: described('The reply in the other statuses.', REPLY)
})

/** The words of `delete`. */
export const REMOVAL = place(
  'Deletes the resource, after the reply has been made from it.',
  {
    while: described('The statuses in which it can be deleted.', STATUSES),
    else: described('The reply in the other statuses.', REPLY)
  },
  ['while', 'else']
)

/** The words of an id that is required. */
export const REQUIREMENT = place(
  'An id that must exist.',
  {
    type: described('The type of the resource.', TEXT),
    id: described('The id, or a list of ids.', TEMPLATE),
    problem: described('The item of $problems for a missing one, in which $id is the id.', TEMPLATE)
  },
  ['type', 'id']
)

/** The words of `requires`. */
export const REQUIRES = place(
  'Demands that ids exist.',
  {
    all: described('The ids.', listOf(REQUIREMENT)),
    else: described('The reply when any is missing; $problems lists them.', REPLY)
  },
  ['all', 'else']
)

/** The words of `idempotent`. */
export const IDEMPOTENT = place(
  'Returns the stored response again for a key that came before.',
  {
    by: described('The key.', TEMPLATE),
    memory: described('A name; operations with the same one share what they remember.', TEXT),
    for: described('How long a key is remembered, from the first request on; for good where it is left out.', DURATION),
    conflict: described('The reply where the key comes with another request.', REPLY),
    inFlight: described('The reply while the first response waits to be sent.', REPLY),
    replayed: described('Headers that mark a response that is returned again.', TEMPLATES)
  },
  ['by']
)

/** The words of `async`. */
export const ASYNC = place(
  'Lets a request wait until its job has ended.',
  {
    reply: described('The reply while the job runs.', REPLY),
    max: described('How long a request waits at most; 30 seconds where it is left out.', DURATION)
  },
  ['reply']
)
