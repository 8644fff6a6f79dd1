import { Document, isMap, isPair, isSeq } from 'yaml'
import type { ArazzoDocument } from '../journeys/arazzo.ts'

/** The length of a line past which a collection is written over several lines. */
const LINE_WIDTH = 120

/** Writes a journey as YAML, with short lists and objects in one line. */
export function journeyText (journey: ArazzoDocument): string {
  const document = new Document(journey, { aliasDuplicateObjects: false })
  document.commentBefore = ' Written by "standin verify --write", and yours to change.\n Run it with "standin verify".'
  compact(document.contents)
  return document.toString({ lineWidth: LINE_WIDTH, singleQuote: true, flowCollectionPadding: true })
}

/** Writes short collections in one line. Returns whether a node is short. */
function compact (node: unknown): boolean {
  if (isPair(node)) return compact(node.value)
  if (!isMap(node) && !isSeq(node)) return true
  // Every item is compacted, also after one that is long.
  const areShort = node.items.map(compact).every(Boolean)
  const isShort = areShort && JSON.stringify(node.toJSON()).length < LINE_WIDTH - 40
  node.flow = isShort
  return isShort
}
