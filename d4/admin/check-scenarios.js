import { createInvalidDocument } from "../contract/problem.js";
import { InvalidScenario } from "../errors.js";
import { createStubParser } from "../scenarios/parse-stub.js";
import { createScenarioCheck } from "./check-scenario.js";
import { createSettingsCheck } from "./check-settings.js";
/** Checks scenarios of files as the admin API checks those that are put. Throws `InvalidDocument` with every mistake and its place. */
export function checkScenarios(files, options) {
    const operations = options.contracts.flatMap(contract => contract.operations);
    const check = createScenarioCheck(options, { checkSettings: createSettingsCheck(options), parseStub: createStubParser(operations, options.simulations) });
    const problems = files.flatMap(({ file, locate, value }) => {
        try {
            check(value);
            return [];
        }
        catch (error) {
            if (!(error instanceof InvalidScenario) || !('violations' in error))
                throw error;
            const violations = error.violations; // which every such error carries
            return violations.map(({ message, pointer }) => ({ file, place: locate(pointer), message: message.replace(/^body /, '') }));
        }
    });
    if (problems.length > 0)
        throw createInvalidDocument(problems);
}
