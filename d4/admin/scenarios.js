import { ScenarioFromFile, UnknownScenario } from "../errors.js";
import { createStubParser } from "../scenarios/parse-stub.js";
import { hint } from "../validation/create-unknown.js";
import { worldOf } from "./admin-options.js";
import { createScenarioCheck } from "./check-scenario.js";
import { createSettingsCheck } from "./check-settings.js";
import { deleteScenario, listScenarios, putScenario, readScenario, startScenario, stopScenarios, TWO_SEGMENTS } from "./scenario-schemas.js";
import { showDocument, showRunning, showScenario } from "./show-scenario.js";
import { endScenarios, runScenario } from "./world-scenarios.js";
/** Named cases: those of files, those that tests put, and starting them in a world. */
export const scenarioRoutes = async (app, options) => {
    const parseStub = createStubParser(options.contracts.flatMap(contract => contract.operations), options.simulations);
    const check = createScenarioCheck(options, { checkSettings: createSettingsCheck(options), parseStub });
    const { scenariosOf } = options;
    const readFiles = async () => new Map((await options.scenarios()).map(scenario => [scenario.name, scenario]));
    const find = async (name, { own }) => {
        const files = await readFiles();
        const scenario = own.get(name) ?? files.get(name);
        if (scenario === undefined)
            throw new UnknownScenario(name, hint(name, [...own.keys(), ...files.keys()]));
        return scenario;
    };
    app.get('/scenarios', { schema: listScenarios }, async (request) => {
        const { own, running } = scenariosOf(worldOf(request, options));
        const scenarios = [...new Map([...await readFiles(), ...own]).values()].sort((a, b) => a.name < b.name ? -1 : 1);
        return { scenarios: scenarios.map(scenario => showScenario(scenario, running)), running: running.map(showRunning) };
    });
    app.post('/scenarios/stop', { schema: stopScenarios }, async (request, reply) => {
        const world = worldOf(request, options);
        endScenarios(world, scenariosOf(world));
        return reply.code(204).send();
    });
    for (const { hide, path } of PATHS) {
        app.get(path, { schema: hide(readScenario) }, async (request) => {
            const scenarios = scenariosOf(worldOf(request, options));
            const scenario = await find(nameIn(request.params), scenarios);
            return { ...showScenario(scenario, scenarios.running), document: showDocument(scenario.document) };
        });
        app.put(path, { schema: hide(putScenario) }, async (request, reply) => {
            const { own, running } = scenariosOf(worldOf(request, options));
            check(request.body);
            const scenario = { name: nameIn(request.params), file: undefined, document: request.body };
            reply.code(own.has(scenario.name) ? 200 : 201);
            own.set(scenario.name, scenario);
            return showScenario(scenario, running);
        });
        app.delete(path, { schema: hide(deleteScenario) }, async (request, reply) => {
            const name = nameIn(request.params);
            const scenarios = scenariosOf(worldOf(request, options));
            const { file } = await find(name, scenarios);
            if (file !== undefined)
                throw new ScenarioFromFile(name, file);
            scenarios.own.delete(name);
            return reply.code(204).send();
        });
        app.post(`${path}/start`, { schema: hide(startScenario) }, async (request) => {
            const { add = false, parameters } = request.body ?? {};
            const world = worldOf(request, options);
            const scenarios = scenariosOf(world);
            const { document, name } = await find(nameIn(request.params), scenarios);
            return showRunning(await runScenario({ name, document, ...check(document, parameters) }, { world, scenarios, add, parseStub }));
        });
    }
};
/** The document has a name as one segment, its slash encoded; clients that do not encode it are served as well. */
const PATHS = [
    { path: '/scenarios/:name', hide: schema => schema },
    { path: '/scenarios/:api/:name', hide: schema => ({ ...schema, params: TWO_SEGMENTS, hide: true }) }
];
function nameIn({ api, name }) {
    return api === undefined ? name : `${api}/${name}`;
}
