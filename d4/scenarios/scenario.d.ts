/** A named case that can be started: from a file, or put by a test. */
export interface Scenario {
    /** `mews/failure` */
    readonly name: string;
    /** The file it was read from, as it is shown in messages; `undefined` where a test put it. */
    readonly file: string | undefined;
    readonly document: ScenarioDocument;
}
/** A scenario as it is written. Anywhere in it but in what describes it, `$parameters.name` may stand for a value. */
export interface ScenarioDocument {
    readonly description: string;
    readonly parameters?: Readonly<Record<string, ScenarioParameter>>;
    readonly clock?: unknown;
    readonly settings?: unknown;
    readonly resources?: unknown;
    readonly stubs?: unknown;
}
/** What can be chosen when a scenario is started. */
export interface ScenarioParameter {
    readonly description?: string;
    readonly default: unknown;
}
/** The form of a part of a scenario's name, as a piece of a regular expression. */
export declare const SCENARIO_WORD = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
/** The form of a scenario's name, as a regular expression: a word, or an API and a word. */
export declare const SCENARIO_NAME = "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}(/[A-Za-z0-9][A-Za-z0-9._-]{0,63})?$";
