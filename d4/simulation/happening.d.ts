import type { Scope, Subject } from './scope.ts';
/** What becomes of a resource by a request. */
export declare const HAPPENINGS: readonly ["created", "changed", "deleted"];
export type HappeningKind = (typeof HAPPENINGS)[number];
/** Told of what becomes of resources, at that moment; what is deleted is still there. Those that are `seeded` come from a test. */
export type Announce = (kind: HappeningKind | 'seeded', subject: Subject, scope: Scope) => void;
