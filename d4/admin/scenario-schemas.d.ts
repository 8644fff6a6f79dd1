/** The schema of a scenario as it is written. */
export declare const SCENARIO_DOCUMENT: Readonly<Record<string, unknown>>;
/** The schema of a scenario whose parameters have been filled in; what is in settings and stubs is checked by what knows them. */
export declare const FILLED_SCENARIO: Readonly<Record<string, unknown>>;
/** The schema of a scenario that can be started. */
export declare const SCENARIO: {
    $id: string;
};
/** The schema of a scenario that runs. */
export declare const RUNNING_SCENARIO: {
    $id: string;
};
/** The parameters of a path that has the slash of a name as it is. */
export declare const TWO_SEGMENTS: Readonly<Record<string, unknown>>;
export declare const listScenarios: {
    operationId: string;
    tags: string[];
    summary: string;
    response: {
        200: Readonly<Record<string, unknown>>;
    };
};
export declare const readScenario: {
    operationId: string;
    tags: string[];
    summary: string;
    params: Readonly<Record<string, unknown>>;
    response: {
        200: {
            $ref: string;
            description: string;
        };
    };
};
export declare const putScenario: {
    operationId: string;
    tags: string[];
    summary: string;
    description: string;
    params: {
        properties: {
            name: {
                pattern: string;
                type: string;
                description: string;
            };
        };
    };
    body: {
        examples: {
            description: string;
            parameters: {
                after: {
                    default: string;
                };
            };
            settings: {
                resources: {
                    'mews.Export': {
                        lifecycle: string;
                        durations: {
                            Processing: string;
                        };
                    };
                };
            };
        }[];
    };
    response: {
        200: {
            $ref: string;
            description: string;
        };
        201: {
            $ref: string;
            description: string;
        };
    };
};
export declare const deleteScenario: {
    operationId: string;
    tags: string[];
    summary: string;
    description: string;
    params: Readonly<Record<string, unknown>>;
    response: Readonly<Record<string, unknown>>;
};
export declare const startScenario: {
    operationId: string;
    tags: string[];
    summary: string;
    description: string;
    params: Readonly<Record<string, unknown>>;
    body: {
        examples: {
            parameters: {};
            add: boolean;
        }[];
    };
    response: {
        200: {
            $ref: string;
            description: string;
        };
    };
};
export declare const stopScenarios: {
    operationId: string;
    tags: string[];
    summary: string;
    description: string;
    response: Readonly<Record<string, unknown>>;
};
