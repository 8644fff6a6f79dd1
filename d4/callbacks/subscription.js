import { bodyViolations } from "./body-violations.js";
import { encodeBody } from "./encode-body.js";
/** A delivery that nothing has been done for yet. */
export function createDelivery(id, { definition, id: callback, resource, url }) {
    return { id, callback, resource, url, method: definition.method, state: 'waiting', due: undefined, body: undefined, contentType: undefined, violations: [], attempts: [] };
}
/** Makes what is sent: from here on it stays as it is. */
export function makeMessage(subscription, body) {
    const { definition, delivery } = subscription;
    const encoded = encodeBody(body, definition.body);
    delivery.body = body;
    delivery.contentType = encoded?.contentType;
    delivery.violations = bodyViolations(encoded, definition.body);
    subscription.message = { body: encoded?.text };
}
