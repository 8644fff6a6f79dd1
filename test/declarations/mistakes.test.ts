import { readFileSync } from 'node:fs'
import t from 'tap'
import type { Test } from 'tap'
import { parse } from 'yaml'
import { parseContract } from '../../src/contract/parse-contract.ts'
import { shownPath } from '../../src/documents/shown-path.ts'
import { RowFiles } from '../../src/simulation/rows.ts'
import { compileSimulation } from '../../src/simulation/api-simulation.ts'
import { findMistakes } from '../editors/compile-schema.ts'

const SHOP = readFileSync(new URL('shop.yaml', import.meta.url), 'utf8')
const PETS = readFileSync(new URL('pets.yaml', import.meta.url), 'utf8')

/** Where a message must point to. */
const HERE = '«'

interface Mistake {
  /** The part of the document that is changed. */
  readonly from: string
  /** What it is changed to, with a mark where the message must point to. */
  readonly to: string
  /** The whole message; or, in a list, those of several places marked in order. */
  readonly says: string | readonly string[]
}

const MISTAKES: Record<string, readonly Mistake[]> = {
  'words that are not known': [
    {
      from: '  limits:\n',
      to: '  «limit: {}\n  limits:\n',
      says: 'unknown word "limit", did you mean "limits"? ' +
        '(known: headers, replies, refusals, credentials, limits, resources)'
    },
    {
      from: 'idempotent: {',
      to: '«idempotant: {',
      says: 'unknown word "idempotant", did you mean "idempotent"? ' +
        '(known: idempotent, requires, find, unique, capacity, create, update, patch, delete, reply, limits, async)'
    },
    {
      from: 'always: {',
      to: '«allways: {',
      says: 'unknown word "allways", did you mean "always"? ' +
        '(known: exists, id, status, lifecycles, always, while, files, seed)'
    },
    {
      from: 'member: id, format',
      to: '«membre: id, format',
      says: 'unknown word "membre", did you mean "member"? (known: member, format, from, pattern)'
    },
    {
      from: 'running: [waiting]',
      to: '«runing: [waiting]',
      says: 'unknown word "runing", did you mean "running"? (known: member, running)'
    },
    {
      from: 'mediaType: text/csv',
      to: '«mediatype: text/csv',
      says: 'unknown word "mediatype", did you mean "mediaType"? ' +
        '(known: name, count, rows, repeat, header, mediaType, while, validFor)'
    },
    {
      from: 'calls: { by: $request.header.key, max: 10',
      to: '«calls: { by: $request.header.key, «maximum: 10',
      says: [
        '"max" is missing',
        'unknown word "maximum" (known: by, max, per, burst, enabled, headers, else, operations)'
      ]
    },
    {
      from: 'memory: keys',
      to: '«memmory: keys',
      says: 'unknown word "memmory", did you mean "memory"? ' +
        '(known: by, memory, for, conflict, inFlight, replayed)'
    },
    {
      from: "problem: { text: 'no",
      to: "«problems: { text: 'no",
      says: 'unknown word "problems", did you mean "problem"? (known: type, id, problem)'
    },
    {
      from: 'while: [waiting], else: busy',
      to: '«when: [waiting], else: busy',
      says: 'unknown word "when", did you mean "where"? (known: type, where, while, else)'
    },
    {
      from: 'while: [waiting], else: busy',
      to: '«max: 2, else: busy',
      says: 'unknown word "max" (known: type, where, while, else)'
    },
    {
      from: 'type: Job, max: 5',
      to: 'type: Job, «maks: 5',
      says: 'unknown word "maks", did you mean "max"? (known: type, where, while, else, max)'
    },
    {
      from: 'hidden: { user',
      to: '«hiden: { user',
      says: 'unknown word "hiden", did you mean "hidden"? (known: type, id, members, hidden, else)'
    },
    {
      from: 'pick: latest',
      to: '«picks: latest',
      says: 'unknown word "picks", did you mean "pick"? (known: type, id, where, pick, while, many, sort, page, else)'
    },
    {
      from: 'example: small }',
      to: '«examples: small }',
      says: 'unknown word "examples", did you mean "example"? (known: status, headers, body, example, while)'
    },
    {
      from: 'retries: [',
      to: '«retry: [',
      says: 'unknown word "retry" (known: when, body, headers, sign, retries)'
    },
    {
      from: 'as: { nr: $item.id }',
      to: '«ass: { nr: $item.id }',
      says: 'unknown word "ass", did you mean "as"? (known: $each, as)'
    }
  ],
  'what is missing': [
    { from: 'calls: { by: $request.header.key, max', to: '«calls: { max', says: '"by" is missing' },
    {
      from: 'calls: { by: $request.header.key, max: 10, per: PT1M, enabled: true, else: tooMany }',
      to: '«calls: { by: x, enabled: true }',
      says: ['"max" is missing', '"per" is missing']
    },
    {
      from: 'requires:\n          all:\n' +
        '            - { type: User, id: $request.path.user, problem: { text: \'no user {$id}\' } }\n',
      to: '«requires:\n',
      says: '"all" is missing'
    },
    { from: '- { type: User, id', to: '- «{ id', says: '"type" is missing' },
    {
      from: 'unique: { where: { name: $request.body#/name, user: $request.path.user }, while: [waiting], else: busy',
      to: '«unique: { where: { name: $request.body#/name, user: $request.path.user }, while: [waiting]',
      says: '"else" is missing'
    },
    { from: 'create: { type: Job, ', to: '«create: { ', says: '"type" is missing' },
    { from: 'reply: { status: 201, ', to: '«reply: { ', says: '"status" is missing' },
    {
      from: 'find: { type: Job, id: $request.path.id, pick: latest, else: none }',
      to: '«find: { type: Job, id: $request.path.id }',
      says: '"else" is missing: the reply when nothing is found'
    },
    {
      from: 'idempotent: { by: $request.body#/key, memory: keys }',
      to: '«idempotent: { memory: keys }',
      says: '"by" is missing'
    },
    {
      from: 'x-standin:\n                when: [ready, failed]\n                body',
      to: '«x-standin:\n                body',
      says: '"when" is missing'
    },
    {
      from: "files: { name: '{$id}-{$n}.csv', rows: shop/rows/a.csv, ",
      to: '«files: { ',
      says: ['"name" is missing', '"rows" is missing']
    },
    {
      from: 'body: { $each: $resources, as: { nr: $item.id } }',
      to: '«body: { $each: $resources }',
      says: '"as" is missing'
    },
    {
      from: 'body: { $choose: $status, of: { waiting: $status.progress, ready: $server.url }',
      to: '«body: { $choose: $status',
      says: '"of" is missing'
    }
  ],
  'values of the wrong kind': [
    {
      from: 'max: 10, per: PT1M',
      to: '«max: ten, per: PT1M',
      says: 'must be a whole number from 0, but is "ten"'
    },
    {
      from: 'per: PT1M',
      to: '«per: 1m',
      says: 'must be an ISO 8601 duration such as PT5S or P7D, but is "1m"'
    },
    {
      from: 'per: PT1M',
      to: '«per: P1Y',
      says: 'must be an ISO 8601 duration such as PT5S or P7D, but is "P1Y"'
    },
    { from: 'enabled: true', to: '«enabled: yes', says: 'must be true or false, but is "yes"' },
    {
      from: 'validFor: PT30S',
      to: '«validFor: 30',
      says: 'must be an ISO 8601 duration such as PT5S or P7D, but is 30'
    },
    {
      from: 'retries: [PT1S, PT5S]',
      to: 'retries: [PT1S, «5s]',
      says: 'must be an ISO 8601 duration such as PT5S or P7D, but is "5s"'
    },
    { from: 'from: 10', to: '«from: -1', says: 'must be a whole number from 0, but is -1' },
    { from: 'repeat: 3', to: '«repeat: 0', says: 'must be a whole number from 1, but is 0' },
    { from: 'running: [waiting]', to: '«running: waiting', says: 'must be a list, but is "waiting"' },
    { from: 'member: status,', to: '«member: 5,', says: 'must be text, but is 5' },
    {
      from: 'reply: { status: 201',
      to: 'reply: { «status: "201"',
      says: 'must be a whole number from 200, but is "201"'
    },
    {
      from: 'spare: { status: 418',
      to: 'spare: { «status: 999',
      says: '999 is no status of a response: it must be from 200 to 599'
    },
    {
      from: 'while: [ready, gone], many: true',
      to: 'while: [ready, gone], «many: all',
      says: 'must be true or false, but is "all"'
    },
    {
      from: 'members: { name: $request.body#/name }',
      to: '«members: request.body',
      says: 'must be an object with the members by their names, or one expression for all of them, as $request.body'
    },
    {
      from: 'headers: { X-Left: $limits.calls.remaining }',
      to: '«headers: [X-Left]',
      says: 'must be an object, but is ["X-Left"]'
    },
    {
      from: 'body: { $first: [$resource, null] }',
      to: 'body: { «$first: $resource }',
      says: 'must be a list, but is "$resource"'
    },
    { from: 'X-Job:', to: '«X Job:', says: '"X Job" cannot be the name of a header' },
    { from: 'X-Job:', to: '«Upgrade:', says: 'the server writes Upgrade itself, from what it sends: leave it out' }
  ],
  expressions: [
    {
      from: 'body: $problems',
      to: '«body: $problem',
      says: 'unknown expression "$problem", did you mean "$problems"? ' +
        '(known: $url, $method, $statusCode, $request, $server, $now, $uuid, $elapsed, ' +
        '$random, $limits, $operation, $problems)'
    },
    {
      from: 'body: $problems',
      to: '«body: $resource',
      says: 'there is no "$resource" here ' +
        '(there are: $url, $method, $statusCode, $request, $server, $now, $uuid, $elapsed, ' +
        '$random, $limits, $operation, ' +
        '$problems)'
    },
    {
      from: 'at: $now.date',
      to: '«at: $now.day',
      says: 'unknown form of an instant "day" (known: epochSeconds, epochMilliseconds, milliseconds, date, http)'
    },
    {
      from: 'else: $status.since.http',
      to: '«else: $status.sinse',
      says: 'unknown part of the status "sinse", did you mean "since"? (known: since, until, progress, left)'
    },
    {
      from: 'ready: $server.url',
      to: '«ready: $server.host',
      says: 'unknown part of the server "host" (known: url, path)'
    },
    {
      from: 'by: $request.header.key',
      to: '«by: $request.headers.key',
      says: 'unknown part of the request "headers", did you mean "header"? (known: path, query, header, cookie, body)'
    },
    {
      from: 'by: $request.header.key',
      to: '«by: $request',
      says: 'say which part of the request (known: path, query, header, cookie, body)'
    },
    { from: 'by: $request.header.key', to: '«by: $request.header', says: 'say which: $request.header.NAME' },
    {
      from: 'by: $request.header.key',
      to: '«by: $request.query.calback',
      says: 'unknown query parameter "calback", did you mean "callback"? (known: callback)'
    },
    {
      from: 'find: { type: Job, id: $request.path.id, pick',
      to: 'find: { type: Job, «id: $request.path.user, pick',
      says: 'unknown path parameter "user" (known: id)'
    },
    {
      from: 'find: { type: Job, id: $request.path.id, pick',
      to: 'find: { type: Job, «id: $request.body#/id, pick',
      says: 'there is no body here: shop.getJob takes none'
    },
    {
      from: 'by: $request.body#/key',
      to: '«by: $request.body#key',
      says: '"#key" is no JSON pointer: write #/member/0'
    },
    {
      from: 'by: $request.body#/key',
      to: '«by: $request body',
      says: '"$request body" is no expression: write $name, $name.member, $name#/json/pointer or $name + PT2H ' +
        '($$ for a literal dollar sign)'
    },
    {
      from: 'X-Left: $limits.calls.remaining',
      to: '«X-Left: $limits.call.remaining',
      says: 'unknown limit "call", did you mean "calls"? (known: calls)'
    },
    {
      from: 'X-Left: $limits.calls.remaining',
      to: '«X-Left: $limits.calls.left',
      says: 'unknown part of a limit "left" (known: max, remaining, reset)'
    },
    {
      from: 'X-Left: $limits.calls.remaining',
      to: '«X-Left: $limits.calls',
      says: 'say which part of a limit (known: max, remaining, reset)'
    },
    {
      from: "text: 'no user {$id}'",
      to: "«text: 'no user {$idd}'",
      says: 'unknown expression "$idd", did you mean "$id"? ' +
        '(known: $url, $method, $statusCode, $request, $server, $now, $uuid, $elapsed, ' +
        '$random, $limits, $operation, $id)'
    },
    {
      from: "'{$request.query.callback}'",
      to: "«'{$request.query.calback}'",
      says: 'unknown query parameter "calback", did you mean "callback"? (known: callback)'
    },
    {
      from: "'{$request.query.callback}'",
      to: "«'{$response.body#/callback}'",
      says: 'unknown expression "$response" ' +
        '(known: $url, $method, $statusCode, $request, $server, $now, $uuid, $elapsed, $random, $limits, $operation)'
    },
    {
      from: 'size: null',
      to: '«size: $size',
      says: 'unknown expression "$size" ' +
        '(known: $url, $method, $statusCode, $request, $server, $now, $uuid, $elapsed, ' +
        '$random, $limits, $operation, $id, ' +
        '$created, $resource, $hidden, $status, $files)'
    },
    {
      from: 'url: $files.0.url',
      to: '«url: $file.0.url',
      says: 'unknown expression "$file", did you mean "$files"? ' +
        '(known: $url, $method, $statusCode, $request, $server, $now, $uuid, $elapsed, ' +
        '$random, $limits, $operation, $id, ' +
        '$created, $resource, $hidden, $status, $files)'
    }
  ],
  operators: [
    {
      from: 'body: { $first: [$resource',
      to: '«body: { $frist: [$resource',
      says: 'unknown operator "$frist", did you mean "$first"? (known: $each, $first, $choose)'
    },
    {
      from: 'body: { id: $conflict.id }',
      to: 'body: { «a: { $file: 0 } }',
      says: 'a file can only be the whole body of a reply'
    },
    {
      from: 'always: { size: null',
      to: 'always: { «$first: []',
      says: '"$first" cannot be here, where the members are listed by their names'
    },
    {
      from: 'of: { waiting: $status.progress',
      to: 'of: { «waitin: $status.progress',
      says: 'unknown status "waitin", did you mean "waiting"? (known: waiting, ready, gone, failed)'
    }
  ],
  'names of what is declared elsewhere': [
    {
      from: '- { type: User',
      to: '- { «type: Usr',
      says: 'unknown type of resource "Usr", did you mean "User"? (known: User, Job)'
    },
    {
      from: 'create: { type: Job',
      to: 'create: { «type: job',
      says: ['unknown type of resource "job", did you mean "Job"? (known: User, Job)']
    },
    {
      from: 'else: tooMany }',
      to: '«else: toMany }',
      says: 'unknown reply "toMany", did you mean "tooMany"? (known: tooMany, invalid, none, busy, spare)'
    },
    {
      from: 'while: [waiting], else: busy',
      to: 'while: [waiting], «else: reused',
      says: 'unknown reply "reused" (known: tooMany, invalid, none, busy, spare)'
    },
    {
      from: 'while: [ready], validFor',
      to: 'while: [«redy], validFor',
      says: 'unknown status "redy", did you mean "ready"? (known: waiting, ready, gone, failed)'
    },
    {
      from: 'ready: { url',
      to: '«raedy: { url',
      says: 'unknown status "raedy", did you mean "ready"? (known: waiting, ready, gone, failed)'
    },
    {
      from: 'running: [waiting]',
      to: 'running: [waiting, «redy, «gon]',
      says: [
        'unknown status "redy", did you mean "ready"? (known: waiting, ready, gone, failed)',
        'unknown status "gon", did you mean "gone"? (known: waiting, ready, gone, failed)'
      ]
    },
    {
      from: 'while: [waiting], else: busy',
      to: 'while: [«Waiting], else: busy',
      says: 'unknown status "Waiting", did you mean "waiting"? (known: waiting, ready, gone, failed)'
    },
    {
      from: 'while: [ready, gone]',
      to: 'while: [«done, gone]',
      says: 'unknown status "done", did you mean "gone"? (known: waiting, ready, gone, failed)'
    },
    {
      from: 'when: [ready, failed]',
      to: 'when: [«readi, failed]',
      says: 'unknown status "readi", did you mean "ready"? (known: waiting, ready, gone, failed)'
    },
    {
      from: 'when: [ready, failed]',
      to: '«when: []',
      says: 'name at least one status, or it is never sent (known: waiting, ready, gone, failed)'
    },
    {
      from: 'example: small',
      to: '«example: smal',
      says: 'unknown example of shop.getExample 200 "smal", did you mean "small"? (known: small, large)'
    },
    {
      from: 'format: integer',
      to: '«format: int',
      says: 'unknown format of an id "int" (known: uuid, integer)'
    },
    {
      from: 'pick: latest',
      to: '«pick: last',
      says: 'unknown choice "last", did you mean "latest"? (known: latest, first)'
    },
    {
      from: '    notFound: none',
      to: '    «notfound: none',
      says: 'unknown refusal "notfound", did you mean "notFound"? ' +
        '(known: malformed, invalid, unauthorized, forbidden, notFound, methodNotAllowed, notAcceptable, ' +
        'tooLarge, unsupportedMediaType)'
    },
    {
      from: 'rows: shop/rows/a.csv',
      to: '«rows: shop/rows/b.csv',
      says: 'there is no file of rows "shop/rows/b.csv" in FIXTURES, did you mean "shop/rows/a.csv"?'
    }
  ],
  'members that are never set': [
    {
      from: 'where: { name: $request.body#/name',
      to: 'where: { «nam: $request.body#/name',
      says: 'unknown member of shop.Job as it is created "nam", did you mean "name"? (known: name, user)'
    },
    {
      from: 'where: { user: $request.path.user }, while: [ready',
      to: 'where: { «id: $request.path.user }, while: [ready',
      says: '"id" is the id of shop.Job, which "where" cannot match: find by "id"'
    },
    {
      from: 'where: { name: $request.body#/name',
      to: 'where: { «status: $request.body#/name',
      says: '"status" is the status of shop.Job, which "where" cannot match: use "while"'
    },
    {
      from: 'where: { user: $request.path.user }, while: [ready',
      to: 'where: { «size: 1 }, while: [ready',
      says: 'unknown member of shop.Job as it is created "size" (known: name, user)'
    },
    {
      from: 'X-Job: $resource.id',
      to: '«X-Job: $resource.Id',
      says: 'unknown member of shop.Job "Id", did you mean "id"? ' +
        '(known: id, status, name, size, owner, url, until, called)'
    },
    {
      from: 'name: $resource.name }',
      to: '«name: $resource.nmae }',
      says: 'unknown member of shop.Job "nmae", did you mean "name"? ' +
        '(known: id, status, name, size, owner, url, until, called)'
    },
    {
      from: 'called: $resource.name',
      to: '«called: $resource.url',
      says: 'unknown member of shop.Job "url" (known: id, status, name)'
    },
    {
      from: 'body: { id: $conflict.id }',
      to: 'body: { «id: $conflict.Id }',
      says: 'unknown member of shop.Job "Id", did you mean "id"? ' +
        '(known: id, status, name, size, owner, url, until, called)'
    },
    {
      from: 'owner: $hidden.user',
      to: '«owner: $hidden.usr',
      says: 'unknown hidden member of shop.Job "usr", did you mean "user"? (known: user)'
    },
    {
      from: 'members: { name: $request.body#/name }',
      to: 'members: { name: 1, «status: ready }',
      says: '"status" is given to each shop.Job by its type, as its status'
    }
  ],
  'what makes no sense': [
    {
      from: 'success: [{ waiting: PT1S }, { ready: P1D }, gone]',
      to: 'success: [{ waiting: PT1S }, «ready, gone]',
      says: '"ready" needs a duration, as { ready: PT5S }: only the last status has no end'
    },
    {
      from: 'success: [{ waiting: PT1S }, { ready: P1D }, gone]',
      to: 'success: [{ waiting: PT1S }, «{ ready: P1D }]',
      says: '"ready" comes last and has no end: write it without a duration'
    },
    {
      from: 'success: [{ waiting: PT1S }, { ready: P1D }, gone]',
      to: 'success: [«{ waiting: PT1S, ready: P1D }, gone]',
      says: 'must be one status with its duration, as { Pending: PT2S }'
    },
    {
      from: 'success: [{ waiting: PT1S }, { ready: P1D }, gone]',
      to: '«success: []',
      says: 'a lifecycle needs at least one status'
    },
    {
      from: 'lifecycles:\n        success: [{ waiting: PT1S }, { ready: P1D }, gone]\n' +
        '        failure: [{ waiting: PT1S }, failed]\n',
      to: '«lifecycles: {}\n',
      says: 'at least one lifecycle is needed, as success: [{ Pending: PT2S }, Done]'
    },
    {
      from: 'User: { exists: { type: integer }',
      to: 'User: { «exists: { type: intger }',
      says: 'the schema at /x-standin/resources/User/exists/type must be one of string, number, integer, ' +
        'boolean, object, array, null, or a list of them, but is "intger", and is left out'
    },
    {
      from: 'User: { exists',
      to: 'User: { «status: { member: a }, exists',
      says: 'there are no statuses: declare "lifecycles" too'
    },
    {
      from: 'format: integer, from: 10',
      to: '«from: 10',
      says: 'only ids that count up have a first one: write "format: integer" too'
    },
    {
      from: "name: '{$id}-{$n}.csv'",
      to: "«name: '{$id}-{$now.date}.csv'",
      says: 'all 2 files would have one name: put {$n} into it'
    },
    {
      from: 'body: { $file: 1 }',
      to: 'body: { «$file: 2 }',
      says: 'there is no such file of shop.Job (known: 0, 1)'
    },
    {
      from: 'find: { type: Job, id: $request.path.id, else: none }\n        reply: { status: 200, body: { $file',
      to: 'reply: { status: 200, «body: { $file',
      says: 'there is no file to send here: find or create a resource whose type declares "files"'
    },
    {
      from: 'example: small',
      to: '«example: small, body: 1',
      says: 'give either a body or an example, not both'
    },
    {
      from: 'spare: { status: 418, body: { id: $id, at: $now.date } }',
      to: '«spare: none',
      says: 'must be a reply, not the name of another'
    },
    {
      from: 'many: true',
      to: 'many: true, «pick: first, «else: none',
      says: [
        'has no effect beside "many": all that are found are returned, or an empty list',
        'has no effect beside "many": all that are found are returned, or an empty list'
      ]
    },
    {
      from: 'while: [ready, gone], many: true }',
      to: 'while: [ready, gone], many: true }\n        «unique: {}\n        «capacity: {}',
      says: ['has no effect: there is no "create" beside it', 'has no effect: there is no "create" beside it']
    },
    {
      from: 'example: small }',
      to: 'example: small }\n' +
        "      callbacks: { a: { 'http://x': { post: { responses: {}, «x-standin: { when: [] } } } } }",
      says: 'is never sent: shop.getExample needs "create" and "reply" under x-standin'
    },
    {
      from: 'unique: { where: { name: $request.body#/name, user: $request.path.user }, while: [waiting], else: busy',
      to: 'unique: { type: User, «else: reuse',
      says: 'a shop.User cannot be used again where a shop.Job is created'
    },
    {
      from: 'capacity: { type: Job, max: 5, else: {',
      to: '«capacity: { type: Job, max: 5, while: [], else: {',
      says: 'no resource would ever count: list statuses under "while", or the running ones of shop.Job ' +
        '(known: waiting, ready, gone, failed)'
    }
  ],
  'statuses that are not documented': [
    {
      from: 'reply: { status: 201',
      to: 'reply: { «status: 202',
      says: 'the operation shop.addJob documents no status 202 (it has 200, 201, 400, 404, 409, 429)'
    },
    {
      from: 'busy: { status: 409',
      to: 'busy: { «status: 419',
      says: 'the operation shop.addJob documents no status 419 (it has 200, 201, 400, 404, 409, 429)'
    },
    {
      from: 'else: { status: 404, body: $problems }',
      to: 'else: { «status: 403, body: $problems }',
      says: 'the operation shop.addJob documents no status 403 (it has 200, 201, 400, 404, 409, 429)'
    },
    {
      from: 'invalid: { status: 400',
      to: 'invalid: { «status: 422',
      says: ['listJobs', 'addJob', 'getJob', 'getData'].map(name =>
        `the operation shop.${name} documents no status 422 (it has 200, 201, 400, 404, 409, 429)`)
    }
  ],
  'headers and signatures of callbacks': [
    {
      from: 'retries: [PT1S, PT5S]',
      to: 'headers: { «Content-Length: 1, «X Y: a }',
      says: [
        'the server writes Content-Length itself, from what it sends: leave it out',
        '"X Y" cannot be the name of a header'
      ]
    },
    {
      from: 'retries: [PT1S, PT5S]',
      to: 'headers: { «X-Event: $event.name }',
      says: 'unknown part of the event "name" (known: id)'
    },
    {
      from: 'retries: [PT1S, PT5S]',
      to: '«sign: { secret: x }',
      says: '"scheme" is missing: one of standard-webhooks, stripe, github, hmac'
    },
    {
      from: 'retries: [PT1S, PT5S]',
      to: 'sign: { «scheme: strip, secret: x }',
      says: 'unknown scheme "strip", did you mean "stripe"? (known: standard-webhooks, stripe, github, hmac)'
    },
    {
      from: 'retries: [PT1S, PT5S]',
      to: '«sign: { scheme: github }',
      says: '"secret" is missing'
    },
    {
      from: 'retries: [PT1S, PT5S]',
      to: '«sign: { scheme: hmac, secret: x }',
      says: '"header" is missing'
    },
    {
      from: 'retries: [PT1S, PT5S]',
      to: 'sign: { scheme: stripe, secret: x, «algorithm: sha1 }',
      says: 'unknown word "algorithm" (known: scheme, secret, header)'
    },
    {
      from: 'retries: [PT1S, PT5S]',
      to: 'sign: { scheme: hmac, secret: x, «header: X Y, «algorithm: md5, «encoding: hexadecimal, «content: a }',
      says: [
        '"X Y" cannot be the name of a header',
        'unknown algorithm "md5" (known: sha256, sha1, sha512)',
        'unknown encoding "hexadecimal" (known: hex, base64, base64url)',
        'must contain {body}, or the body could be changed unnoticed'
      ]
    },
    {
      from: 'retries: [PT1S, PT5S]',
      to: 'sign: { scheme: hmac, secret: x, header: X, «content: "{time}.{body}" }',
      says: 'unknown part of a message "time" (known: id, timestamp, body)'
    },
    {
      from: 'retries: [PT1S, PT5S]',
      to: 'sign: { scheme: github, «secret: { env: SHOP_HAS_NO_SUCH } }',
      says: 'the environment has no SHOP_HAS_NO_SUCH: set it, or give another secret as "else"'
    },
    {
      from: 'retries: [PT1S, PT5S]',
      to: 'sign: { scheme: github, «secret: "" }',
      says: 'the secret is empty'
    },
    {
      from: 'retries: [PT1S, PT5S]',
      to: 'sign: { scheme: standard-webhooks, «secret: "not base64!" }',
      says: 'the secrets of Standard Webhooks are base64, after whsec_ or by themselves'
    }
  ],
  'requests that wait for their jobs': [
    {
      from: 'idempotent: { by: $request.body#/key, memory: keys }',
      to: '«async: { max: 5 }',
      says: '"reply" is missing'
    },
    {
      from: 'idempotent: { by: $request.body#/key, memory: keys }',
      to: 'async: { reply: { «status: 202 } }',
      says: 'the operation shop.addJob documents no status 202 (it has 200, 201, 400, 404, 409, 429)'
    },
    {
      from: 'idempotent: { by: $request.body#/key, memory: keys }',
      to: 'async: { reply: { status: 200 }, «max: soon }',
      says: 'must be an ISO 8601 duration such as PT5S or P7D, but is "soon"'
    },
    {
      from: 'idempotent: { by: $request.body#/key, memory: keys }',
      to: 'idempotent: { by: $request.body#/key }\n        «async: { reply: { status: 200 } }',
      says: 'cannot be beside "idempotent": what it remembers is there at once'
    }
  ],
  'keys of idempotent operations': [
    {
      from: 'memory: keys',
      to: '«for: a day',
      says: 'must be an ISO 8601 duration such as PT5S or P7D, but is "a day"'
    },
    {
      from: 'memory: keys',
      to: 'conflict: { «status: 422 }',
      says: 'the operation shop.addJob documents no status 422 (it has 200, 201, 400, 404, 409, 429)'
    },
    {
      from: 'memory: keys',
      to: '«inFlight: busi',
      says: 'unknown reply "busi", did you mean "busy"? (known: tooMany, invalid, none, busy, spare)'
    },
    {
      from: 'memory: keys',
      to: 'replayed: { «Content-Length: 1 }',
      says: 'the server writes Content-Length itself, from what it sends: leave it out'
    },
    {
      from: 'memory: keys',
      to: '«replayed: Idempotent-Replayed',
      says: 'must be an object, but is "Idempotent-Replayed"'
    }
  ],
  limits: [
    {
      from: 'enabled: true',
      to: '«brust: 3',
      says: 'unknown word "brust", did you mean "burst"? ' +
        '(known: by, max, per, burst, enabled, headers, else, operations)'
    },
    {
      from: 'enabled: true',
      to: '«burst: 0',
      says: 'must be a whole number from 1, but is 0'
    },
    {
      from: 'max: 10, per: PT1M, enabled: true',
      to: '«max: 0, per: PT1M, burst: 3',
      says: 'must be a whole number from 1, but is 0'
    },
    {
      from: 'enabled: true',
      to: '«headers: X-Ratelimit',
      says: 'unknown kind of headers "X-Ratelimit", did you mean "X-RateLimit"? (known: RateLimit, X-RateLimit)'
    },
    {
      from: 'enabled: true',
      to: 'headers: [RateLimit, «true]',
      says: 'must be text, but is true'
    },
    {
      from: 'enabled: true',
      to: 'operations: [«listjobs]',
      says: 'unknown operation "listjobs", did you mean "listJobs"? ' +
        '(known: listJobs, addJob, getJob, getData, getExample)'
    },
    {
      from: 'enabled: true',
      to: '«operations: []',
      says: 'counts nothing: name at least one operation, or leave it out for all'
    },
    {
      from: 'idempotent: {',
      to: 'limits: { «calls: { by: all, max: 1, per: PT1S, else: tooMany } }\n        idempotent: {',
      says: 'there is a limit "calls" at the root already: give this one another name'
    },
    {
      from: 'idempotent: {',
      to: 'limits: { own: { by: all, max: 1, per: PT1S, «operations: [addJob], else: tooMany } }\n        idempotent: {',
      says: 'unknown word "operations" (known: by, max, per, burst, enabled, headers, else)'
    },
    {
      from: 'idempotent: {',
      to: 'limits: { own: { «by: $request.path.usr, max: 1, per: PT1S, else: tooMany } }\n        idempotent: {',
      says: 'unknown path parameter "usr", did you mean "user"? (known: user)'
    }
  ],
  'places that nothing looks at': [
    {
      from: 'info: { title: Shop',
      to: 'info: { «x-standin: {}, title: Shop',
      says: 'has no effect here: it belongs at the root of the document, in an operation, or in the operation of ' +
        'a callback or a webhook'
    },
    {
      from: '  /example:\n',
      to: '  /example:\n    «x-standin: {}\n',
      says: 'has no effect here: it belongs at the root of the document, in an operation, or in the operation of ' +
        'a callback or a webhook'
    },
    {
      from: '      x-standin:\n        reply: { status: 200, example',
      to: '      «x-stand-in:\n        reply: { status: 200, example',
      says: 'unknown word "x-stand-in", did you mean "x-standin"?'
    }
  ]
}

