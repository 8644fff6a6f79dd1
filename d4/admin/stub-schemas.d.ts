import type { Schema } from './schema.ts';
/** The schema of what a request must have, by itself. */
export declare const REQUEST_WHEN: Schema;
/** The schema of what a request must have for a stub to answer it. */
export declare const WHEN: Schema;
/** The schema of a stub. */
export declare const STUB: {
    $id: string;
};
/** The schema of a stub that is sent. */
export declare const NEW_STUB: Schema;
