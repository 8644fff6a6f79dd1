import type { Operation, ResponseDefinition } from './contract.ts';
/** What an operation answers when all is well: its lowest 2xx, else `2XX`, else `default`, else what is documented first. */
export declare function successResponse({ responses }: Operation): ResponseDefinition | undefined;
/** The status with which a documented response is given: `2XX` is 200, and so is `default`. */
export declare function statusOf({ status }: ResponseDefinition): number;
