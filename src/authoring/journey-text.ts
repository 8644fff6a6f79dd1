import { Document } from 'yaml'
import { compactYaml } from '../init/compact-yaml.ts'
import type { ArazzoDocument } from '../journeys/arazzo.ts'

/** The length of a line past which a text is folded. */
const LINE_WIDTH = 120

/** Writes a journey as YAML, with short lists and objects in one line. */
export function journeyText (journey: ArazzoDocument): string {
  const document = new Document(journey, { aliasDuplicateObjects: false })
  document.commentBefore = ' Written by "standin verify --write", and yours to change.\n Run it with "standin verify".'
  compactYaml(document.contents)
  return document.toString({ lineWidth: LINE_WIDTH, singleQuote: true, flowCollectionPadding: true })
}
