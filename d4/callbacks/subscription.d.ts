import type { CallbackDefinition } from '../contract/contract.ts';
import type { DeclaredCallback } from '../simulation/callback.ts';
import type { Scope, Subject } from '../simulation/scope.ts';
import type { Appointment } from '../worlds/agenda.ts';
import type { Delivery } from '../worlds/delivery.ts';
/** A callback on its way, with what is needed to send it. */
export interface Subscription {
    readonly definition: CallbackDefinition;
    readonly url: URL;
    readonly delivery: Delivery;
    /** What it waits for; nothing where it was made at once. */
    awaited?: Awaited;
    /** What is sent, from the moment at which it was made. */
    message?: {
        readonly body: string | undefined;
    };
    appointment?: Appointment;
}
/** A resource that comes to a status, and what is sent then. */
export interface Awaited {
    readonly callback: DeclaredCallback;
    readonly subject: Subject;
    /** The scope of the request that asked for it. */
    readonly scope: Scope;
}
/** What a callback is, as soon as it is known where it goes. */
export interface Addressed {
    /** As it is listed: `webadmit.runExport/exportFileReady`. */
    readonly id: string;
    readonly definition: CallbackDefinition;
    readonly url: string;
    readonly resource: Delivery['resource'];
}
/** A delivery that nothing has been done for yet. */
export declare function createDelivery(id: string, { definition, id: callback, resource, url }: Addressed): Delivery;
/** Makes what is sent: from here on it stays as it is. */
export declare function makeMessage(subscription: Subscription, body: unknown): void;
