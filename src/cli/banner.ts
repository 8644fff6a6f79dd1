import type { Contract, Operation } from '../contract/contract.ts'

/** Past this many, an API's operations are counted instead of listed. */
const LISTED_OPERATIONS = 25

export interface BannerContent {
  readonly version: string
  /** The base URL, without a slash at the end. */
  readonly url: string
  readonly contracts: readonly BannerContract[]
}

/** As much of a contract as is printed. */
type BannerContract = Pick<Contract, 'name' | 'basePath'> & {
  readonly document: { readonly info: { readonly title: string } }
  readonly operations: ReadonlyArray<Pick<Operation, 'id' | 'path'> & { readonly method: string }>
}

/** What start-up prints: where it listens, which operations it serves, and where the admin API is. */
export function bannerText ({ version, url, contracts }: BannerContent): string {
  const shown = contracts.flatMap(({ operations }) => operations.slice(0, LISTED_OPERATIONS))
  const methodWidth = Math.max(0, ...shown.map(({ method }) => method.length))
  const pathWidth = Math.max(0, ...shown.map(({ path }) => path.length))
  const parts = contracts.map(contract => [
    `${contract.name}: ${contract.document.info.title}${contract.basePath === '' ? '' : `, at ${contract.basePath}`}`,
    ...contract.operations.slice(0, LISTED_OPERATIONS).map(({ method, path, id }) =>
      `  ${method.padEnd(methodWidth)}  ${path.padEnd(pathWidth)}  ${id}`),
    ...moreThanListed(contract.operations.length)
  ].join('\n'))
  return [`standin ${version} listens on ${url}`, ...parts, `admin: ${url}/__admin (to try it: ${url}/__admin/docs)`].join('\n\n')
}

function moreThanListed (count: number): string[] {
  return count > LISTED_OPERATIONS ? [`  and ${count - LISTED_OPERATIONS} more: see /__admin/operations`] : []
}
