/** Converts a name to Pascal case, as types have it: `export-jobs` becomes `ExportJobs`. */
export function pascal (name: string): string {
  const words = name.split(/[^A-Za-z0-9]+/)
  const joined = words.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  return /^[A-Za-z]/.test(joined) ? joined : `T${joined}`
}
