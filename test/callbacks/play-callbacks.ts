import type { Test } from 'tap'
import { Callbacks } from '../../src/callbacks/callbacks.ts'
import type { Delivery } from '../../src/worlds/delivery.ts'
import { play } from '../simulation/act.ts'
import type { Play } from '../simulation/act.ts'
import type { ResourceType } from '../../src/simulation/scope.ts'

export interface Calling extends Play {
  /** Runs an export that is announced at a URL. */
  run(callback?: unknown): void
  readonly type: ResourceType
  readonly callbacks: Callbacks
  readonly deliveries: readonly Delivery[]
  /** Resolves once a delivery has ended, by a clock that runs. */
  readonly ended: () => Promise<void>
}

export interface CallingOptions {
  /** What is declared of the callback; ready jobs are announced in a form where it is left out. */
  readonly standin?: Readonly<Record<string, unknown>>
  readonly body?: string
  /** What the body must be. */
  readonly schema?: unknown
  readonly allowedHosts?: readonly string[]
  readonly unique?: unknown
  /** The headers that the callback declares. */
  readonly parameters?: readonly unknown[]
}

const FORM = {
  export_file: {
    id: '$id',
    export_id: '$resource.export_id',
    status: { $choose: '$status', of: { available: 'Available' }, else: '$status' }
  }
}

/** An API whose exports take 7 s, then announce themselves at the URL in the request's body. */
export function playCallbacks (
  t: Test,
  {
    allowedHosts,
    body = 'application/x-www-form-urlencoded',
    parameters,
    schema,
    standin,
    unique
  }: CallingOptions = {}
): Calling {
  const callback = {
    parameters,
    requestBody: { content: { [body]: { schema } } },
    responses: {},
    'x-standin': { when: ['available', 'errors'], body: FORM, ...standin }
  }
  const acted = play({
    root: {
      resources: {
        ExportFile: {
          id: { member: 'id', format: 'integer', from: 99752 },
          status: { member: 'status', running: ['queued', 'in_progress'] },
          lifecycles: {
            success: [{ queued: 'PT2S' }, { in_progress: 'PT5S' }, { available: 'P1D' }, 'gone'],
            errors: [{ queued: 'PT2S' }, { in_progress: 'PT5S' }, 'errors'],
            failure: [{ queued: 'PT2S' }, 'failed']
          }
        }
      }
    },
    operations: {
      'POST /exports/{id}': {
        standin: {
          unique,
          create: { type: 'ExportFile', members: { export_id: '$request.path.id' } },
          reply: { status: 200, body: '$resource' }
        },
        more: { callbacks: { ready: { '{$request.body#/callback}': { post: callback } } } }
      },
      'GET /files/{id}': {
        statuses: [200, 404],
        standin: {
          find: { type: 'ExportFile', id: '$request.path.id', else: { status: 404 } },
          reply: { status: 200, body: '$resource' }
        }
      }
    }
  })
  const { contract, scope, simulation, world } = acted
  t.teardown(() => world.close())
  const type = simulation.types.get('ExportFile')
  if (type === undefined) throw new Error('the document declares it')
  const callbacks = new Callbacks(world, { allowedHosts })
  const [operation] = contract.operations.flatMap(({ id }) => simulation.operations.get(id) ?? [])
  return {
    ...acted,
    type,
    callbacks,
    run (callback) {
      const request = { path: { id: 123316 }, body: { callback } }
      const { resource } = acted.send('POST /exports/{id}', request)
      if (resource === undefined) throw new Error('nothing was created')
      for (const declared of operation?.callbacks ?? []) {
        callbacks.subscribe(declared, resource, scope('POST /exports/{id}', request))
      }
    },
    get deliveries () {
      return world.store.deliveries()
    },
    // A walk to the present waits for whatever is under way.
    ended: () => world.schedule.advanceTo(world.clock.now())
  }
}