const NO_RESOURCE = 'there is no "$resource" here ' +
  '(there are: $url, $method, $statusCode, $request, $server, $now, $uuid, $elapsed, $random, $limits, $operation)'

/** Mistakes in the document of the pets. */
const IN_COLLECTIONS: readonly Mistake[] = [
  {
    from: 'default: 3, max: 5',
    to: '«defualt: 3, max: 5',
    says: 'unknown word "defualt", did you mean "default"? (known: size, default, max, number, from, offset, after)'
  },
  { from: 'default: 3, max: 5', to: '«default: 0, max: 5', says: 'must be a whole number from 1, but is 0' },
  {
    from: 'default: 3, max: 5',
    to: '«offset: 1, max: 5',
    says: 'a page is named by only one of "number", "offset" and "after"'
  },
  {
    from: 'page: { size: 2, offset',
    to: 'page: { «from: 0, size: 2, offset',
    says: 'has no effect without "number", whose first value it is'
  },
  {
    from: 'number: $request.query.page',
    to: '«number: $request.query.pgae',
    says: 'unknown query parameter "pgae", did you mean "page"? (known: kind, status, sort, limit, page, offset, after)'
  },
  {
    from: "sort: '-created'",
    to: "«sort: '-craeted'",
    says: 'unknown member to sort shop.Pet by "craeted", did you mean "created"? ' +
      '(known: created, id, status, age, home, name, kind, tags, owner)'
  },
  {
    from: 'where: { kind: $request.query.kind, status',
    to: 'where: { «knd: $request.query.kind, status',
    says: 'unknown member of shop.Pet as it is created "knd", did you mean "kind"? ' +
      '(known: age, home, name, kind, tags, owner)'
  },
  {
    from: 'where: { kind: $request.query.kind, status',
    to: 'where: { «id: $request.query.kind, status',
    says: '"id" is the id of shop.Pet, which "where" cannot match: find by "id"'
  },
  {
    from: 'X-Total: $page.total',
    to: '«X-Total: $page.totle',
    says: 'unknown part of the page "totle", did you mean "total"? ' +
      '(known: total, size, pages, more, offset, next, previous)'
  },
  {
    from: 'body: { gone: $resource }',
    to: 'body: { «gone: $page.total }',
    says: 'there is no "$page" here ' +
      '(there are: $url, $method, $statusCode, $request, $server, $now, $uuid, $elapsed, ' +
      '$random, $limits, $operation, ' +
      '$resource, $id, $created, $hidden, $status)'
  },
  {
    from: 'body: { gone: $resource }',
    to: 'body: { «gone: $resource.nmae }',
    says: 'unknown member of shop.Pet "nmae", did you mean "name"? ' +
      '(known: id, status, age, home, name, kind, tags, nick)'
  },
  {
    from: 'find: { type: Pet, id: $request.path.id, else: none }\n        delete: true',
    to: 'find: { type: Pet, «sort: name, «page: {}, id: $request.path.id, else: none }\n        delete: true',
    says: ['has no effect without "many: true"', 'has no effect without "many: true"']
  },
  {
    from: "many: true, sort: '-created'",
    to: "many: true, id: 1, «sort: '-created'",
    says: 'has no effect beside "id": they are returned in the order of the request'
  },
  {
    from: 'create: { type: Pet, members: $request.body, hidden',
    to: 'create: { type: Pet, «else: taken, members: $request.body, hidden',
    says: 'has no effect: only an "id" that the request gives can be taken'
  },
  {
    from: 'create: { type: Pet, id: $request.body#/id, members: $request.body, else: taken }',
    to: '«create: { type: Pet, id: $request.body#/id, members: $request.body }',
    says: '"else" is missing: the reply when the id is taken, or "reuse"'
  },
  {
    from: 'update: { members: $request.body }',
    to: '«update: {}',
    says: 'changes nothing: it needs "members", "hidden" or "status"'
  },
  {
    from: 'update: { members: $request.body }',
    to: 'update: { «member: $request.body }',
    says: 'unknown word "member", did you mean "members"? (known: members, hidden, status, while, else)'
  },
  {
    from: 'update: { members: $request.body }',
    to: 'update: { members: $request.body }\n        «patch: { status: sold }',
    says: 'cannot be beside "update": a resource is either replaced or merged into'
  },
  {
    from: 'update: { members: $request.body }',
    to: 'update: { members: { name: 1, «id: 2 } }',
    says: '"id" is given to each shop.Pet by its type, as its id'
  },
  {
    from: 'update: { status: sold, while',
    to: 'update: { «status: slod, while',
    says: 'unknown status "slod", did you mean "sold"? (known: waiting, resting, gone, sold)'
  },
  {
    from: 'update: { status: sold, while: [waiting, resting], else: tooLate }',
    to: 'update: { status: sold, «while: [waiting, resting] }',
    says: '"else" is missing: the reply in the other statuses'
  },
  {
    from: 'update: { status: sold, while: [waiting, resting], else: tooLate }',
    to: 'update: { status: sold, «else: tooLate }',
    says: 'has no effect: list the statuses that allow it under "while"'
  },
  {
    from: 'find: { type: Pet, id: $request.path.id, else: none }\n' +
      '        patch: { members: $request.body, status: $request.body#/status }\n        reply: { status: 200, body',
    to: '«patch: { members: $request.body }\n        reply: { status: 200, «body',
    says: ['there is no resource to change: "find" one resource, or "create" it', NO_RESOURCE]
  },
  {
    from: 'delete: { while: [resting]',
    to: 'delete: { while: [«restin]',
    says: 'unknown status "restin", did you mean "resting"? (known: waiting, resting, gone, sold)'
  },
  {
    from: 'delete: { while: [resting], else: tooLate }',
    to: '«delete: no',
    says: 'must be true, or { while, else }'
  },
  {
    from: '{ of: Pet, when',
    to: '{ of: Pet, «wehn',
    says: 'unknown word "wehn", did you mean "when"? (known: of, when, on, url, body, headers, sign, retries)'
  },
  { from: 'x-standin: { of: Pet, when', to: '«x-standin: { when', says: '"of" is missing' },
  {
    from: '{ of: Pet, when',
    to: '{ «of: Pat, when',
    says: 'unknown type of resource "Pat", did you mean "Pet"? (known: Pet)'
  },
  {
    from: 'when: [resting], on',
    to: 'when: [«restin], on',
    says: 'unknown status "restin", did you mean "resting"? (known: waiting, resting, gone, sold)'
  },
  {
    from: 'on: [created, deleted]',
    to: 'on: [«craeted, deleted]',
    says: 'unknown event "craeted", did you mean "created"? (known: created, changed, deleted)'
  },
  {
    from: 'x-standin: { of: Pet, when: [resting], on: [created, deleted], url',
    to: '«x-standin: { of: Pet, url',
    says: 'is never sent: say "when" it comes to which statuses, or "on" what (known: created, changed, deleted)'
  },
  {
    from: 'body: { pet: $id }',
    to: 'body: { «pet: $idd }',
    says: 'unknown expression "$idd", did you mean "$id"? ' +
      '(known: $url, $method, $statusCode, $request, $server, $now, $uuid, $elapsed, $random, $limits, $operation, ' +
      '$event, $resource, $id, $created, $hidden, $status)'
  }
]

