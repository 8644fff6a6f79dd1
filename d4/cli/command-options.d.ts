import type { LogLevel, StandinOptions } from '../options.ts';
export declare const DEFAULT_HOST = "127.0.0.1";
export declare const DEFAULT_PORT = 4010;
export declare const DEFAULT_LOG: LogLevel;
/** An option of the command line. Parsing and the help text both go by it. */
export interface CommandOption {
    /** Its name, without the dashes. */
    readonly flag: string;
    readonly short?: string;
    /** What the help shows for its value; an option without one is a switch. */
    readonly value?: string;
    /** How its value is read, if not as text; `each` and `pairs` may be given several times. */
    readonly reads?: 'number' | 'list' | 'each' | 'pairs';
    /** Which of the server's options it sets. */
    readonly sets?: keyof StandinOptions;
    readonly help: string;
    /** The default as the help shows it, where it is not a plain value of the server's option. */
    readonly default?: string;
}
export declare const COMMAND_OPTIONS: readonly CommandOption[];
/** The environment variable that stands in for a flag: `STANDIN_MAX_WORLDS` for `max-worlds`. */
export declare function environmentName(flag: string): string;
