/** Returns a number with its noun: `1 resource`, `2 resources`, `no resources`. */
export function countText (number: number, noun: string): string {
  return `${number === 0 ? 'no' : number} ${noun}${number === 1 ? '' : 's'}`
}
