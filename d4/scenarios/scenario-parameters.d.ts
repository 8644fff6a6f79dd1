import type { ScenarioDocument } from './scenario.ts';
export type ParameterValues = Readonly<Record<string, unknown>>;
/** Where a scenario speaks of a parameter. */
export interface ParameterUse {
    readonly name: string;
    /** JSON pointer in the document. */
    readonly pointer: string;
}
/** What the parameters of a scenario are where nothing is said of them. */
export declare function defaultParameters({ parameters }: ScenarioDocument): ParameterValues;
/**
 * Puts the values of parameters in the place of `$parameters.name`, with their type, and of `{$parameters.name}` within a longer
 * text or the name of a member, as text. What describes the scenario stays as it is.
 */
export declare function fillParameters({ description, parameters, ...content }: ScenarioDocument, values: ParameterValues): Omit<ScenarioDocument, 'parameters'>;
/** Every place at which a value speaks of a parameter. */
export declare function listParameterUses(value: unknown, pointer?: string): ParameterUse[];
