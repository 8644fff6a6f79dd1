export { createStandin } from './server.ts'
export type { LogLevel, StandinOptions } from './options.ts'
export type { Contract, Operation } from './contract/contract.ts'