/** The messages that a document's mistakes are told in. */
function messagesOf (t: Test, yaml: string, rows: string): string[] {
  try {
    compileSimulation(parseContract(yaml, {
      file: 'openapi/shop.yaml',
      name: 'shop'
    }), { rowFiles: new RowFiles(rows) })
    return []
  } catch (error) {
    t.match(error, { code: 'STANDIN_INVALID_DOCUMENT' })
    return error instanceof Error ? error.message.split('\n') : []
  }
}

/** The places of all marks in a text, as they are once the marks are taken out. */
function placesOf (marked: string): string[] {
  const parts = marked.split(HERE)
  return parts.slice(1).map((_, index) => {
    const lines = parts.slice(0, index + 1).join('').split('\n')
    return `${lines.length}:${(lines.at(-1) ?? '').length + 1}`
  })
}

const rowsFolder = (t: Test) => t.testdir({ shop: { rows: { 'a.csv': 'id\n1\n' } } })

t.test('a document without mistakes is compiled', async t => {
  t.same(messagesOf(t, SHOP, rowsFolder(t)), [])
})

for (const [title, mistakes] of Object.entries(MISTAKES)) {
  t.test(`${title} are refused, with file, line and column`, async t => {
    const rows = rowsFolder(t)
    for (const { from, says, to } of mistakes) {
      t.equal(SHOP.split(from).length, 2, `"${from}" stands in the document once`)
      const marked = SHOP.replace(from, () => to)
      const places = placesOf(marked)
      const expected = [says].flat().map((message, index) =>
        `openapi/shop.yaml:${places[index] ?? places[0]} in x-standin: ${message}`)
      const messages = messagesOf(t, marked.replaceAll(HERE, ''), rows)
      t.strictSame(messages.map(message => message.replace(shownPath(rows), 'FIXTURES')), expected)
    }
  })
}

