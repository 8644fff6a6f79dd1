/** Returns whether a URL, without a world's prefix, is one of the admin API. */
export function isAdminUrl (url: string): boolean {
  return /^\/__admin(?![^/?#])/.test(url)
}
