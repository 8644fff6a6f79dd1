import { checkScenarios } from "../admin/check-scenarios.js";
import { refuseClashes, refuseNamesakes } from "../contract/load-contracts.js";
import { loadFixtures } from "../contract/load-fixtures.js";
import { problemsOf } from "../contract/problem.js";
import { readContracts } from "../contract/read-contracts.js";
import { withDefaults } from "../options.js";
import { readScenarioFiles } from "../scenarios/scenario-files.js";
import { RowFiles } from "../simulation/rows.js";
import { compileSimulation } from "../simulation/simulation.js";
import { checkDocumentExamples } from "../validation/check-document-examples.js";
import { checkExamples } from "../validation/check-examples.js";
import { checkSchemas } from "../validation/check-schemas.js";
import { listSchemaProblems } from "../validation/list-schema-problems.js";
/** Loads documents with their fixtures and scenarios, and finds all that is wrong with them. It serves nothing. */
export async function check(options) {
    const resolved = withDefaults(options);
    const found = [];
    const reading = await attempt(found, () => readContracts(resolved.openapi, resolved));
    const contracts = reading?.contracts ?? [];
    found.push(...reading?.problems ?? [], ...contracts.flatMap(contract => [...contract.warnings, ...checkParts(contract)]));
    await attempt(found, () => refuseNamesakes(contracts));
    await attempt(found, () => refuseClashes(contracts));
    await checkFiles(contracts, resolved, found);
    return { documents: reading?.documents ?? 0, problems: found };
}
/** What stands in a document is its author's to answer for, so that it is served in spite of it. */
function checkParts(contract) {
    const warnings = [];
    const report = (pointer, message) => {
        warnings.push(contract.warningAt(pointer, message));
    };
    checkSchemas(contract, report);
    checkDocumentExamples(contract, report);
    // What is not as JSON Schema has it may be what cannot be used as well.
    const told = new Set(warnings.map(({ pointer }) => pointer));
    return [...warnings, ...listSchemaProblems(contract).filter(({ pointer }) => !told.has(pointer))];
}
async function checkFiles(contracts, { fixtures }, found) {
    const loaded = fixtures === undefined ? contracts : await attempt(found, () => loadFixtures(contracts, fixtures)) ?? contracts;
    found.push(...loaded.flatMap(contract => checkExamples(contract, { sources: ['fixture'] })));
    const rowFiles = new RowFiles(fixtures);
    const simulations = new Map(await Promise.all(loaded.map(async (contract) => [contract.name, await attempt(found, () => compileSimulation(contract, { rowFiles }))])));
    const compiled = new Map([...simulations].flatMap(([name, simulation]) => simulation === undefined ? [] : [[name, simulation]]));
    // A scenario of an API that does not act as declared would be wrong for that alone.
    if (compiled.size < simulations.size)
        return;
    const types = new Map([...compiled.values()].flatMap(simulation => [...simulation.types.values()].map(type => [type.id, type])));
    await attempt(found, async () => checkScenarios(await readScenarioFiles(loaded.map(({ name }) => name), fixtures), { contracts: loaded, simulations: compiled, types }));
}
/** Runs a step; what is wrong is taken note of, and the others go on. */
async function attempt(found, step) {
    try {
        return await step();
    }
    catch (error) {
        found.push(...problemsOf(error));
        return undefined;
    }
}
