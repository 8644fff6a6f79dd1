/** Checks the scenarios of files before anything is served, but for those that ship: these are read when they are first asked for. Rejects with `InvalidDocument`. */
export async function prepareScenarios({ isTested, readScenarioFiles, ...edition }) {
    if (isTested) {
        let scenarios;
        return () => {
            scenarios ??= readScenarioFiles().then(trustScenarios);
            return scenarios;
        };
    }
    const scenarios = await checked(await readScenarioFiles(), edition);
    return async () => scenarios;
}
/** Takes scenarios of files as they are: those that ship, which a test has checked, and those that were checked just now. */
export function trustScenarios(files) {
    return files.map(({ file, name, value }) => ({ file, name, document: value })); // the check has told
}
/** What checks them takes as long to load as all else: it is not needed where there are none. */
async function checked(files, edition) {
    if (files.length === 0)
        return [];
    const { checkScenarios } = await import("./check-scenarios.js");
    checkScenarios(files, edition);
    return trustScenarios(files);
}
