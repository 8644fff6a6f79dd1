import { createInvalidDocument } from "../contract/problem.js";
import { loadContracts } from "../contract/load-contracts.js";
import { loadModule } from "../modules/load-module.js";
import { isShipped } from "../options.js";
import { readScenarioFiles } from "../scenarios/scenario-files.js";
import { RowFiles } from "../simulation/rows.js";
import { compileSimulation } from "../simulation/simulation.js";
import { checkExamples } from "../validation/check-examples.js";
/** Loads contracts and fixtures. `onRead` is told of what is read beside fixtures. Throws `InvalidDocument` with every mistake. */
export async function loadEdition(options, onRead) {
    const { fixtures } = options;
    const contracts = await loadContracts(options.openapi, { ...options, onRead });
    // What is read by someone who watches it will be edited.
    const isTested = isShipped(options) && onRead === undefined;
    if (!isTested)
        refuseBrokenFixtures(contracts);
    const rowFiles = new RowFiles(fixtures);
    const simulations = new Map(contracts.map(contract => [contract.name, compileSimulation(contract, { rowFiles, isTested })]));
    const types = new Map([...simulations.values()].flatMap(simulation => [...simulation.types.values()].map(type => [type.id, type])));
    return {
        contracts,
        simulations,
        types,
        rowFiles,
        handlers: isTested ? new Map() : await loadHandlers(contracts, onRead),
        isTested,
        readScenarioFiles: () => readScenarioFiles(contracts.map(({ name }) => name), fixtures)
    };
}
async function loadHandlers(contracts, onRead) {
    const modules = await Promise.all(contracts.map(contract => loadModule(contract, onRead)));
    const problems = modules.flatMap(({ problems }) => problems);
    if (problems.length > 0)
        throw createInvalidDocument(problems);
    return new Map(modules.flatMap(({ handlers }) => [...handlers]));
}
/** What stands in a document is its author's to answer for, and is told when it is served; a fixture is the user's own. */
function refuseBrokenFixtures(contracts) {
    const problems = contracts.flatMap(contract => checkExamples(contract, { sources: ['fixture'] }));
    if (problems.length > 0)
        throw createInvalidDocument(problems);
}
