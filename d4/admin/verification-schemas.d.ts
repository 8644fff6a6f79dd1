export declare const verifyRequests: {
    operationId: string;
    tags: string[];
    summary: string;
    body: {
        examples: {
            operation: string;
            when: {
                body: {
                    EntityType: string;
                };
            };
            count: {
                exactly: number;
            };
        }[];
    };
    response: {
        200: Readonly<Record<string, unknown>>;
    };
};
export declare const readVerification: {
    operationId: string;
    tags: string[];
    summary: string;
    description: string;
    response: {
        200: Readonly<Record<string, unknown>>;
    };
};
