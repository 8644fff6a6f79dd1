import type { Contract, Operation } from '../contract/contract.ts'
import { SOURCE_REFERENCE } from './journey-compiler.ts'
import type { JourneyCompiler } from './journey-compiler.ts'
import { ExpressionFault, rejectUnknown } from './known-names.ts'

/** Finds the operation of a step by its `operationId`, which may name its source. Throws `ExpressionFault`. */
export function findByOperationId (compiler: JourneyCompiler, operationId: string): Operation {
  const [, source, id] = SOURCE_REFERENCE.exec(operationId) ?? []
  if (source !== undefined && id !== undefined) {
    const { operations } = contractOf(compiler, source)
    return operations.find(({ name }) => name === id) ??
      rejectUnknown(`operation in ${source}`, id, operations.map(({ name }) => name))
  }
  const contracts = listContracts(compiler)
  const operations = contracts.flatMap(({ contract }) => contract.operations)
  const found = operations.filter(({ name }) => name === operationId)
  if (found.length > 1) {
    const names = contracts.map(({ name }) => `$sourceDescriptions.${name}.${operationId}`)
    throw new ExpressionFault(`"${operationId}" is in several sources: write ${names.join(' or ')}`)
  }
  return found[0] ?? rejectUnknown('operation', operationId, operations.map(({ name }) => name))
}

const OPERATION_PATH = /^(?:\{\$sourceDescriptions\.([\w-]+)\.url\}|\$sourceDescriptions\.([\w-]+)\.url)#(\/.*)$/s

/**
 * Finds the operation of a step by its `operationPath`: `{$sourceDescriptions.shop.url}#/paths/~1orders/post`. Throws
 * `ExpressionFault`.
 */
export function findByOperationPath (compiler: JourneyCompiler, path: string): Operation {
  const [, braced, bare, pointer] = OPERATION_PATH.exec(path) ?? []
  const name = braced ?? bare
  if (name === undefined || pointer === undefined) {
    throw new ExpressionFault(`"${path}" must be written as {$sourceDescriptions.NAME.url}#/paths/~1orders/post`)
  }
  const { operations } = contractOf(compiler, name)
  return operations.find(operation => operation.pointer === pointer) ??
    rejectUnknown(`operation in ${name}`, pointer, operations.map(operation => operation.pointer))
}

function contractOf (compiler: JourneyCompiler, name: string): Contract {
  const source = compiler.findSource(name)
  if (source.kind === 'openapi') return source.contract
  throw new ExpressionFault(`the source "${name}" is no OpenAPI document`)
}

function listContracts ({ sources }: JourneyCompiler): Array<{ name: string, contract: Contract }> {
  const contracts: Array<{ name: string, contract: Contract }> = []
  for (const [name, source] of sources) {
    if (source.kind === 'openapi') contracts.push({ name, contract: source.contract })
  }
  return contracts
}
