/** Checks of values by the type names that a document prints in their place. */
const PLACEHOLDERS: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: value => typeof value === 'string',
  number: value => typeof value === 'number'
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/

/** Lists the places where a response differs in form from a printed one. Members may be missing, but not added. */
export function differencesInForm (printed: unknown, came: unknown, place = ''): string[] {
  if (Array.isArray(printed)) {
    if (!Array.isArray(came)) return [`${place} is no list`]
    return came.flatMap((item, index) => differencesInForm(printed[0], item, `${place}/${index}`))
  }
  if (typeof printed === 'object' && printed !== null) {
    if (typeof came !== 'object' || came === null) return [`${place} is no object`]
    return Object.entries(came).flatMap(([name, member]) => {
      const form: unknown = Object.getOwnPropertyDescriptor(printed, name)?.value
      return form === undefined
        ? [`${place}/${name} is not in the document`]
        : differencesInForm(
          form,
          member,
        `${place}/${name}`
        )
    })
  }
  const text = String(printed)
  const holds = PLACEHOLDERS[text]?.(came) ?? (INSTANT.test(text) && INSTANT.test(String(came)))
  return holds ? [] : [`${place} is ${JSON.stringify(came)}, the document has ${JSON.stringify(printed)}`]
}