t.test('operations that do not document the status of a limit are warned of', async t => {
  const text = SHOP.replace('tooMany: { status: 429', 'tooMany: { status: 503')
  const contract = parseContract(text, { file: 'openapi/shop.yaml', name: 'shop' })
  const { warnings } = compileSimulation(contract, { rowFiles: new RowFiles(rowsFolder(t)) })
  t.match(warnings, [{
    severity: 'warning',
    pointer: '/x-standin/limits/calls/else',
    message: 'in x-standin: no status 503 is documented by shop.listJobs, shop.addJob, shop.getJob, shop.getData, ' +
      'shop.getExample: it is sent with X-Standin-Violation'
  }])
})

t.test('mistakes in collections are refused, with file, line and column', async t => {
  const rows = rowsFolder(t)
  t.same(messagesOf(t, PETS, rows), [])
  for (const { from, says, to } of IN_COLLECTIONS) {
    t.equal(PETS.split(from).length, 2, `"${from}" stands in the document once`)
    const marked = PETS.replace(from, () => to)
    const places = placesOf(marked)
    const expected = [says].flat().map((message, index) =>
      `openapi/shop.yaml:${places[index] ?? places[0]} in x-standin: ${message}`)
    t.strictSame(messagesOf(t, marked.replaceAll(HERE, ''), rows), expected)
  }
})

