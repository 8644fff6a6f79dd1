/** What may have answered. */
export declare const SOURCE: {
    type: string;
    enum: string[];
};
/** The schema of an exchange. */
export declare const EXCHANGE: {
    $id: string;
};
/** The schema of an exchange that found no operation. */
export declare const UNMATCHED: {
    $id: string;
};
