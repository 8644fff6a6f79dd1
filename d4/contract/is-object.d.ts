/** Whether a value is a JSON object: neither null nor a list. */
export declare function isObject(value: unknown): value is Record<string, unknown>;
