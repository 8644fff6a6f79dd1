/**
 * Returns the member that an object itself has; `undefined` where it has none. The names of
 * `Object.prototype`, such as `constructor`, are names like others.
 */
export function ownMember<Value> (object: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined
}

/** Defines a member as JSON does, where no name has a meaning of its own. */
export function define (object: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== '__proto__') object[name] = value
  else Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true })
}
