export { createStandin } from './server.ts';
export { createReloadable } from './reload/reloadable.ts';
export type { Reload, ReloadableStandin } from './reload/reloadable.ts';
export type { Dropped } from './reload/dropped.ts';
export type { LogLevel, StandinOptions } from './options.ts';
export type { Contract, Operation } from './contract/contract.ts';
export type { ModuleReply, ModuleRequest, OperationHandler } from './modules/operation-handler.ts';
export type { CreateOptions, ModuleResource, ModuleWorld } from './modules/module-world.ts';
