import { SCENARIO_NAME, SCENARIO_WORD } from '../scenarios/scenario-name.ts'
import { closed, noContent, nullable } from '../schemas/closed.ts'
import { PARAMETERS, SCENARIO_DOCUMENT, VALUES } from '../scenarios/scenario-schema.ts'

const NAME = { type: 'string', description: 'Such as `mews/failure`.' }

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
        description: 'Whether it comes from a file, or was put into this world.'
      },
      file: nullable({ type: 'string', description: 'The file that it comes from.' }),
      parameters: PARAMETERS,
      running: { type: 'boolean', description: 'Whether it runs in this world.' },
      document: {
        ...SCENARIO_DOCUMENT,
        description:
          'All of it as it is written, credentials masked; only where one scenario is read.'
      }
    },
    ['document']
  )
}

/** The schema of a scenario that runs. */
export const RUNNING_SCENARIO = {
  $id: 'RunningScenario',
  ...closed('A scenario that runs.', {
    name: NAME,
    parameters: VALUES,
    stubs: { type: 'array', items: { type: 'string' }, description: 'The ids of its stubs.' }
  })
}

const ONE = closed('Which scenario.', {
  name: {
    ...NAME,
    description:
      'The name of the scenario, such as `mews/failure`; its slash may be percent-encoded.'
  }
})

const ONE_TO_BE = { ...ONE, properties: { name: { ...NAME, pattern: SCENARIO_NAME } } }

const WORD = { type: 'string', pattern: `^${SCENARIO_WORD}$` }

/** The parameters of a path that has the slash of a name as it is. */
export const TWO_SEGMENTS = closed('Which scenario.', { api: WORD, name: WORD })

export const listScenarios = {
  operationId: 'listScenarios',
  tags: ['scenarios'],
  summary: 'List the scenarios, and those that run',
  response: {
    200: closed('The scenarios.', {
      scenarios: {
        type: 'array',
        items: { $ref: 'Scenario#' },
        description: 'Those of files and those that were put into this world, by name.'
      },
      running: {
        type: 'array',
        items: { $ref: 'RunningScenario#' },
        description: 'Those that run in this world, the earliest first.'
      }
    })
  }
}

export const readScenario = {
  operationId: 'readScenario',
  tags: ['scenarios'],
  summary: 'Read a scenario',
  params: ONE,
  response: { 200: { $ref: 'Scenario#', description: 'The scenario.' } }
}

export const putScenario = {
  operationId: 'putScenario',
  tags: ['scenarios'],
  summary: 'Put a scenario into this world',
  description:
    'It can be started from then on; one from a file with its name cannot, in this world. All of it is checked, with its parameters at their defaults.',
  params: ONE_TO_BE,
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
    200: { $ref: 'Scenario#', description: 'It took the place of another that was put.' },
    201: { $ref: 'Scenario#', description: 'It was put.' }
  }
}

export const deleteScenario = {
  operationId: 'deleteScenario',
  tags: ['scenarios'],
  summary: 'Delete a scenario that was put into this world',
  description: 'What runs of it goes on.',
  params: ONE,
  response: noContent('It is gone.')
}

export const startScenario = {
  operationId: 'startScenario',
  tags: ['scenarios'],
  summary: 'Start a scenario',
  description:
    'It takes the place of those that run in this world: their stubs and what they set and seeded go. One that cannot be started changes nothing.',
  params: ONE,
  body: {
    ...nullable(
      closed(
        'How it is started; may be left out.',
        {
          parameters: VALUES,
          add: {
            type: 'boolean',
            default: false,
            description: 'Whether those that run go on beside it.'
          }
        },
        ['parameters', 'add']
      )
    ),
    examples: [{ parameters: {}, add: false }]
  },
  response: { 200: { $ref: 'RunningScenario#', description: 'It runs.' } }
}

export const stopScenarios = {
  operationId: 'stopScenarios',
  tags: ['scenarios'],
  summary: 'Stop the scenarios that run',
  description:
    'Their stubs and what they seeded go, and the settings are as they were, but for what was changed since. The clock stays where it is.',
  response: noContent('None runs.')
}
