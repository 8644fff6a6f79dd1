import { registerHooks } from 'node:module'

/** What a container was told, in the order of the calls. */
export const calls: Array<readonly [method: string, ...values: unknown[]]> = []

/** Where started containers are reached. */
export const address = { host: '127.0.0.1', port: 0 }

interface Started {
  getHost (): string
  getMappedPort (port: number): number
  stop (): Promise<unknown>
}

/** Stands for the class of testcontainers, and starts nothing. */
export class GenericContainer {
  constructor (image: string) {
    this.#note('constructor', image)
  }

  async start (): Promise<Started> {
    this.#note('start')
    return { getHost: () => address.host, getMappedPort: () => address.port, stop: async () => this.#note('stop') }
  }

  withCommand = (command: string[]): this => this.#note('withCommand', command)
  withCopyDirectoriesToContainer = (paths: object[]): this => this.#note('withCopyDirectoriesToContainer', ...paths)
  withCopyFilesToContainer = (paths: object[]): this => this.#note('withCopyFilesToContainer', ...paths)
  withEnvironment = (environment: object): this => this.#note('withEnvironment', environment)
  withExposedPorts = (...ports: number[]): this => this.#note('withExposedPorts', ...ports)
  withWaitStrategy = (strategy: object): this => this.#note('withWaitStrategy', strategy)

  #note (method: string, ...values: unknown[]): this {
    calls.push([method, ...values])
    return this
  }
}

/** Stands for the class of testcontainers. */
export class AbstractStartedContainer {
  readonly #started: Started

  constructor (started: Started) {
    this.#started = started
  }

  getHost = (): string => this.#started.getHost()
  getMappedPort = (port: number): number => this.#started.getMappedPort(port)
  stop = (): Promise<unknown> => this.#started.stop()
}

export const Wait = { forHttp: (path: string, port: number): object => ({ path, port }) }

/** Has imports of testcontainers lead to this file. */
export function fakeTestcontainers (): void {
  registerHooks({
    resolve: (specifier, context, next) => specifier === 'testcontainers'
      ? { url: import.meta.url, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context)
  })
}
