import type { When } from '../scenarios/when.ts';
import type { RequestParts } from '../validation/request-parts.ts';
/** A place at which a request is not as it should be. */
export interface Difference {
    /** `body /EntityType` */
    readonly where: string;
    /** Absent where nothing should be there. */
    readonly expected?: unknown;
    /** Absent where nothing came. Credentials are masked. */
    readonly actual?: unknown;
}
/** Lists what of a request is not as it should be. */
export declare function whenDifferences(when: When, request: RequestParts): Difference[];
