import type { DeclaredCallback } from '../simulation/callback.ts';
import type { HappeningKind } from '../simulation/happening.ts';
import type { Scope, Subject } from '../simulation/scope.ts';
import type { DeclaredWebhook } from '../simulation/webhook.ts';
import type { Delivery } from '../worlds/delivery.ts';
import type { World } from '../worlds/world.ts';
import type { Addressed } from './subscription.ts';
export interface CallbacksOptions {
    /** The hosts (`name` or `name:port`) that may be called; any where it is left out. */
    readonly allowedHosts: readonly string[] | undefined;
}
/** A callback as another edition of its document declares it, and what it can speak of there. */
export interface Renewed extends Pick<Scope, 'limits' | 'rowFiles'> {
    readonly callback: DeclaredCallback;
}
/** The callbacks of one world: each is sent when its resource comes to one of its statuses, by the world's clock, or at once. */
export declare class Callbacks {
    #private;
    constructor(world: World, options: CallbacksOptions);
    /** Takes up a callback for a resource; does nothing where the request names no URL. */
    subscribe(callback: DeclaredCallback, of: {
        type: string;
        id: string;
    }, scope: Scope): void;
    /** Takes up the webhooks of a resource that was created, and fires those that tell what has become of it. */
    announce(webhooks: readonly DeclaredWebhook[], kind: HappeningKind | 'seeded', subject: Subject, scope: Scope): void;
    /** Sends a callback by itself, once and at once; resolves when the attempt has ended. */
    fire(addressed: Addressed, body: unknown): Promise<Delivery>;
    /** Sends a callback that was sent before once more, at once. Throws `UnknownCallback` or `CallbackNotSent`. */
    redeliver(id: string): Promise<Delivery>;
    /**
     * Goes by other declarations from now on: `renew` gives each callback that waits anew with what it speaks of, or nothing where there is
     * none any longer. Answers those that were called off for that.
     */
    rebind(renew: (callback: DeclaredCallback) => Renewed | undefined): Delivery[];
}
