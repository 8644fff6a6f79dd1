import type { Problem } from '../documents/problem.ts'
import type { ArazzoComponents, Reusable } from './arazzo.ts'
import type { Step, Workflow } from './journey.ts'
import type { LoadedSource } from './journey-sources.ts'
import type { JsonPaths } from './json-paths.ts'
import { ExpressionFault, rejectUnknown } from './known-names.ts'
import type { KnownNames } from './known-names.ts'
import type { JourneyFile } from './read-journey.ts'

/** A workflow that is being compiled. */
export interface DraftWorkflow extends Omit<Workflow, 'steps' | 'dependsOn' | 'outputs' | 'isPart'> {
  steps: readonly Step[]
  dependsOn: readonly Workflow[]
  outputs: Workflow['outputs']
  isPart: boolean
}

/** Collects the problems of a journey, and finds what its parts refer to. */
export class JourneyCompiler {
  readonly file: JourneyFile
  readonly paths: JsonPaths
  readonly sources: ReadonlyMap<string, LoadedSource>
  readonly problems: Problem[] = []
  /** The workflows of the document, by id. */
  readonly workflows = new Map<string, DraftWorkflow>()

  constructor (file: JourneyFile, sources: ReadonlyMap<string, LoadedSource>, paths: JsonPaths) {
    this.file = file
    this.sources = sources
    this.paths = paths
  }

  report (pointer: string, message: string): void {
    const { file, locate } = this.file
    this.problems.push({ file, place: locate(pointer), pointer, message })
  }

  /** Runs a part of the compilation; reports its fault, and returns `undefined` then. */
  attempt<T>(pointer: string, compile: () => T): T | undefined {
    try {
      return compile()
    } catch (error) {
      if (!(error instanceof ExpressionFault)) throw error
      this.report(pointer, error.message)
      return undefined
    }
  }

  /** Finds a workflow by its id, or by `$sourceDescriptions.NAME.ID`. Throws `ExpressionFault`. */
  findWorkflow (reference: string): Workflow {
    const [, source, id] = SOURCE_REFERENCE.exec(reference) ?? []
    if (source === undefined || id === undefined) {
      return this.workflows.get(reference) ?? rejectUnknown('workflow', reference, this.workflows.keys())
    }
    const found = this.findSource(source)
    if (found.kind !== 'arazzo') throw new ExpressionFault(`the source "${source}" is no Arazzo document`)
    const { workflows } = found.journey
    return workflows.find(workflow => workflow.id === id) ??
      rejectUnknown(`workflow in ${source}`, id, workflows.map(({ id }) => id))
  }

  /** Marks a workflow as a part of another one. */
  use (workflow: Workflow): Workflow {
    const own = this.workflows.get(workflow.id)
    if (own === workflow) own.isPart = true
    return workflow
  }

  findSource (name: string): LoadedSource {
    return this.sources.get(name) ?? rejectUnknown('source description', name, this.sources.keys())
  }

  /** Returns a part, which may refer to one among the components. Throws `ExpressionFault`. */
  resolve<Part extends object>(part: Part | Reusable, kind: keyof ArazzoComponents): Part {
    if (!('reference' in part)) return part
    const { reference } = part
    const prefix = `$components.${kind}.`
    if (!reference.startsWith(prefix)) throw new ExpressionFault(`"${reference}" must begin with ${prefix}`)
    const components = this.file.document.components?.[kind] ?? {}
    const name = reference.slice(prefix.length)
    if (!Object.hasOwn(components, name)) rejectUnknown(`part in components/${kind}`, name, Object.keys(components))
    const found = components[name] as Part  // the schema has validated the components of this kind
    return 'value' in part && kind === 'parameters' ? { ...found, value: part.value } : found
  }
}

/** Matches references into other documents: the name of the source, and the id there. */
export const SOURCE_REFERENCE = /^\$sourceDescriptions\.([\w-]+)\.(.+)$/s

/** Returns the names that all parts of a document may use. */
export function sharedNames (
  { file: { document } }: JourneyCompiler
): Pick<KnownNames, 'sources' | 'parameters' | 'self'> {
  const { $self, components, sourceDescriptions } = document
  const parameters = Object.entries(components?.parameters ?? {})
  return {
    self: $self,
    sources: new Map(sourceDescriptions.map(source => [source.name, { ...source }])),
    parameters: new Map(parameters.map(([name, { value }]) => [name, value]))
  }
}
