import type { Delivery, DeliveryAttempt } from '../worlds/delivery.ts';
/** A callback as the admin API shows it. */
export declare function showDelivery({ attempts, body, callback, contentType, due, id, method, resource, state, url, violations }: Delivery): object;
/** An attempt at a delivery as the admin API shows it. */
export declare function showAttempt({ at, error, status }: DeliveryAttempt): object;
/** The members of a shown attempt. */
export declare const ATTEMPT: {
    at: {
        description: string;
        type: string;
        format: string;
    };
    status: Readonly<Record<string, unknown>>;
    error: Readonly<Record<string, unknown>>;
};
/** What may become of a callback. */
export declare const STATE: {
    type: string;
    enum: readonly ["waiting", "delivered", "failed", "refused", "cancelled"];
    description: string;
};
/** The schema of a callback. */
export declare const DELIVERY: {
    $id: string;
};
