/** Returns a text as a part of an address: `Zoë Weiß` is `zoe-weiss`. It is empty where no letter is a Latin one. */
export function slug (text: string, dash = '-'): string {
  return text
    .replaceAll('ß', 'ss')
    .replaceAll(/['’]/g, '')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter(word => word !== '')
    .join(dash)
}
