import { SCENARIO_NAME, SCENARIO_WORD } from '../scenarios/scenario-name.ts'
import { closed, noContent, nullable } from '../schemas/closed.ts'
import { PARAMETERS, SCENARIO_DOCUMENT, VALUES } from '../scenarios/scenario-schemas.ts'

const NAME = { type: 'string', description: 'The name, such as `mews/failure`.' }

/** The schema of a scenario that can be started. */
export const SCENARIO = {
  $id: 'Scenario',
  ...closed(
    'A scenario that can be started.',
    {
      name: NAME,
      description: { type: 'string' },
      source: {
        type: 'string',
        enum: ['file', 'world'],
        description: 'Whether it comes from a file or was added to this world.'
      },
      file: nullable({ type: 'string', description: 'Its file.' }),
      parameters: PARAMETERS,
      running: { type: 'boolean', description: 'Whether it is running in this world.' },
      document: {
        ...SCENARIO_DOCUMENT,
        description: 'The scenario as it is written, credentials masked; absent in lists.'
      }
    },
    ['document']
  )
}

/** The schema of a running scenario. */
export const RUNNING_SCENARIO = {
  $id: 'RunningScenario',
  ...closed('A running scenario.', {
    name: NAME,
    parameters: VALUES,
    stubs: { type: 'array', items: { type: 'string' }, description: 'The ids of its stubs.' }
  })
}

const ONE = closed('The scenario.', {
  name: {
    ...NAME,
    description:
      'The name of the scenario, such as `mews/failure`; its slash may be percent-encoded.'
  }
})

const NEW_ONE = { ...ONE, properties: { name: { ...NAME, pattern: SCENARIO_NAME } } }

const WORD = { type: 'string', pattern: `^${SCENARIO_WORD}$` }

/** The schema of the parameters of a path with the slash of a name unencoded. */
export const TWO_SEGMENTS = closed('The scenario.', { api: WORD, name: WORD })

export const listScenarios = {
  operationId: 'listScenarios',
  tags: ['scenarios'],
  summary: 'List scenarios',
  response: {
    200: closed('The scenarios.', {
      scenarios: {
        type: 'array',
        items: { $ref: 'Scenario#' },
        description: 'The scenarios of files and of this world, by name.'
      },
      running: {
        type: 'array',
        items: { $ref: 'RunningScenario#' },
        description: 'The running scenarios, earliest first.'
      }
    })
  }
}

export const readScenario = {
  operationId: 'readScenario',
  tags: ['scenarios'],
  summary: 'Get a scenario',
  params: ONE,
  response: { 200: { $ref: 'Scenario#', description: 'The scenario.' } }
}

export const putScenario = {
  operationId: 'putScenario',
  tags: ['scenarios'],
  summary: 'Create or replace a scenario',
  description:
    'Adds a scenario to this world, in the place of one from a file with the same name. It is ' +
    'validated with the defaults of its parameters.',
  params: NEW_ONE,
  body: {
    ...SCENARIO_DOCUMENT,
    examples: [
      {
        description: 'Exports fail.',
        parameters: { after: { default: 'PT5S' } },
        settings: {
          resources: {
            'mews.Export': { lifecycle: 'failure', durations: { Processing: '$parameters.after' } }
          }
        }
      }
    ]
  },
  response: {
    200: { $ref: 'Scenario#', description: 'The scenario was replaced.' },
    201: { $ref: 'Scenario#', description: 'The scenario was created.' }
  }
}

export const deleteScenario = {
  operationId: 'deleteScenario',
  tags: ['scenarios'],
  summary: 'Delete a scenario',
  description: 'It goes on if it is running.',
  params: ONE,
  response: noContent('The scenario was deleted.')
}

export const startScenario = {
  operationId: 'startScenario',
  tags: ['scenarios'],
  summary: 'Start a scenario',
  description:
    'Stops the running scenarios first, unless `add` is true. A scenario that cannot be started ' +
    'changes nothing.',
  params: ONE,
  body: {
    ...nullable(
      closed(
        'Options, all of them optional.',
        {
          parameters: VALUES,
          add: {
            type: 'boolean',
            default: false,
            description: 'Whether running scenarios go on.'
          }
        },
        ['parameters', 'add']
      )
    ),
    examples: [{ parameters: {}, add: false }]
  },
  response: { 200: { $ref: 'RunningScenario#', description: 'The scenario is running.' } }
}

export const stopScenarios = {
  operationId: 'stopScenarios',
  tags: ['scenarios'],
  summary: 'Stop all scenarios',
  description:
    'Removes their stubs, resources and settings, except for those that were changed since. The ' +
    'clock stays as it is.',
  response: noContent('No scenario is running.')
}
