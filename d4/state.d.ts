import type { ServerState } from './admin/admin-options.ts';
import type { Edition } from './apis/edition.ts';
import type { ResolvedOptions } from './options.ts';
type StateOptions = Pick<ResolvedOptions, 'callbackHosts' | 'maxExchanges' | 'maxResources' | 'maxWorlds' | 'seed' | 'startsAt'>;
/** Makes the state in which an edition is acted out. */
export declare function createState({ simulations }: Edition, { callbackHosts, ...worldOptions }: StateOptions): ServerState;
export {};
