import type { OpenApiDocument } from './contract.ts';
import type { Report } from './problem.ts';
import type { UpgradePart } from './upgrade-document.ts';
/** What else is known of the parts of a document, or done with them, on the one way through all of them. */
export interface OnTheWay {
    /** The parts whose references lead to files that cannot be read, with why. */
    readonly unread?: ReadonlyMap<object, string> | undefined;
    readonly upgradePart?: UpgradePart | undefined;
}
/** Reports each `$ref` that leads nowhere, and takes it out of schemas, which then allow anything; others are left out where they are read. */
export declare function checkReferences(document: OpenApiDocument, report: Report, { unread, upgradePart }?: OnTheWay): void;
