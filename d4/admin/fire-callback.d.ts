import type { Scope } from '../simulation/scope.ts';
import type { Delivery } from '../worlds/delivery.ts';
import type { AdminOptions } from './admin-options.ts';
/** How a callback is to be fired. */
export interface Firing {
    /** Where it goes; for a webhook, where the settings say, if it is left out. */
    readonly url?: string;
    /** What is sent; what is declared for it with its resource, or else an example or a generated body, if it is left out. */
    readonly body?: unknown;
    /** The resource that it speaks of. */
    readonly resource?: {
        readonly type: string;
        readonly id: string;
    };
}
/** Makes the function that fires callbacks and webhooks of the documents by their names. */
export declare function createFire({ callbacksOf, contracts, simulations, types }: AdminOptions): (name: string, firing: Firing, scope: Scope) => Promise<Delivery>;
