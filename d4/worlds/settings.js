import { parseDuration } from "./duration.js";
export const DEFAULT_SETTINGS = {
    delayMs: 0,
    progression: 'clock',
    resources: {},
    limits: {},
    credentials: {},
    scopes: {},
    operations: {},
    webhooks: {}
};
/** How long the answers of an operation wait, in real milliseconds. */
export function answerDelayMs({ delayMs, operations }, operation) {
    const own = operations[operation]?.delay ?? 0;
    return delayMs + (typeof own === 'number' ? own : parseDuration(own) ?? 0);
}
