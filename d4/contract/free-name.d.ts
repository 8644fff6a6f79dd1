/** A name that is not taken: the one that is wanted, or else with a number after it. */
export declare function freeName(wanted: string, isTaken: (name: string) => boolean): string;
