import { statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { AbstractStartedContainer, GenericContainer, Wait } from 'testcontainers'
import type { StartedTestContainer } from 'testcontainers'
import { standin } from '../client/index.ts'
import type { ApiTypes, Contracts, StandinServer, World } from '../client/index.ts'

/** The port that the image listens on. */
const PORT = 4010

/** The folder that files are copied to, each to a folder of its own. */
const FOLDER = '/documents'

/**
 * A container of the stand-in's image. It has started when the stand-in responds, and rejects to start where a document
 * cannot be used. All that a `GenericContainer` can do, it can too, but commands are set by the methods below.
 */
export class StandinContainer extends GenericContainer {
  readonly #command: string[] = []
  #copies = 0
  #token: string | undefined

  /** @param image The name of the image, such as `registry.example/standin:1`. */
  constructor (image: string) {
    super(image)
    this.withExposedPorts(PORT).withWaitStrategy(Wait.forHttp('/__admin/health', PORT))
  }

  /**
   * Serves documents, or folders of them, instead of those in the image. They are copied into the container; files that
   * a document refers to are found in its folder if that is given. Throws where there is no such file.
   */
  withDocuments (...paths: string[]): this {
    return this.withFlags(...paths.map(path => this.#copy(path)))
  }

  /** Copies a folder of fixtures into the container, and serves them. Throws where there is no such folder. */
  withFixtures (folder: string): this {
    return this.withFlags('--fixtures', this.#copy(folder))
  }

  /** Applies overlays, which are copied into the container. Throws where there is no such file. */
  withOverlays (...paths: string[]): this {
    return this.withFlags(...paths.flatMap(path => ['--overlay', this.#copy(path)]))
  }

  /** Adds flags of the command line: `withFlags('--clock', 'frozen')`. `standin --help` lists them. */
  withFlags (...flags: string[]): this {
    this.#command.push(...flags)
    return this.withCommand([...this.#command])
  }

  /** Requires a token of those who use the admin API. The worlds of the started container send it. */
  withAdminToken (token: string): this {
    this.#token = token
    return this.withEnvironment({ STANDIN_ADMIN_TOKEN: token })
  }

  /** Starts the container. Rejects as `GenericContainer` does. */
  override async start (): Promise<StartedStandinContainer> {
    return new StartedStandinContainer(await super.start(), this.#token)
  }

  /** Has a file or a folder copied. Returns its path in the container. */
  #copy (path: string): string {
    const source = resolve(path)
    const isFolder = statSync(source).isDirectory()
    const target = `${FOLDER}/${++this.#copies}/${basename(source)}`
    if (isFolder) this.withCopyDirectoriesToContainer([{ source, target }])
    else this.withCopyFilesToContainer([{ source, target }])
    return target
  }
}

/** A stand-in that runs in a container. */
export class StartedStandinContainer extends AbstractStartedContainer {
  readonly #token: string | undefined

  constructor (container: StartedTestContainer, token: string | undefined) {
    super(container)
    this.#token = token
  }

  /** The base URL of the stand-in, as this process reaches it. */
  get url (): string {
    return `http://${this.getHost()}:${this.getMappedPort(PORT)}`
  }

  /** Returns the client of the stand-in. */
  server<Api extends ApiTypes = Contracts> (): StandinServer<Api> {
    return standin<Api>(this.url, { token: this.#token })
  }

  /** Enters a world, a new one without a name. Rejects with `StandinClientError`. */
  async world<Api extends ApiTypes = Contracts> (name?: string): Promise<World<Api>> {
    return await this.server<Api>().world(name)
  }
}
