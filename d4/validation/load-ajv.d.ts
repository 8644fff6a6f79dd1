interface Libraries {
    readonly Ajv2020: typeof import('ajv/dist/2020.js').Ajv2020;
    readonly formats: typeof import('ajv-formats').default;
}
/** Loads what compiles schemas, when the first one is: a server starts without it. */
export declare function loadAjv(): Libraries;
export {};
