// Written by "standin types" from the document of the admin API. Do not edit: write it again.

/** The operations and resources of the contracts, to be given to the client: `standin<AdminApi>(url)`. */
export interface AdminApi {
  operations: {
    /** Tell that the server answers, and what it serves */
    'admin.readHealth': {
      request: {
        headers: {
          'X-Standin-World'?: string
        }
      }
      replies: {
        /** It answers. */
        200: {
          status: 'ok'
          /** The version of the stand-in. */
          version: string
          /** The names of the APIs that it serves. */
          apis: string[]
        }
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** Take this world back to its start */
    'admin.resetWorld': {
      request: {
        headers: {
          'X-Standin-World'?: string
        }
      }
      replies: {
        /** The world is as new. */
        204: undefined
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** List the worlds */
    'admin.listWorlds': {
      request: {
        headers: {
          'X-Standin-World'?: string
        }
      }
      replies: {
        /** The worlds, the longest unused first: it is the next to go when there are too many. */
        200: {
          worlds: Array<{
            name: string
            /** Its time. */
            now: string
            mode: 'running' | 'frozen'
            /** How many resources it holds. */
            resources: number
            /** How many stubs it has. */
            stubs: number
            /** How many exchanges its journal holds. */
            exchanges: number
            /** How many were dropped to make room. */
            dropped: {
              resources: number
              exchanges: number
            }
          }>
          /** How many worlds were dropped to make room. */
          dropped: number
        }
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** Drop a world */
    'admin.deleteWorld': {
      request: {
        path: {
          name: string
        }
        headers: {
          'X-Standin-World'?: string
        }
      }
      replies: {
        /** The world is gone. */
        204: undefined
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** Read the clock */
    'admin.readClock': {
      request: {
        headers: {
          'X-Standin-World'?: string
        }
      }
      replies: {
        /** The clock of the world. */
        200: AdminClock
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** Stop the clock or set it going, and move it on */
    'admin.setClock': {
      request: {
        headers: {
          'X-Standin-World'?: string
        }
        body: {
          /** `running` is real time plus an offset, `frozen` stands still until it is moved. */
          mode: 'running' | 'frozen'
          /** An instant to move to first (RFC 3339), not before the present time of the world. */
          now?: string
        }
      }
      replies: {
        /** The clock as it is now. */
        200: AdminClock
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** Move the clock on, and tell what happened on the way */
    'admin.advanceClock': {
      request: {
        headers: {
          'X-Standin-World'?: string
        }
        body: {
          /** How far, as an ISO 8601 duration. */
          by?: string
          /** An instant (RFC 3339); `next`: the next change of a status or the next callback; `idle`: until no resource is in a running status, but for those that the clock does not move. */
          to?: string
        }
      }
      replies: {
        /** Where the clock is now, and what happened. */
        200: {
          now: string
          mode: 'running' | 'frozen'
          /** The steps that resources took, in order of time. */
          changes: Array<{
            at: string
            resource: AdminResourceName
            /** The status that it left. */
            from: string
            /** The status that it came to. */
            to: string
          }>
          /** How many further steps are not listed. */
          more: number
          /** The callbacks that were sent meanwhile, in order of time. */
          callbacks: Array<{
            /** As in the list of callbacks. */
            id: string
            callback: string
            resource: AdminResourceName | null
            url: string
            /** When it was made, by the clock of the world. */
            at: string
            /** The status that came back. */
            status: number | null
            /** Why nothing came back. */
            error: string | null
          }>
          /** With `idle`: the resources that go on running, because the clock does not move them. */
          waiting?: Array<{
            type: string
            id: string
            status: string
            /** What moves it on, as in a resource. */
            progression: string | Record<string, unknown>
          }>
        }
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** List the operations of all APIs */
    'admin.listOperations': {
      request: {
        headers: {
          'X-Standin-World'?: string
        }
      }
      replies: {
        /** The operations, in the order of their documents. */
        200: {
          operations: AdminOperation[]
        }
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** Read an operation */
    'admin.readOperation': {
      request: {
        path: {
          id: string
        }
        headers: {
          'X-Standin-World'?: string
        }
      }
      replies: {
        /** The operation. */
        200: AdminOperation
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** List the stubs */
    'admin.listStubs': {
      request: {
        headers: {
          'X-Standin-World'?: string
        }
      }
      replies: {
        /** The stubs. The first that matches and has a use left answers. */
        200: {
          /** The latest first. */
          stubs: AdminStub[]
        }
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** Add a stub */
    'admin.addStub': {
      request: {
        headers: {
          'X-Standin-World'?: string
        }
        body: {
          /** Which operation it answers for. */
          operation: string | {
            method: string
            path: string
          }
          /** What a request must have; every request matches where it is left out. Each part is partial unless it is exact: only the members that are given must match. */
          when?: {
            /** By the names of the placeholders. */
            path?: Record<string, unknown>
            query?: Record<string, unknown>
            /** Whatever the case of their names. */
            headers?: Record<string, unknown>
            cookies?: Record<string, unknown>
            /** Any JSON value. Of objects, the members that are given must match; lists must match item by item. */
            body?: unknown
            /** The parts that must have nothing else. */
            exact?: Array<'path' | 'query' | 'cookies' | 'body'>
            /** JSON Schemas that parts must fit. */
            schemas?: {
              /** A JSON Schema. */
              path?: Record<string, unknown> | boolean
              /** A JSON Schema. */
              query?: Record<string, unknown> | boolean
              /** A JSON Schema. */
              headers?: Record<string, unknown> | boolean
              /** A JSON Schema. */
              cookies?: Record<string, unknown> | boolean
              /** A JSON Schema. */
              body?: Record<string, unknown> | boolean
            }
            /** Which of the requests that match all else it is for, counted from 1. */
            call?: number | {
              from?: number
              to?: number
            }
            /** The resource that the operation finds. */
            resource?: {
              /** Its status, or a list of those it may have. */
              status: string | string[]
            }
          }
          /** What is answered; the best success that the operation documents where it is left out. Without a body, an example and generation, it is the first example, or a generated one. */
          reply?: {
            status?: number
            /** By name; each a text or a number. */
            headers?: Record<string, unknown>
            /** Any JSON value. Texts are templates: `$request.body#/uuid`, `{$now}`; one that is to begin with a dollar sign begins with two. */
            body?: unknown
            /** The name of an example or a fixture of the status. */
            example?: string
            /** Whether the body is drawn from its schema. */
            generated?: boolean
            /** Sends the body in pieces. */
            trickle?: {
              /** How many pieces. */
              chunks: number
              /** When the last is sent, after the first: milliseconds or a duration. */
              over: number | string
              /** `clock` waits until the clock of the world has moved that far. */
              by?: 'real' | 'clock'
            }
          }
          /** What its uses answer, in order: a reply, a fault, or `simulation`, which leaves the request to the next source. After the last step the stub is used up. */
          sequence?: Array<'simulation' | {
            status?: number
            /** By name; each a text or a number. */
            headers?: Record<string, unknown>
            /** Any JSON value. Texts are templates: `$request.body#/uuid`, `{$now}`; one that is to begin with a dollar sign begins with two. */
            body?: unknown
            /** The name of an example or a fixture of the status. */
            example?: string
            /** Whether the body is drawn from its schema. */
            generated?: boolean
            /** Sends the body in pieces. */
            trickle?: {
              /** How many pieces. */
              chunks: number
              /** When the last is sent, after the first: milliseconds or a duration. */
              over: number | string
              /** `clock` waits until the clock of the world has moved that far. */
              by?: 'real' | 'clock'
            }
            /** What goes wrong with the connection while it is answered. */
            fault?: 'reset-before-headers' | 'reset-after-headers' | 'no-answer' | 'truncated-body' | 'garbage' | 'wrong-content-length'
          }>
          /** Instead of a reply: which way a resource takes that the simulation creates for the request. */
          simulate?: {
            lifecycle?: string
            /** How long each status lasts, as ISO 8601 durations. */
            durations?: Record<string, unknown>
            progression?: 'clock' | 'manual' | {
              polls: number
            }
          }
          /** How long the answer waits: milliseconds or a duration such as `PT0.5S`, of real time; or how it is drawn, and by which clock it goes. */
          delay?: number | string | {
            /** Milliseconds, or an ISO 8601 duration such as `PT0.5S`. */
            fixed?: number | string
            /** The shortest and the longest. */
            uniform?: Array<number | string>
            /** Around a median, with a long tail. */
            lognormal?: {
              /** Milliseconds, or an ISO 8601 duration such as `PT0.5S`. */
              median: number | string
              sigma: number
            }
            /** `clock` waits until the clock of the world has moved that far. */
            by?: 'real' | 'clock'
          }
          /** What goes wrong with the connection while it is answered. */
          fault?: 'reset-before-headers' | 'reset-after-headers' | 'no-answer' | 'truncated-body' | 'garbage' | 'wrong-content-length'
          /** How many requests it answers; any number where it is left out. */
          times?: number
          /** Higher goes first; among equals the latest. */
          priority?: number
          /** `off` lets the reply break the contract. */
          contract?: 'on' | 'off'
        }
      }
      replies: {
        /** The stub was added. */
        201: AdminStub
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** Delete all stubs */
    'admin.deleteStubs': {
      request: {
        headers: {
          'X-Standin-World'?: string
        }
      }
      replies: {
        /** There are no stubs. */
        204: undefined
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** Read a stub */
    'admin.readStub': {
      request: {
        path: {
          id: string
        }
        headers: {
          'X-Standin-World'?: string
        }
      }
      replies: {
        /** The stub. */
        200: AdminStub
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** Delete a stub */
    'admin.deleteStub': {
      request: {
        path: {
          id: string
        }
        headers: {
          'X-Standin-World'?: string
        }
      }
      replies: {
        /** The stub is gone. */
        204: undefined
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** List the scenarios, and those that run */
    'admin.listScenarios': {
      request: {
        headers: {
          'X-Standin-World'?: string
        }
      }
      replies: {
        /** The scenarios. */
        200: {
          /** Those of files and those that were put into this world, by name. */
          scenarios: AdminScenario[]
          /** Those that run in this world, the earliest first. */
          running: AdminRunningScenario[]
        }
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** Stop the scenarios that run */
    'admin.stopScenarios': {
      request: {
        headers: {
          'X-Standin-World'?: string
        }
      }
      replies: {
        /** None runs. */
        204: undefined
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** Read a scenario */
    'admin.readScenario': {
      request: {
        path: {
          name: string
        }
        headers: {
          'X-Standin-World'?: string
        }
      }
      replies: {
        /** The scenario. */
        200: AdminScenario
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** Put a scenario into this world */
    'admin.putScenario': {
      request: {
        path: {
          name: string
        }
        headers: {
          'X-Standin-World'?: string
        }
        body: {
          /** What it is for. */
          description: string
          /** What can be chosen when it is started, by name. `$parameters.name` stands for the value anywhere in it, `{$parameters.name}` within a longer text. */
          parameters?: {
            [member: string]: {
              description?: string
              /** What it is where nothing is chosen; what is chosen must be of the same type. */
              default: unknown
            }
          }
          /** `mode` and `now`, as the clock takes them. */
          clock?: Record<string, unknown>
          /** A change of settings, as `PATCH /settings` takes it. */
          settings?: Record<string, unknown>
          /** What is seeded, by type and id, as `PUT /resources/{type}/{id}` takes it; null makes the id missing. */
          resources?: Record<string, unknown>
          /** As `POST /stubs` takes them. The last that matches answers. */
          stubs?: Array<Record<string, unknown>>
        }
      }
      replies: {
        /** It took the place of another that was put. */
        200: AdminScenario
        /** It was put. */
        201: AdminScenario
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** Delete a scenario that was put into this world */
    'admin.deleteScenario': {
      request: {
        path: {
          name: string
        }
        headers: {
          'X-Standin-World'?: string
        }
      }
      replies: {
        /** It is gone. */
        204: undefined
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** Start a scenario */
    'admin.startScenario': {
      request: {
        path: {
          name: string
        }
        headers: {
          'X-Standin-World'?: string
        }
        body?: {
          /** The values of its parameters, by name. */
          parameters?: Record<string, unknown>
          /** Whether those that run go on beside it. */
          add?: boolean
        } | null
      }
      replies: {
        /** It runs. */
        200: AdminRunningScenario
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** List the types of resources with how many there are */
    'admin.listResourceTypes': {
      request: {
        headers: {
          'X-Standin-World'?: string
        }
      }
      replies: {
        /** The types that the documents declare. */
        200: {
          types: Array<{
            /** The type, such as `mews.Export`. */
            type: string
            /** How many this world holds. */
            count: number
            lifecycles: Array<{
              name: string
              /** Whether it is taken where nothing else is said. */
              default: boolean
              statuses: Array<{
                status: string
                /** An ISO 8601 duration; null where it has no end. */
                lasts: string | null
              }>
            }>
            /** The statuses of a job that has not ended. */
            running: string[]
          }>
        }
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** List the resources of a type */
    'admin.listResources': {
      request: {
        path: {
          type: string
        }
        query: {
          limit?: number
          after?: number
        }
        headers: {
          'X-Standin-World'?: string
        }
      }
      replies: {
        /** A page of them. */
        200: {
          /** By their numbers. */
          resources: AdminResource[]
          /** How many there are. */
          total: number
          /** What to ask with `after` for the next page; null where this is the last. */
          next: number | null
        }
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** Read a resource */
    'admin.readResource': {
      request: {
        path: {
          type: string
          id: string
        }
        headers: {
          'X-Standin-World'?: string
        }
      }
      replies: {
        /** The resource. */
        200: AdminResource
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** Seed a resource */
    'admin.putResource': {
      request: {
        path: {
          type: string
          id: string
        }
        headers: {
          'X-Standin-World'?: string
        }
        body: {
          /** What clients see of it, beside its id, its status and what its type declares. */
          members?: Record<string, unknown>
          /** What is kept and never shown. */
          hidden?: Record<string, unknown>
          /** The status that it is put into; the first of its lifecycle where it is left out. */
          status?: string
          /** The way that it takes; that of the settings where it is left out. */
          lifecycle?: string
        }
      }
      replies: {
        /** It took the place of another. */
        200: AdminResource
        /** It was seeded. */
        201: AdminResource
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** Make a resource missing */
    'admin.deleteResource': {
      request: {
        path: {
          type: string
          id: string
        }
        headers: {
          'X-Standin-World'?: string
        }
      }
      replies: {
        /** It does not exist. */
        204: undefined
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** Force a resource into a status */
    'admin.putResourceStatus': {
      request: {
        path: {
          type: string
          id: string
        }
        headers: {
          'X-Standin-World'?: string
        }
        body: {
          /** A status of its lifecycle, or else of another lifecycle of its type, which it then takes. */
          status: string
        }
      }
      replies: {
        /** The resource as it is now. */
        200: AdminResource
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** List the latest requests */
    'admin.listRequests': {
      request: {
        query: {
          operation?: string
          status?: number
          source?: 'stub' | 'module' | 'simulation' | 'fixture' | 'example' | 'generated' | 'refusal'
          stub?: string
          method?: string
          violations?: boolean
          limit?: number
          before?: string
        }
        headers: {
          'X-Standin-World'?: string
        }
      }
      replies: {
        /** A page of the journal. */
        200: {
          /** Oldest first. */
          requests: AdminExchange[]
          /** Whether there are earlier ones: ask with `before` for them. */
          more: boolean
          /** How many exchanges of this world were dropped to make room. */
          dropped: number
        }
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** Empty the journal */
    'admin.deleteRequests': {
      request: {
        headers: {
          'X-Standin-World'?: string
        }
      }
      replies: {
        /** The journal is empty. */
        204: undefined
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** List the requests that found no operation, with the nearest ones */
    'admin.listUnmatchedRequests': {
      request: {
        headers: {
          'X-Standin-World'?: string
        }
      }
      replies: {
        /** The requests. */
        200: {
          /** Oldest first. */
          requests: AdminUnmatched[]
          /** How many exchanges of this world were dropped to make room. */
          dropped: number
        }
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** Follow the requests as they come */
    'admin.streamRequests': {
      request: {
        query: {
          operation?: string
          status?: number
          source?: 'stub' | 'module' | 'simulation' | 'fixture' | 'example' | 'generated' | 'refusal'
          stub?: string
          method?: string
          violations?: boolean
          after?: string
        }
        headers: {
          'X-Standin-World'?: string
          'last-event-id'?: string
        }
      }
      replies: {
        /** Events, until the world or the server ends. */
        200: string
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** Read a request with its response */
    'admin.readRequest': {
      request: {
        path: {
          id: string
        }
        headers: {
          'X-Standin-World'?: string
        }
      }
      replies: {
        /** The exchange. */
        200: AdminExchange
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** Tell whether requests came as expected */
    'admin.verifyRequests': {
      request: {
        headers: {
          'X-Standin-World'?: string
        }
        body: {
          /** Of which operation. */
          operation: string | {
            method: string
            path: string
          }
          /** What a request must have; every request matches where it is left out. Each part is partial unless it is exact: only the members that are given must match. */
          when?: {
            /** By the names of the placeholders. */
            path?: Record<string, unknown>
            query?: Record<string, unknown>
            /** Whatever the case of their names. */
            headers?: Record<string, unknown>
            cookies?: Record<string, unknown>
            /** Any JSON value. Of objects, the members that are given must match; lists must match item by item. */
            body?: unknown
            /** The parts that must have nothing else. */
            exact?: Array<'path' | 'query' | 'cookies' | 'body'>
            /** JSON Schemas that parts must fit. */
            schemas?: {
              /** A JSON Schema. */
              path?: Record<string, unknown> | boolean
              /** A JSON Schema. */
              query?: Record<string, unknown> | boolean
              /** A JSON Schema. */
              headers?: Record<string, unknown> | boolean
              /** A JSON Schema. */
              cookies?: Record<string, unknown> | boolean
              /** A JSON Schema. */
              body?: Record<string, unknown> | boolean
            }
          }
          /** How often; at least once where it is left out. */
          count?: {
            atLeast?: number
            atMost?: number
            exactly?: number
          }
          /** What should have come after the first of them, in this order; other requests may stand between. */
          sequence?: Array<{
            /** Of which operation. */
            operation: string | {
              method: string
              path: string
            }
            /** What a request must have; every request matches where it is left out. Each part is partial unless it is exact: only the members that are given must match. */
            when?: {
              /** By the names of the placeholders. */
              path?: Record<string, unknown>
              query?: Record<string, unknown>
              /** Whatever the case of their names. */
              headers?: Record<string, unknown>
              cookies?: Record<string, unknown>
              /** Any JSON value. Of objects, the members that are given must match; lists must match item by item. */
              body?: unknown
              /** The parts that must have nothing else. */
              exact?: Array<'path' | 'query' | 'cookies' | 'body'>
              /** JSON Schemas that parts must fit. */
              schemas?: {
                /** A JSON Schema. */
                path?: Record<string, unknown> | boolean
                /** A JSON Schema. */
                query?: Record<string, unknown> | boolean
                /** A JSON Schema. */
                headers?: Record<string, unknown> | boolean
                /** A JSON Schema. */
                cookies?: Record<string, unknown> | boolean
                /** A JSON Schema. */
                body?: Record<string, unknown> | boolean
              }
            }
          }>
        }
      }
      replies: {
        /** Whether it is so; if not, what is wrong, and what came nearest. */
        200: {
          ok: boolean
          /** How many requests came that are as expected. */
          count: number
          /** Their ids, oldest first. */
          requests: string[]
          /** What is wrong, in a sentence. */
          problem?: string
          /** The request that came nearest to one that is missing. */
          nearest?: {
            request: AdminExchange
            differences: Array<{
              /** A part and a JSON pointer, such as `body /EntityType`; `operation` where it is one of another operation, `order` where it came too early. */
              where: string
              /** What was expected; absent where nothing should be there. For a schema, in words. */
              expected?: unknown
              /** What came; absent where nothing did. Credentials are masked. */
              actual?: unknown
            }>
          }
          /** How many exchanges of this world were dropped to make room: they are not counted. */
          dropped: number
        }
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** Tell everything that is not as it should be */
    'admin.readVerification': {
      request: {
        headers: {
          'X-Standin-World'?: string
        }
      }
      replies: {
        /** What was found. */
        200: {
          /** Whether nothing was found. */
          ok: boolean
          /** The requests that broke the contract. */
          violations: AdminExchange[]
          /** The requests that found no operation. */
          unmatched: AdminUnmatched[]
          /** The stubs that no request has used. */
          unusedStubs: AdminStub[]
          /** The callbacks that failed, were refused, or are still due. */
          undelivered: AdminDelivery[]
          /** How many were dropped to make room: nothing is known of them. */
          dropped: {
            requests: number
            callbacks: number
          }
        }
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** List the callbacks with every attempt at them */
    'admin.listCallbacks': {
      request: {
        query: {
          state?: 'waiting' | 'delivered' | 'failed' | 'refused' | 'cancelled'
          wait?: string
          count?: number
        }
        headers: {
          'X-Standin-World'?: string
        }
      }
      replies: {
        /** The callbacks. */
        200: {
          /** Oldest first. */
          callbacks: AdminDelivery[]
          /** How many callbacks of this world were dropped to make room: those that had ended, or else the oldest, which are then not sent. */
          dropped: number
        }
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** Fire a callback or a webhook of a document */
    'admin.fireCallback': {
      request: {
        path: {
          name: string
        }
        headers: {
          'X-Standin-World'?: string
        }
        body: {
          /** Where it goes. For a webhook it may be left out where the settings say. */
          url?: string
          /** What is sent. Where it is left out: what the document declares under `x-standin`, where a resource is given, or else its first example, or a generated one. */
          body?: unknown
          resource?: AdminResourceName
        }
      }
      replies: {
        /** The callback, with its attempt. */
        200: AdminDelivery
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** Send a callback once more */
    'admin.redeliverCallback': {
      request: {
        path: {
          id: string
        }
        headers: {
          'X-Standin-World'?: string
        }
      }
      replies: {
        /** The callback, with the new attempt. */
        200: AdminDelivery
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** Read the settings */
    'admin.readSettings': {
      request: {
        headers: {
          'X-Standin-World'?: string
        }
      }
      replies: {
        /** The settings of the world. Accepted credentials are masked. */
        200: AdminSettings
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** Bring back the default settings */
    'admin.deleteSettings': {
      request: {
        headers: {
          'X-Standin-World'?: string
        }
      }
      replies: {
        /** The settings are the defaults. */
        204: undefined
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** Change settings */
    'admin.patchSettings': {
      request: {
        headers: {
          'X-Standin-World'?: string
        }
        body: {
          /** How long every answer of the APIs waits, in real milliseconds. */
          delayMs?: number | null
          progression?: 'clock' | 'manual' | {
            polls: number
          } | null
          /** By type of resource, such as `mews.Export`. */
          resources?: {
            [member: string]: {
              /** The way that they take through their statuses. */
              lifecycle?: string | null
              progression?: 'clock' | 'manual' | {
                polls: number
              } | null
              /** How long a status lasts, by status. */
              durations?: {
                [member: string]: string | null
              } | null
              /** Their files. */
              files?: {
                /** How many each has. */
                count?: number | null
                /** How often the rows of a file are repeated in it. */
                repeat?: number | null
              } | null
            } | null
          } | null
          /** By limit, such as `mews.requests`. */
          limits?: {
            [member: string]: {
              enabled?: boolean | null
              /** How many uses a window allows. */
              max?: number | null
              /** How long a window is, as an ISO 8601 duration. */
              per?: string | null
            } | null
          } | null
          /** The credentials that are accepted, by scheme, such as `vcf.bearer`; any is accepted for a scheme that is not listed. */
          credentials?: {
            [member: string]: string[] | null
          } | null
          /** The scopes of tokens that are no JWTs, or say nothing of scopes, by scheme, such as `shop.oauth`; tokens of a scheme that is not listed have all. */
          scopes?: {
            [member: string]: string[] | null
          } | null
          /** By operation, such as `mews.addExport`. */
          operations?: {
            [member: string]: {
              /** A documented status: its first example, or a generated body. */
              code?: number | null
              /** The name of an example or a fixture. */
              example?: string | null
              /** Whether the body is generated. */
              dynamic?: boolean | null
              delay?: number | string | null
              /** What goes wrong with the connection, whatever answers. */
              fault?: 'reset-before-headers' | 'reset-after-headers' | 'no-answer' | 'truncated-body' | 'garbage' | 'wrong-content-length' | null
            } | null
          } | null
          /** Where webhooks go, by webhook, such as `tally.reportReady`. */
          webhooks?: {
            [member: string]: string | null
          } | null
        }
      }
      replies: {
        /** The settings as they are now. */
        200: AdminSettings
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** List the contracts */
    'admin.listContracts': {
      request: {
        headers: {
          'X-Standin-World'?: string
        }
      }
      replies: {
        /** The contracts. */
        200: {
          contracts: Array<{
            /** What its operations are addressed by: `mews`. */
            name: string
            /** As the document has it. */
            title: string
            /** As the document has it. */
            version: string
            /** The file that it was read from. */
            file: string
            /** How many operations it has. */
            operations: number
          }>
        }
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** Read a contract as it is served */
    'admin.readContract': {
      request: {
        path: {
          name: string
        }
        headers: {
          'X-Standin-World'?: string
        }
      }
      replies: {
        /** The OpenAPI document. */
        200: {
          openapi: unknown
          info: unknown
        }
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** Read the OpenAPI document of the admin API */
    'admin.readDocument': {
      request: {
        headers: {
          'X-Standin-World'?: string
        }
      }
      replies: {
        /** The document. */
        200: {
          openapi: unknown
          info: unknown
          paths: unknown
        }
        /** What went wrong. */
        default: AdminProblem
      }
    }
    /** Try the admin API on a page */
    'admin.readPage': {
      request: {
        headers: {
          'X-Standin-World'?: string
        }
      }
      replies: {
        /** The page. */
        200: string
        /** What went wrong. */
        default: AdminProblem
      }
    }
  }
  resources: Record<never, never>
}

/** What went wrong (RFC 9457). */
export interface AdminProblem {
  type: 'about:blank'
  /** The phrase of the status. */
  title: string
  status: number
  /** What could not be done, and what to do about it. */
  detail: string
  /** Never changes. */
  code: string
  /** Everything that is wrong with the request. */
  violations?: AdminViolation[]
}

/** The clock of a world. */
export interface AdminClock {
  /** The time of the world. */
  now: string
  /** `running` is real time plus an offset, `frozen` stands still until it is moved. */
  mode: 'running' | 'frozen'
}

/** Which resource is meant. */
export interface AdminResourceName {
  /** Such as `mews.Export`. */
  type: string
  id: string
}

/** One method of one path of a contract. */
export interface AdminOperation {
  /** What it is addressed by: `mews.addExport`. */
  id: string
  api: string
  method: string
  /** As the document has it, with its placeholders. */
  path: string
  summary: string | null
  statuses: Array<{
    /** A status (`200`), a range (`4XX`) or `default`. */
    status: string
    description: string
    /** The named examples of the document; `default` is that of a nameless one. */
    examples: string[]
    /** The fixtures. */
    fixtures: string[]
  }>
  /** What the document declares of it; null where it declares nothing. */
  simulation: {
    /** The steps, in the order in which they run. */
    steps: Array<'idempotent' | 'requires' | 'find' | 'unique' | 'capacity' | 'create' | 'update' | 'patch' | 'delete' | 'reply'>
    /** The type of resource that it creates. */
    creates: string | null
    /** The type of resource that it finds. */
    finds: string | null
    /** The callbacks that it gives rise to. */
    callbacks: string[]
  } | null
}

/** What is scripted for the requests of one operation that match. Credentials are masked. */
export interface AdminStub {
  id: string
  /** The id of the operation. */
  operation: string
  /** What a request must have; every request matches where it is left out. Each part is partial unless it is exact: only the members that are given must match. */
  when?: {
    /** By the names of the placeholders. */
    path?: Record<string, unknown>
    query?: Record<string, unknown>
    /** Whatever the case of their names. */
    headers?: Record<string, unknown>
    cookies?: Record<string, unknown>
    /** Any JSON value. Of objects, the members that are given must match; lists must match item by item. */
    body?: unknown
    /** The parts that must have nothing else. */
    exact?: Array<'path' | 'query' | 'cookies' | 'body'>
    /** JSON Schemas that parts must fit. */
    schemas?: {
      /** A JSON Schema. */
      path?: Record<string, unknown> | boolean
      /** A JSON Schema. */
      query?: Record<string, unknown> | boolean
      /** A JSON Schema. */
      headers?: Record<string, unknown> | boolean
      /** A JSON Schema. */
      cookies?: Record<string, unknown> | boolean
      /** A JSON Schema. */
      body?: Record<string, unknown> | boolean
    }
    /** Which of the requests that match all else it is for, counted from 1. */
    call?: number | {
      from?: number
      to?: number
    }
    /** The resource that the operation finds. */
    resource?: {
      /** Its status, or a list of those it may have. */
      status: string | string[]
    }
  }
  /** What is answered; the best success that the operation documents where it is left out. Without a body, an example and generation, it is the first example, or a generated one. */
  reply?: {
    status?: number
    /** By name; each a text or a number. */
    headers?: Record<string, unknown>
    /** Any JSON value. Texts are templates: `$request.body#/uuid`, `{$now}`; one that is to begin with a dollar sign begins with two. */
    body?: unknown
    /** The name of an example or a fixture of the status. */
    example?: string
    /** Whether the body is drawn from its schema. */
    generated?: boolean
    /** Sends the body in pieces. */
    trickle?: {
      /** How many pieces. */
      chunks: number
      /** When the last is sent, after the first: milliseconds or a duration. */
      over: number | string
      /** `clock` waits until the clock of the world has moved that far. */
      by?: 'real' | 'clock'
    }
  }
  /** What its uses answer, in order: a reply, a fault, or `simulation`, which leaves the request to the next source. After the last step the stub is used up. */
  sequence?: Array<'simulation' | {
    status?: number
    /** By name; each a text or a number. */
    headers?: Record<string, unknown>
    /** Any JSON value. Texts are templates: `$request.body#/uuid`, `{$now}`; one that is to begin with a dollar sign begins with two. */
    body?: unknown
    /** The name of an example or a fixture of the status. */
    example?: string
    /** Whether the body is drawn from its schema. */
    generated?: boolean
    /** Sends the body in pieces. */
    trickle?: {
      /** How many pieces. */
      chunks: number
      /** When the last is sent, after the first: milliseconds or a duration. */
      over: number | string
      /** `clock` waits until the clock of the world has moved that far. */
      by?: 'real' | 'clock'
    }
    /** What goes wrong with the connection while it is answered. */
    fault?: 'reset-before-headers' | 'reset-after-headers' | 'no-answer' | 'truncated-body' | 'garbage' | 'wrong-content-length'
  }>
  /** Instead of a reply: which way a resource takes that the simulation creates for the request. */
  simulate?: {
    lifecycle?: string
    /** How long each status lasts, as ISO 8601 durations. */
    durations?: Record<string, unknown>
    progression?: 'clock' | 'manual' | {
      polls: number
    }
  }
  /** How long the answer waits: milliseconds or a duration such as `PT0.5S`, of real time; or how it is drawn, and by which clock it goes. */
  delay?: number | string | {
    /** Milliseconds, or an ISO 8601 duration such as `PT0.5S`. */
    fixed?: number | string
    /** The shortest and the longest. */
    uniform?: Array<number | string>
    /** Around a median, with a long tail. */
    lognormal?: {
      /** Milliseconds, or an ISO 8601 duration such as `PT0.5S`. */
      median: number | string
      sigma: number
    }
    /** `clock` waits until the clock of the world has moved that far. */
    by?: 'real' | 'clock'
  }
  /** What goes wrong with the connection while it is answered. */
  fault?: 'reset-before-headers' | 'reset-after-headers' | 'no-answer' | 'truncated-body' | 'garbage' | 'wrong-content-length'
  /** How many requests it answers; any number where it is left out. */
  times?: number
  /** Higher goes first; among equals the latest. */
  priority?: number
  /** `off` lets the reply break the contract. */
  contract: 'on' | 'off'
  /** How many requests it has answered. */
  used: number
}

/** A scenario that can be started. */
export interface AdminScenario {
  /** Such as `mews/failure`. */
  name: string
  description: string
  /** Whether it comes from a file, or was put into this world. */
  source: 'file' | 'world'
  /** The file that it comes from. */
  file: string | null
  /** What can be chosen when it is started, by name. `$parameters.name` stands for the value anywhere in it, `{$parameters.name}` within a longer text. */
  parameters: {
    [member: string]: {
      description?: string
      /** What it is where nothing is chosen; what is chosen must be of the same type. */
      default: unknown
    }
  }
  /** Whether it runs in this world. */
  running: boolean
  /** All of it as it is written, credentials masked; only where one scenario is read. */
  document?: {
    /** What it is for. */
    description: string
    /** What can be chosen when it is started, by name. `$parameters.name` stands for the value anywhere in it, `{$parameters.name}` within a longer text. */
    parameters?: {
      [member: string]: {
        description?: string
        /** What it is where nothing is chosen; what is chosen must be of the same type. */
        default: unknown
      }
    }
    /** `mode` and `now`, as the clock takes them. */
    clock?: Record<string, unknown>
    /** A change of settings, as `PATCH /settings` takes it. */
    settings?: Record<string, unknown>
    /** What is seeded, by type and id, as `PUT /resources/{type}/{id}` takes it; null makes the id missing. */
    resources?: Record<string, unknown>
    /** As `POST /stubs` takes them. The last that matches answers. */
    stubs?: Array<Record<string, unknown>>
  }
}

/** A scenario that runs. */
export interface AdminRunningScenario {
  /** Such as `mews/failure`. */
  name: string
  /** The values of its parameters, by name. */
  parameters: Record<string, unknown>
  /** The ids of its stubs. */
  stubs: string[]
}

/** A record in a world. */
export interface AdminResource {
  /** The type, such as `mews.Export`. */
  type: string
  id: string
  /** Counts up with each resource of the world. */
  number: number
  created: string
  /** Null for a type without lifecycles. */
  status: string | null
  /** When it came to this status. */
  since: string
  /** When the clock will take it on; null where the clock alone will not. */
  until: string | null
  /** The way that it takes through its statuses. */
  lifecycle: string | null
  /** What moves it on: the clock, so many reads for a step, or only this API. */
  progression: 'clock' | 'manual' | {
    polls: number
  }
  /** What clients see of it, credentials masked. */
  shown: Record<string, unknown>
  /** What is kept of it and never shown, credentials masked. */
  hidden: Record<string, unknown>
  /** The files that it has now. */
  files: Array<{
    url: string
    name: string
    /** In bytes. */
    size: number
  }>
}

/** One request with its response. */
export interface AdminExchange {
  /** Counts up with each exchange of the world. */
  id: string
  /** The name of the world. */
  world: string
  /** When it came, by the clock of the world. */
  at: string
  /** When it came, by the real clock. */
  realAt: string
  /** How long it took, in real milliseconds. */
  tookMs: number
  /** The id of the operation; null where the request found none. */
  operation: string | null
  /** What answered it; `refusal` is the word of the stand-in on a request that is not valid. */
  source: 'stub' | 'module' | 'simulation' | 'fixture' | 'example' | 'generated' | 'refusal'
  /** The id of the stub that answered, or had its say in how. */
  stub: string | null
  /** The name of the fixture or the example that was answered with. */
  example: string | null
  /** What went wrong on purpose while it was sent. */
  fault: 'reset-before-headers' | 'reset-after-headers' | 'no-answer' | 'truncated-body' | 'garbage' | 'wrong-content-length' | null
  /** The request. */
  request: {
    method: string
    url: string
    /** By name; credentials are masked. */
    headers: Record<string, unknown>
    /** Where it breaks the contract. */
    violations: AdminViolation[]
    /** The body, credentials masked; absent where it was empty or cannot be shown. */
    body?: unknown
    /** Why the body is not shown, or not all of it. */
    note?: string
  }
  /** The response. */
  response: {
    status: number
    /** By name; credentials are masked. */
    headers: Record<string, unknown>
    /** Where it breaks the contract. */
    violations: AdminViolation[]
    /** The body, credentials masked; absent where it was empty or cannot be shown. */
    body?: unknown
    /** Why the body is not shown, or not all of it. */
    note?: string
  }
}

/** A request that found no operation, with its response. */
export interface AdminUnmatched {
  /** Counts up with each exchange of the world. */
  id: string
  /** The name of the world. */
  world: string
  /** When it came, by the clock of the world. */
  at: string
  /** When it came, by the real clock. */
  realAt: string
  /** How long it took, in real milliseconds. */
  tookMs: number
  /** The id of the operation; null where the request found none. */
  operation: string | null
  /** What answered it; `refusal` is the word of the stand-in on a request that is not valid. */
  source: 'stub' | 'module' | 'simulation' | 'fixture' | 'example' | 'generated' | 'refusal'
  /** The id of the stub that answered, or had its say in how. */
  stub: string | null
  /** The name of the fixture or the example that was answered with. */
  example: string | null
  /** What went wrong on purpose while it was sent. */
  fault: 'reset-before-headers' | 'reset-after-headers' | 'no-answer' | 'truncated-body' | 'garbage' | 'wrong-content-length' | null
  /** The request. */
  request: {
    method: string
    url: string
    /** By name; credentials are masked. */
    headers: Record<string, unknown>
    /** Where it breaks the contract. */
    violations: AdminViolation[]
    /** The body, credentials masked; absent where it was empty or cannot be shown. */
    body?: unknown
    /** Why the body is not shown, or not all of it. */
    note?: string
  }
  /** The response. */
  response: {
    status: number
    /** By name; credentials are masked. */
    headers: Record<string, unknown>
    /** Where it breaks the contract. */
    violations: AdminViolation[]
    /** The body, credentials masked; absent where it was empty or cannot be shown. */
    body?: unknown
    /** Why the body is not shown, or not all of it. */
    note?: string
  }
  /** The operations that it comes nearest to, the nearest first. */
  nearest: Array<{
    /** Its id. */
    operation: string
    method: string
    /** As its document has it. */
    path: string
    /** What is different. */
    why: string
  }>
}

/** A callback on its way. */
export interface AdminDelivery {
  id: string
  /** Such as `webadmit.runExport/exportFileReady`; of a webhook `tally.reportReady`. */
  callback: string
  resource: AdminResourceName | null
  method: string
  /** Where it goes; credentials in its query are masked. */
  url: string
  /** `waiting` for its status or the next attempt, `failed` after the last attempt, `refused` by the rules for callbacks, `cancelled` as its resource was deleted or replaced, or as there was no room for it. */
  state: 'waiting' | 'delivered' | 'failed' | 'refused' | 'cancelled'
  /** When the next attempt is due, by the clock of the world. */
  due: string | null
  contentType: string | null
  /** What is sent, credentials masked; absent until it has been made. */
  body?: unknown
  /** Where the body breaks what the contract declares of the callback. It is sent all the same. */
  violations: AdminViolation[]
  attempts: Array<{
    /** When it was made, by the clock of the world. */
    at: string
    /** The status that came back. */
    status: number | null
    /** Why nothing came back. */
    error: string | null
  }>
}

/** What is set for a world as a whole. */
export interface AdminSettings {
  /** How long every answer of the APIs waits, in real milliseconds. */
  delayMs: number
  /** What moves resources on: the clock, so many reads for a step, or only this API. */
  progression: 'clock' | 'manual' | {
    polls: number
  }
  /** By type of resource, such as `mews.Export`. */
  resources: {
    [member: string]: {
      /** The way that they take through their statuses. */
      lifecycle?: string
      /** What moves resources on: the clock, so many reads for a step, or only this API. */
      progression?: 'clock' | 'manual' | {
        polls: number
      }
      /** How long a status lasts, by status. */
      durations?: {
        [member: string]: string
      }
      /** Their files. */
      files?: {
        /** How many each has. */
        count?: number
        /** How often the rows of a file are repeated in it. */
        repeat?: number
      }
    }
  }
  /** By limit, such as `mews.requests`. */
  limits: {
    [member: string]: {
      enabled?: boolean
      /** How many uses a window allows. */
      max?: number
      /** How long a window is, as an ISO 8601 duration. */
      per?: string
    }
  }
  /** The credentials that are accepted, by scheme, such as `vcf.bearer`; any is accepted for a scheme that is not listed. */
  credentials: {
    [member: string]: string[]
  }
  /** The scopes of tokens that are no JWTs, or say nothing of scopes, by scheme, such as `shop.oauth`; tokens of a scheme that is not listed have all. */
  scopes: {
    [member: string]: string[]
  }
  /** By operation, such as `mews.addExport`. */
  operations: {
    [member: string]: {
      /** A documented status: its first example, or a generated body. */
      code?: number
      /** The name of an example or a fixture. */
      example?: string
      /** Whether the body is generated. */
      dynamic?: boolean
      /** How long the answer waits, whatever answers: real milliseconds, or an ISO 8601 duration such as `PT0.5S`. */
      delay?: number | string
      /** What goes wrong with the connection, whatever answers. */
      fault?: 'reset-before-headers' | 'reset-after-headers' | 'no-answer' | 'truncated-body' | 'garbage' | 'wrong-content-length'
    }
  }
  /** Where webhooks go, by webhook, such as `tally.reportReady`. */
  webhooks: {
    [member: string]: string
  }
}

/** Where a message breaks its contract, what was expected, and what came. */
export interface AdminViolation {
  /** The part of the message. */
  in: 'path' | 'query' | 'header' | 'cookie' | 'body' | 'status'
  /** JSON pointer (RFC 6901) within that part; empty for the part as a whole. */
  pointer: string
  /** The rule that was broken: a keyword of JSON Schema, or a word such as `required` or `malformed`. */
  rule: string
  /** What was expected, to be read after "must". */
  expected: string
  /** What came, as short JSON; absent where nothing came. */
  actual?: string
  /** All of it in a sentence. */
  message: string
}
