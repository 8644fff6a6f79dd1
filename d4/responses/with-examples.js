/** Makes a maker give the examples of its schemas where they may serve; those that turn out not to fit are passed over from then on. */
export function withExamples(facets, make) {
    const examples = facets.map(listExamples).find(list => list.length > 0);
    if (examples === undefined)
        return make;
    const isPassedOver = examples.map(() => false);
    return (run, room, depth) => {
        if (run.from !== 'examples')
            return make(run, room, depth);
        // Which one it is does not depend on what has been passed over before, so that a run repeats.
        const start = run.random.below(examples.length);
        for (let step = 0; step < examples.length; step++) {
            const index = (start + step) % examples.length;
            if (isPassedOver[index])
                continue;
            const value = examples[index];
            run.used.push({ value, passOver: () => { isPassedOver[index] = true; } });
            return value;
        }
        return make(run, room, depth);
    };
}
function listExamples({ example, examples }) {
    if (Array.isArray(examples) && examples.length > 0)
        return examples;
    return example === undefined ? [] : [example];
}
