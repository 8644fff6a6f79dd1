/** The schema of a resource. */
export declare const RESOURCE: {
    $id: string;
};
export declare const listTypes: {
    operationId: string;
    tags: string[];
    summary: string;
    response: {
        200: Readonly<Record<string, unknown>>;
    };
};
export declare const listResources: {
    operationId: string;
    tags: string[];
    summary: string;
    params: Readonly<Record<string, unknown>>;
    querystring: Readonly<Record<string, unknown>>;
    response: {
        200: Readonly<Record<string, unknown>>;
    };
};
export declare const readResource: {
    operationId: string;
    tags: string[];
    summary: string;
    description: string;
    params: Readonly<Record<string, unknown>>;
    response: {
        200: {
            $ref: string;
            description: string;
        };
    };
};
export declare const putResource: {
    operationId: string;
    tags: string[];
    summary: string;
    description: string;
    params: Readonly<Record<string, unknown>>;
    body: {
        examples: {
            members: {
                EntityType: string;
            };
            status: string;
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
export declare const deleteResource: {
    operationId: string;
    tags: string[];
    summary: string;
    description: string;
    params: Readonly<Record<string, unknown>>;
    response: Readonly<Record<string, unknown>>;
};
export declare const putStatus: {
    operationId: string;
    tags: string[];
    summary: string;
    description: string;
    params: Readonly<Record<string, unknown>>;
    body: {
        examples: {
            status: string;
        }[];
    };
    response: {
        200: {
            $ref: string;
            description: string;
        };
    };
};
