/** What can go wrong with a connection on purpose. */
export declare const FAULTS: readonly ["reset-before-headers", "reset-after-headers", "no-answer", "truncated-body", "garbage", "wrong-content-length"];
export type Fault = (typeof FAULTS)[number];