t.test('the schema for editors refuses each word that is not known', async t => {
  const find = findMistakes('openapi')
  const changes = [
    ...Object.values(MISTAKES).flat().map(mistake => ({ document: SHOP, ...mistake })),
    ...IN_COLLECTIONS.map(mistake => ({ document: PETS, ...mistake }))
  ]
  const unknown = changes.filter(({ says }) => [says].flat().some(message => message.startsWith('unknown word')))
  t.ok(unknown.length > 15, `${unknown.length} mistakes`)
  t.same([...find(parse(SHOP)), ...find(parse(PETS))], [])
  for (const { document, from, to } of unknown) {
    const changed: unknown = parse(document.replace(from, () => to.replaceAll(HERE, '')))
    t.not(find(changed).length, 0, to)
  }
})

t.test('all mistakes of a document are told at once, in the order of their places', async t => {
  const changes: Array<[from: string, to: string]> = [
    ['X-Left: $limits', 'X-Left: $limit'],
    ['max: 10', 'max: -1'],
    ['spare: { status: 418, body: { id: $id', 'spare: { status: 418, body: { id: $idd'],
    ['running: [waiting]', 'running: [wating]'],
    ['while: [ready, gone], many', 'whlie: [ready, gone], many'],
    ["problem: { text: 'no user {$id}' }", "problem: { text: 'no user {$ids}' }"],
    ['reply: { status: 201', 'reply: { status: 202'],
    ['$choose: $status', '$chose: $status'],
    ['body: { $file: 1 }', 'body: { $file: first }']
  ]
  const yaml = changes.reduce((text, [from, to]) => text.replace(from, () => to), SHOP)
  const messages = messagesOf(t, yaml, rowsFolder(t))
  t.same(messages.map(message => Number(message.split(':')[1])), [5, 7, 15, 23, 60, 65, 70, 79, 87])
  t.same(messages.filter(message => !message.startsWith('openapi/shop.yaml:')), [])
})

t.test('a mistake in a JSON document has its place too', async t => {
  const json = JSON.stringify(parse(SHOP), null, 2).replace('"max": 10', '"max": "ten"')
  const [message] = messagesOf(t, json, rowsFolder(t))
  const line = json.split('\n').findIndex(text => text.includes('"max": "ten"')) + 1
  t.equal(message, `openapi/shop.yaml:${line}:9 in x-standin: must be a whole number from 0, but is "ten"`)
})

t.test('the documents that ship have no mistakes', async t => {
  for (const name of ['et', 'mews', 'vcf', 'webadmit']) {
    const file = `openapi/${name}.yaml`
    const contract = parseContract(readFileSync(file, 'utf8'), { file, name })
    t.doesNotThrow(() => compileSimulation(contract, { rowFiles: new RowFiles('fixtures') }), file)
  }
})
