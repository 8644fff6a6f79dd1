/** A name that no other world has. */
export declare function freshWorldName(): string;
