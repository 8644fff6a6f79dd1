import { certificateFolder } from '../tls/certificate-store.ts'
import type { Certificate } from '../tls/load-certificate.ts'
import type { Contract, Operation } from '../contract/contract.ts'
import type { StandinOptions } from '../standin-options.ts'

/** How many operations of an API are listed; the others are counted. */
const LISTED_OPERATIONS = 25

export interface BannerContent {
  readonly version: string
  /** The base URL, without a slash at the end. */
  readonly url: string
  /** The URL at which clients reach the server, where it is another one. */
  readonly publicUrl?: string | undefined
  /** The certificate of a server that speaks TLS. */
  readonly certificate?: Pick<Certificate, 'authority' | 'file'> | undefined
  /** The services that requests are passed on to. */
  readonly proxy?: StandinOptions['proxy']
  readonly contracts: readonly BannerContract[]
}

/** The parts of a contract that are printed. */
type BannerContract = Pick<Contract, 'name' | 'basePath'> & {
  readonly document: { readonly info: { readonly title: string } }
  readonly operations: ReadonlyArray<Pick<Operation, 'id' | 'path'> & { readonly method: string }>
}

/**
 * Returns what is printed at the start: the address, the operations that are served, and where the page and the
 * admin API are.
 */
export function bannerText ({ certificate, contracts, proxy, publicUrl, url, version }: BannerContent): string {
  const listed = contracts.flatMap(({ operations }) => operations.slice(0, LISTED_OPERATIONS))
  const methodWidth = Math.max(0, ...listed.map(({ method }) => method.length))
  const pathWidth = Math.max(0, ...listed.map(({ path }) => path.length))
  const parts = contracts.map(({ basePath, document, name, operations }) => {
    const place = basePath === '' ? '' : `, at ${basePath}`
    const lines = operations.slice(0, LISTED_OPERATIONS).map(({ id, method, path }) => {
      return `  ${method.padEnd(methodWidth)}  ${path.padEnd(pathWidth)}  ${id}`
    })
    const title = document.info.title === '' ? name : `${name}: ${document.info.title}`
    const service = serviceOf(name, proxy)
    const front = service === undefined ? '' : `, in front of ${service}`
    return [`${title}${place}${front}`, ...lines, ...moreThanListed(operations.length)].join('\n')
  })
  const base = (publicUrl ?? url).replace(/\/+$/, '')
  const admin = `page:  ${base}/__admin/\nadmin: ${base}/__admin (to try it: ${base}/__admin/docs)`
  const reached = base === url ? '' : `, and is reached at ${base}`
  const trust = trustText(certificate, base)
  return [`standin ${version} listens on ${url}${reached}${trust}`, ...parts, admin].join('\n\n')
}

/** Returns the service that requests to an API are passed on to; `undefined` where there is none. */
function serviceOf (name: string, proxy: BannerContent['proxy']): string | undefined {
  return typeof proxy === 'string' ? proxy : proxy?.[name] ?? proxy?.['*']
}

/** Returns how clients trust a certificate that was made: nothing for one that was given. */
function trustText ({ authority, file }: NonNullable<BannerContent['certificate']> = {}, base: string): string {
  if (authority === undefined) return ''
  const trust = '\nits certificate is trusted by clients that trust'
  if (file !== undefined) return `${trust} ${file}`
  return `${trust} ${base}/__admin/ca.pem, which is new at each start: ${certificateFolder()} cannot be written`
}

/** Returns what a program reads at the start, as an object: the address, the APIs and where the admin API is. */
export function bannerRecord ({ version, url, publicUrl = url, proxy, contracts }: BannerContent): object {
  const base = publicUrl.replace(/\/+$/, '')
  return {
    msg: 'standin listens',
    version,
    url,
    publicUrl: base,
    admin: `${base}/__admin`,
    apis: contracts.map(({ basePath, document, name, operations }) => {
      const service = serviceOf(name, proxy)
      const api = { name, title: document.info.title, basePath, operations: operations.length }
      return service === undefined ? api : { ...api, service }
    })
  }
}

function moreThanListed (count: number): string[] {
  return count > LISTED_OPERATIONS ? [`  and ${count - LISTED_OPERATIONS} more: see /__admin/operations`] : []
}
