export declare const listRequests: {
    operationId: string;
    tags: string[];
    summary: string;
    description: string;
    querystring: Readonly<Record<string, unknown>>;
    response: {
        200: Readonly<Record<string, unknown>>;
    };
};
export declare const deleteRequests: {
    operationId: string;
    tags: string[];
    summary: string;
    response: Readonly<Record<string, unknown>>;
};
export declare const listUnmatchedRequests: {
    operationId: string;
    tags: string[];
    summary: string;
    response: {
        200: Readonly<Record<string, unknown>>;
    };
};
export declare const streamRequests: {
    operationId: string;
    tags: string[];
    summary: string;
    description: string;
    querystring: Readonly<Record<string, unknown>>;
    headers: {
        type: string;
        properties: {
            'last-event-id': {
                type: string;
                description: string;
            };
        };
    };
    response: {
        200: {
            description: string;
            content: {
                'text/event-stream': {
                    schema: {
                        type: string;
                    };
                };
            };
        };
    };
};
export declare const readRequest: {
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
