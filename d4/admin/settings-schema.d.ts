/** The schema of settings. */
export declare const SETTINGS: {
    $id: string;
};
/** The schema of a change of settings: any member may be left out, or be null. */
export declare const SETTINGS_PATCH: {
    description: string;
    examples: {
        delayMs: number;
    }[];
};
