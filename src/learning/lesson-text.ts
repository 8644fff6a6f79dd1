import { Document } from 'yaml'
import type { Contract } from '../contract/contract.ts'
import { overlayOf } from '../documents/overlay-change.ts'
import { compactYaml } from '../init/compact-yaml.ts'
import type { Lesson } from './lesson.ts'

export interface LessonHead {
  readonly title: string
  /** The document, as named on the command line, and as the overlay refers to it. */
  readonly document: string
  readonly extends: string
  /** The path of the overlay. */
  readonly overlay: string
}

/** Writes what was learned as an OpenAPI overlay. */
export function lessonText (lesson: Lesson, { document: root }: Contract, head: LessonHead): string {
  const hasRoot = Object.values(lesson.root).some(value => value !== undefined)
  const changes = hasRoot ? [{ pointer: '', update: { 'x-standin': lesson.root } }, ...lesson.changes] : lesson.changes
  const overlay = overlayOf({ title: head.title, document: head.extends, root }, changes)
  const document = new Document(overlay, { aliasDuplicateObjects: false })
  compactYaml(document.contents)
  const body = document.toString({ lineWidth: 110, singleQuote: true, flowCollectionPadding: true })
  return `${headComment(lesson, head)}\n\n${body}`
}

function headComment ({ told, untold }: Lesson, { document, overlay }: LessonHead): string {
  const lines = [
    `Simulation of ${document}: learned from a recording by "standin learn", and yours to change.`,
    '',
    `  standin ${document} --overlay ${overlay}`,
    '',
    ...told.length > 0 ? ['Learned:', ...told.map(line => `- ${line}`)] : [],
    ...untold.length > 0 ? ['Could not tell:', ...untold.map(line => `- ${line}`)] : []
  ]
  return lines.map(line => `# ${line.replace(/[\r\n]+/g, ' ')}`.trimEnd()).join('\n')
}
