import type { StandinOptions } from '../options.ts';
import type { CtlCommand } from './ctl.ts';
/** What a command line asks for. */
export type Command = {
    readonly kind: 'help';
} | {
    readonly kind: 'version';
} | {
    readonly kind: 'serve';
    readonly host: string;
    readonly port: number;
    readonly watch: boolean;
    readonly options: StandinOptions;
} | {
    readonly kind: 'types';
    readonly options: StandinOptions;
} | {
    readonly kind: 'init';
    readonly document: string;
    readonly out: string | undefined;
    readonly force: boolean;
    readonly options: StandinOptions;
} | {
    readonly kind: 'check';
    readonly format: 'text' | 'json';
    readonly options: StandinOptions;
} | CtlCommand;
/** The variables of the process, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;
/**
 * Reads a command line: a flag goes before the environment, the environment before the default.
 * Throws `UnknownOption`, `UnknownVerb` or `InvalidOption`. It touches neither the process nor the disk.
 */
export declare function parseCommand(args: readonly string[], env?: Environment): Command;
