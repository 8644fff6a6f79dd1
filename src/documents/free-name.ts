/** Returns the wanted name, with a number after it where it is taken. */
export function freeName (wanted: string, isTaken: (name: string) => boolean): string {
  let name = wanted
  for (let number = 2; isTaken(name); number++) name = `${wanted}${number}`
  return name
}
