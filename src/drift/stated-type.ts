import { contentTypeOf } from '../messages/media-type.ts'
import type { Headers } from '../messages/message.ts'
import type { SeenMessage } from './seen-exchange.ts'

/** Returns the content type that a message states; `undefined` where it states none. */
export function statedType (headers: SeenMessage['headers']): string | undefined {
  // A cast: these are the headers of a message, whatever else a contract makes of their values.
  return contentTypeOf(headers as Headers)
}
