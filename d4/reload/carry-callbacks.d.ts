import type { Edition } from '../apis/edition.ts';
import type { Callbacks } from '../callbacks/callbacks.ts';
/** Has the callbacks that wait go by what another edition declares of them; answers the ids of those that it no longer does. */
export declare function carryCallbacks(callbacks: Callbacks, { rowFiles, simulations }: Edition): string[];
