import type { RestingSnapshot, WaitingCallback } from '../callbacks/callbacks-snapshot.ts'
import { dumpAnswer, dumpExchange, dumpResource, dumpResting, dumpStub, dumpWaiting } from '../dumps/dumped-parts.ts'
import { toPlainData } from '../dumps/plain-data.ts'
import { exactJson } from '../exact-json.ts'
import type { PartKind, Parts } from '../worlds/recorder.ts'

/** Converts the value of a part to one that JSON can carry; returns `undefined` for one that cannot be kept. */
const converters: { readonly [Kind in PartKind]: (value: Parts[Kind]) => unknown } = {
  settings: settings => settings,
  counters: latest => latest,
  resources: resource => resource === 'absent' ? resource : dumpResource(resource),
  limits: used => used,
  stubs: dumpStub,
  scenarios: ({ document, name }) => ({ name, document }),
  runningScenarios: running => running,
  answers: ({ answer }) => dumpAnswer(answer),
  callbacks: delivery => delivery,
  // A cast: the callbacks of the world record nothing else.
  waiting: waiting => dumpWaiting(waiting as WaitingCallback),
  // A cast: the callbacks of the world record nothing else.
  resting: resting => (resting as readonly RestingSnapshot[]).map(dumpResting),
  requests: dumpExchange
}

/** Returns the JSON of a part's value; `undefined` for one that cannot be kept. */
export function partText<Kind extends PartKind> (kind: Kind, value: Parts[Kind]): string | undefined {
  const plain = toPlainData(converters[kind](value))
  return plain === undefined ? undefined : exactJson.stringify(plain)
}
