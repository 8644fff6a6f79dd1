/**
 * The part of testcontainers that the kit uses. The package itself brings 170 others, and does nothing without Docker.
 */
declare module 'testcontainers' {
  export interface WaitStrategy {
    withStartupTimeout (milliseconds: number): this
  }

  export const Wait: {
    forHttp (path: string, port: number): WaitStrategy
  }

  export interface StartedTestContainer {
    getHost (): string
    getMappedPort (port: number): number
    stop (): Promise<unknown>
  }

  export class AbstractStartedContainer implements StartedTestContainer {
    constructor (container: StartedTestContainer)
    getHost (): string
    getMappedPort (port: number): number
    stop (): Promise<unknown>
  }

  export interface CopiedPath {
    readonly source: string
    readonly target: string
  }

  export class GenericContainer {
    constructor (image: string)
    start (): Promise<StartedTestContainer>
    withCommand (command: string[]): this
    withCopyDirectoriesToContainer (directories: CopiedPath[]): this
    withCopyFilesToContainer (files: CopiedPath[]): this
    withEnvironment (environment: Record<string, string>): this
    withExposedPorts (...ports: number[]): this
    withWaitStrategy (strategy: WaitStrategy): this
  }
}
