import type { Schema } from '../schemas/schema.ts'
import { REFUSALS } from './refusals.ts'

const TEXT = { type: 'string' }
const NAMED = '^[a-zA-Z0-9._-]+$'
/** An ISO 8601 duration, which is validated when the journey is compiled. */
const DURATION = TEXT

/** Returns the schema of an object that may have extensions, except misspelt ones of this product. */
function extensible (properties: Readonly<Record<string, unknown>>, required: readonly string[] = []): Schema {
  return {
    type: 'object',
    properties,
    patternProperties: { '^x-(?!standin-)': true },
    additionalProperties: false,
    required
  }
}

function listOf (items: unknown, rules: Schema = {}): Schema {
  return { type: 'array', items, ...rules }
}

/** Returns the schema of parts by their names. */
function mapOf (schema: unknown): Schema {
  return { type: 'object', propertyNames: { pattern: NAMED }, additionalProperties: schema }
}

/** Returns the schema of a part that may stand among the components. */
function orReusable (schema: Schema): Schema {
  return { if: { type: 'object', required: ['reference'] }, then: REUSABLE, else: schema }
}

const REUSABLE = {
  type: 'object',
  required: ['reference'],
  properties: { reference: TEXT, value: true },
  additionalProperties: false
}

const SELECTOR_TYPE = {
  if: { type: 'object' },
  then: extensible({ type: TEXT, version: TEXT }, ['type']),
  else: TEXT
}

const CRITERION = extensible({ context: TEXT, condition: TEXT, type: SELECTOR_TYPE, version: TEXT }, ['condition'])
const CRITERIA = listOf(CRITERION)

const PARAMETER = extensible({
  name: TEXT,
  in: { enum: ['path', 'query', 'querystring', 'header', 'cookie'] },
  value: true
}, ['name', 'value'])

const PARAMETERS = listOf(orReusable(PARAMETER))

const ACTION_MEMBERS = { name: TEXT, workflowId: TEXT, stepId: TEXT, parameters: PARAMETERS, criteria: CRITERIA }

const SUCCESS_ACTION = extensible({ ...ACTION_MEMBERS, type: { enum: ['end', 'goto'] } }, ['name', 'type'])

const FAILURE_ACTION = extensible({
  ...ACTION_MEMBERS,
  type: { enum: ['end', 'goto', 'retry'] },
  retryAfter: { type: 'number', minimum: 0 },
  retryLimit: { type: 'integer', minimum: 0 }
}, ['name', 'type'])

const SUCCESS_ACTIONS = listOf(orReusable(SUCCESS_ACTION))
const FAILURE_ACTIONS = listOf(orReusable(FAILURE_ACTION))

const OUTPUTS = mapOf({ type: ['string', 'object'] })

const REPLACEMENT = extensible({ target: TEXT, targetSelectorType: SELECTOR_TYPE, value: true }, ['target', 'value'])

const BODY = extensible({ contentType: TEXT, payload: true, replacements: listOf(REPLACEMENT) })

/** An expression, or a selector of several values. */
const SELECTABLE = { type: ['string', 'object'] }

const STEP = extensible({
  stepId: TEXT,
  description: TEXT,
  operationId: TEXT,
  operationPath: TEXT,
  channelPath: TEXT,
  workflowId: TEXT,
  parameters: PARAMETERS,
  requestBody: BODY,
  successCriteria: listOf(CRITERION, { minItems: 1 }),
  onSuccess: SUCCESS_ACTIONS,
  onFailure: FAILURE_ACTIONS,
  outputs: OUTPUTS,
  timeout: { type: 'integer', minimum: 0 },
  correlationId: TEXT,
  action: { enum: ['send', 'receive'] },
  dependsOn: listOf(TEXT),
  'x-operation': { type: 'object', properties: { url: TEXT, method: TEXT }, required: ['url', 'method'] },
  'x-standin-wait': DURATION,
  'x-standin-callback': {
    type: 'object',
    properties: { name: TEXT, within: DURATION },
    additionalProperties: false
  },
  'x-standin-download': {
    type: 'object',
    properties: { url: SELECTABLE, size: SELECTABLE },
    required: ['url'],
    additionalProperties: false
  },
  'x-standin-refusal': { enum: REFUSALS }
}, ['stepId'])

const WORLD = {
  type: 'object',
  properties: {
    scenario: { type: ['string', 'array'], items: TEXT },
    settings: { type: 'object' },
    resources: { type: 'object', additionalProperties: { type: 'object' } },
    startsAt: { type: 'string', format: 'date-time' }
  },
  additionalProperties: false
}

const WORKFLOW = extensible({
  workflowId: TEXT,
  summary: TEXT,
  description: TEXT,
  inputs: { type: ['object', 'boolean'] },
  dependsOn: listOf(TEXT),
  steps: listOf(STEP, { minItems: 1 }),
  successActions: SUCCESS_ACTIONS,
  failureActions: FAILURE_ACTIONS,
  outputs: OUTPUTS,
  parameters: PARAMETERS,
  'x-standin-world': WORLD
}, ['workflowId', 'steps'])

const SOURCE = extensible({
  name: { type: 'string', pattern: '^[A-Za-z0-9_-]+$' },
  url: TEXT,
  type: { enum: ['openapi', 'arazzo', 'asyncapi'] }
}, ['name', 'url'])

/** The schema of an Arazzo document of the versions 1.0 and 1.1 with the extensions of this product. */
export const ARAZZO_SCHEMA: Schema = extensible({
  arazzo: true,
  $self: TEXT,
  info: extensible({ title: TEXT, summary: TEXT, description: TEXT, version: true }, ['title', 'version']),
  sourceDescriptions: listOf(SOURCE, { minItems: 1 }),
  workflows: listOf(WORKFLOW, { minItems: 1 }),
  components: extensible({
    inputs: mapOf({ type: ['object', 'boolean'] }),
    parameters: mapOf(PARAMETER),
    successActions: mapOf(SUCCESS_ACTION),
    failureActions: mapOf(FAILURE_ACTION)
  })
}, ['arazzo', 'info', 'sourceDescriptions', 'workflows'])
