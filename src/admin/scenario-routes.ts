import type { FastifyPluginAsync, FastifySchema } from 'fastify'
import { ScenarioFromFile, UnknownScenario } from '../errors.ts'
import { createStubParser } from '../scenarios/parse-stub.ts'
import { hint } from '../schemas/create-unknown.ts'
import { worldOf } from './admin-options.ts'
import type { AdminOptions } from './admin-options.ts'
import { createScenarioCheck } from '../scenarios/scenario-check.ts'
import { createSettingsCheck } from '../scenarios/settings-check.ts'
import {
  deleteScenario,
  listScenarios,
  putScenario,
  readScenario,
  startScenario,
  stopScenarios,
  TWO_SEGMENTS
} from './scenario-schemas.ts'
import { showDocument, showRunning, showScenario } from './show-scenario.ts'
import { endScenarios, runScenario } from '../scenarios/run-scenario.ts'
import type { World } from '../worlds/world.ts'
import type { ParameterValues, Scenario, ScenarioDocument } from '../worlds/scenario.ts'

/** The parameters of `/scenarios/mews%2Ffailure` or `/scenarios/mews/failure`. */
interface One {
  Params: { api?: string, name: string }
}

interface StartBody {
  readonly parameters?: ParameterValues
  readonly add?: boolean
}

/** The scenarios of files and of the world. */
export const scenarioRoutes: FastifyPluginAsync<AdminOptions> = async (app, options) => {
  const parseStub = createStubParser(
    options.contracts.flatMap(contract => contract.operations),
    options.simulations,
    options.rowFiles.folder
  )
  const check = createScenarioCheck(options, {
    checkSettings: createSettingsCheck(options),
    parseStub
  })
  const readFiles = async (): Promise<Map<string, Scenario>> =>
    new Map((await options.scenarios()).map(scenario => [scenario.name, scenario]))
  const find = async (name: string, { store }: World): Promise<Scenario> => {
    const files = await readFiles()
    const own = store.scenarios()
    const scenario = own.get(name) ?? files.get(name)
    if (scenario === undefined) {
      throw new UnknownScenario(name, hint(name, [...own.keys(), ...files.keys()]))
    }
    return scenario
  }

  app.get('/scenarios', { schema: listScenarios }, async request => {
    const { store } = worldOf(request, options)
    const running = store.runningScenarios()
    const byName = new Map([...(await readFiles()), ...store.scenarios()])
    const scenarios = [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
    return {
      scenarios: scenarios.map(scenario => showScenario(scenario, running)),
      running: running.map(showRunning)
    }
  })

  app.post('/scenarios/stop', { schema: stopScenarios }, async (request, reply) => {
    endScenarios(worldOf(request, options))
    return reply.code(204).send()
  })

  for (const { hide, path } of PATHS) {
    app.get<One>(path, { schema: hide(readScenario) }, async request => {
      const world = worldOf(request, options)
      const scenario = await find(nameIn(request.params), world)
      return {
        ...showScenario(scenario, world.store.runningScenarios()),
        document: showDocument(scenario.document)
      }
    })

    app.put<One & { Body: ScenarioDocument }>(
      path,
      { schema: hide(putScenario) },
      async (request, reply) => {
        const { store } = worldOf(request, options)
        check(request.body)
        const scenario: Scenario = {
          name: nameIn(request.params),
          file: undefined,
          document: request.body
        }
        reply.code(store.putScenario(scenario) ? 201 : 200)
        return showScenario(scenario, store.runningScenarios())
      }
    )

    app.delete<One>(path, { schema: hide(deleteScenario) }, async (request, reply) => {
      const name = nameIn(request.params)
      const world = worldOf(request, options)
      const { file } = await find(name, world)
      if (file !== undefined) throw new ScenarioFromFile(name, file)
      world.store.deleteScenario(name)
      return reply.code(204).send()
    })

    app.post<One & { Body: StartBody | null }>(
      `${path}/start`,
      { schema: hide(startScenario) },
      async request => {
        const { add = false, parameters } = request.body ?? {}
        const world = worldOf(request, options)
        const { document, name } = await find(nameIn(request.params), world)
        const ready = { name, document, ...check(document, parameters) }
        return showRunning(await runScenario(ready, { world, add, parseStub }))
      }
    )
  }
}

/** The paths of a scenario: with the slash of its name encoded, as documented, or as it is. */
const PATHS: ReadonlyArray<{
  readonly path: string
  readonly hide: <S extends object>(schema: S) => S & FastifySchema
}> = [
  { path: '/scenarios/:name', hide: schema => schema },
  {
    path: '/scenarios/:api/:name',
    hide: schema => ({ ...schema, params: TWO_SEGMENTS, hide: true })
  }
]

function nameIn ({ api, name }: One['Params']): string {
  return api === undefined ? name : `${api}/${name}`
}
