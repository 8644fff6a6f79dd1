import type { Place } from '../contract/contract.ts';
/** A scenario as a file has it; what stands in it is for others to check. */
export interface ScenarioFile {
    /** `mews/failure` */
    readonly name: string;
    /** As it is shown in messages. */
    readonly file: string;
    readonly value: unknown;
    /** Tells where in the file a JSON pointer leads. */
    locate(pointer: string): Place;
}
/** Reads `<directory>/<api>/scenarios/<name>.yaml` of each API, sorted by name. Throws one error that lists all files that cannot be read. */
export declare function readScenarioFiles(apis: readonly string[], directory: string | undefined): Promise<ScenarioFile[]>;
