export declare const InvalidDocument: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [problems: string]>;
export declare const UnusableSchema: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [contract: string, pointer: string, reason: string]>;
export declare const InvalidWorldName: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [name: string]>;
export declare const ResourcesFull: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [max: string]>;
export declare const UnknownOption: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [option: string, hint: string]>;
export declare const UnknownVerb: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [verb: string, hint: string]>;
export declare const InvalidOption: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [option: string, must: string, value: string]>;
export declare const FileExists: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [file: string]>;
export declare const FileNotFound: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [name: string, resource: string]>;
export declare const FileSignatureWrong: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [name: string]>;
export declare const FileNotAvailable: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [name: string, why: string]>;
export declare const RowsNotFound: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [name: string, nearest: string]>;
export declare const WorldAmbiguous: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [prefix: string, header: string]>;
export declare const InvalidRequest: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [violations: string]>;
export declare const MalformedRequest: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [reason: string]>;
export declare const UnknownPath: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [path: string, hint: string]>;
export declare const MethodNotAllowed: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [method: string, path: string, allowed: string]>;
export declare const CrossOrigin: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [origin: string]>;
export declare const AdminTokenRequired: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, []>;
export declare const UnknownWorld: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [name: string, hint: string]>;
export declare const UnknownOperation: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [id: string, hint: string]>;
export declare const UnknownContract: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [name: string, hint: string]>;
export declare const UnknownStub: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [id: string]>;
export declare const UnknownExchange: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [id: string]>;
export declare const UnknownCallback: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [id: string]>;
export declare const UnknownCallbackName: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [name: string, hint: string]>;
export declare const CallbackNotSent: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [id: string, state: string]>;
export declare const InvalidVerification: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [problem: string]>;
export declare const UnknownResourceType: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [type: string, hint: string]>;
export declare const UnknownResource: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [type: string, id: string, hint: string]>;
export declare const ResourceTaken: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [type: string, id: string]>;
export declare const ModuleFailed: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [operation: string, reason: string, options: {
    cause: unknown;
}]>;
export declare const InvalidResource: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [violations: string]>;
export declare const InvalidSettings: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [violations: string]>;
export declare const ClockBackward: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [instant: string, now: string]>;
export declare const ClockTooFar: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [last: string]>;
export declare const UnknownPreference: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [problem: string]>;
export declare const FaultNeedsConnection: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [fault: string]>;
export declare const InvalidStub: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [problem: string]>;
export declare const UnknownScenario: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [name: string, hint: string]>;
export declare const InvalidScenario: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [violations: string]>;
export declare const ScenarioFromFile: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [name: string, file: string]>;
export declare const Unauthorized: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [detail: string]>;
export declare const Forbidden: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [detail: string]>;
export declare const NotAcceptable: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [detail: string]>;
export declare const BodyTooLarge: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [detail: string]>;
export declare const UnsupportedMediaType: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [detail: string]>;
export declare const NoResponse: import("@fastify/error").FastifyErrorConstructor<{
    code: string;
}, [operation: string]>;
