/** A name that is not taken: the one that is wanted, or else with a number after it. */
export function freeName (wanted: string, isTaken: (name: string) => boolean): string {
  let name = wanted
  for (let number = 2; isTaken(name); number++) name = `${wanted}${number}`
  return name
}
