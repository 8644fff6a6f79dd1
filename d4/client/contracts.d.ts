/** The operations and resources of the contracts, to be given to the client: `standin<Contracts>(url)`. */
export interface Contracts {
    operations: {
        /** Export claims */
        'et.exportClaims': {
            request: {
                body: EtExportClaimsCommand;
            };
            replies: {
                /** The command is accepted, and is carried out in the background. */
                202: EtAccepted;
                /** The command was not accepted (one error for each id that does not exist, the external system's first), or the body is not JSON. */
                400: EtNotAccepted | EtInvalidCommand | EtPlainError;
                /** No media type of the operation is acceptable to the client. */
                406: EtPlainError;
                /** The body is larger than the server reads. */
                413: EtPlainError;
                /** The body is of another media type than JSON. */
                415: EtPlainError;
            };
        };
        /** Export responses */
        'et.exportResponses': {
            request: {
                body: EtExportResponsesCommand;
            };
            replies: {
                /** The command is accepted, and is carried out in the background. */
                202: EtAccepted;
                /** The command was not accepted (one error for each id that does not exist, the external system's first), or the body is not JSON. */
                400: EtNotAccepted | EtInvalidCommand | EtPlainError;
                /** No media type of the operation is acceptable to the client. */
                406: EtPlainError;
                /** The body is larger than the server reads. */
                413: EtPlainError;
                /** The body is of another media type than JSON. */
                415: EtPlainError;
            };
        };
        /** Get all exports */
        'mews.getAllExports': {
            request: {
                body: MewsGetAllExportsRequest;
            };
            replies: {
                /** The exports that are known, in the order in which they were asked for. */
                200: MewsGetAllExportsResponse;
                /** The request breaks the contract. */
                400: MewsError;
                /** The tokens are not accepted. */
                401: MewsError;
                /** The tokens are good, but not for this. */
                403: MewsError;
                /** The client does not accept JSON. */
                406: MewsError;
                /** The server did not finish in time. */
                408: MewsError;
                /** The body is larger than the server reads. */
                413: MewsError;
                /** The body is of another media type than JSON. */
                415: MewsError;
                /** Too many requests with one access token. Off, unless a world's settings turn it on. */
                429: MewsError;
                /** The server failed. */
                500: MewsError;
            };
        };
        /** Add export */
        'mews.addExport': {
            request: {
                body: MewsAddExportRequest;
            };
            replies: {
                /** The export has been added and is pending. */
                200: MewsAddExportResponse;
                /** The request breaks the contract, or an export of the entity type is running already. */
                400: MewsError;
                /** The tokens are not accepted. */
                401: MewsError;
                /** The tokens are good, but not for this. */
                403: MewsError;
                /** The client does not accept JSON. */
                406: MewsError;
                /** The server did not finish in time. */
                408: MewsError;
                /** The body is larger than the server reads. */
                413: MewsError;
                /** The body is of another media type than JSON. */
                415: MewsError;
                /** Too many requests with one access token. Off, unless a world's settings turn it on. */
                429: MewsError;
                /** The server failed. */
                500: MewsError;
            };
        };
        /** Look at the export task of a run */
        'vcf.getExport': {
            request: {
                path: {
                    runId: string;
                };
            };
            replies: {
                /** The task as it stands. */
                200: VcfExportTaskRest;
                /** The request breaks the contract. */
                400: VcfError;
                /** The request carries no access token that is accepted. */
                401: VcfError;
                /** No export of the run has been started. */
                404: VcfError;
                /** The client accepts no media type that can be given. */
                406: VcfError;
                /** The body is larger than the server reads; the operation takes none. */
                413: VcfError;
                /** The server failed. An error made of several carries them. */
                500: VcfError;
            };
        };
        /** Start an export task */
        'vcf.startExport': {
            request: {
                path: {
                    runId: string;
                };
            };
            replies: {
                /** The task has been taken on, and begins at once or when its turn comes. */
                202: VcfExportTaskRest;
                /** The id of the run is no uuid, or no completed run has it. */
                400: VcfError;
                /** The request carries no access token that is accepted. */
                401: VcfError;
                /** The client accepts no media type that can be given. */
                406: VcfError;
                /** The body is larger than the server reads; the operation takes none. */
                413: VcfError;
                /** An export of the run is under way, or as many are running as can at once. */
                429: VcfError;
                /** The server failed. An error made of several carries them. */
                500: VcfError;
            };
        };
        /** Download the exported data of a run */
        'vcf.getExportData': {
            request: {
                path: {
                    runId: string;
                };
            };
            replies: {
                /** The file. */
                200: unknown;
                /** The request breaks the contract. */
                400: VcfError;
                /** The request carries no access token that is accepted. */
                401: VcfError;
                /** No export of the run has completed. */
                404: VcfError;
                /** The client accepts no media type that can be given. */
                406: VcfError;
                /** The body is larger than the server reads; the operation takes none. */
                413: VcfError;
                /** The server failed. An error made of several carries them. */
                500: VcfError;
            };
        };
        /** Initiate a run of an export */
        'webadmit.runExport': {
            request: {
                path: {
                    user_identity_id: WebadmitPathId;
                    export_id: WebadmitPathId;
                };
                query: {
                    callback?: WebadmitCallbackUrl;
                };
                body?: WebadmitRunExportRequest;
            };
            replies: {
                /** The export is running, from now on or already. */
                201: WebadmitRunExportResponse;
                /** The request breaks the contract. */
                400: WebadmitError;
                /** The request carries no key that is accepted. The body is empty. */
                401: undefined;
                /** Something that the request names does not exist, or not under what it is said to belong to. */
                404: WebadmitError;
                /** The client does not accept JSON. */
                406: WebadmitError;
                /** The body is larger than the server reads. */
                413: WebadmitError;
                /** The body is of another media type than JSON. */
                415: WebadmitError;
                /** More requests with one key than an hour allows. */
                429: WebadmitError;
            };
        };
        /** Look at an export file */
        'webadmit.getExportFile': {
            request: {
                path: {
                    export_id: WebadmitPathId;
                    id: WebadmitPathId;
                };
            };
            replies: {
                /** The export file as it stands. */
                200: WebadmitGetExportFileResponse;
                /** The request breaks the contract. */
                400: WebadmitError;
                /** The request carries no key that is accepted. The body is empty. */
                401: undefined;
                /** Something that the request names does not exist, or not under what it is said to belong to. */
                404: WebadmitError;
                /** The client does not accept JSON. */
                406: WebadmitError;
                /** The body is larger than the server reads. */
                413: WebadmitError;
                /** The body is of another media type than JSON. */
                415: WebadmitError;
                /** More requests with one key than an hour allows. */
                429: WebadmitError;
            };
        };
        /** List the export files of an identity */
        'webadmit.listExportFiles': {
            request: {
                path: {
                    user_identity_id: WebadmitPathId;
                };
            };
            replies: {
                /** The export files as they stand. */
                200: WebadmitListExportFilesResponse;
                /** The request breaks the contract. */
                400: WebadmitError;
                /** The request carries no key that is accepted. The body is empty. */
                401: undefined;
                /** Something that the request names does not exist, or not under what it is said to belong to. */
                404: WebadmitError;
                /** The client does not accept JSON. */
                406: WebadmitError;
                /** The body is larger than the server reads. */
                413: WebadmitError;
                /** The body is of another media type than JSON. */
                415: WebadmitError;
                /** More requests with one key than an hour allows. */
                429: WebadmitError;
            };
        };
    };
    resources: {
        'et.ExternalSystem': {
            status: never;
            lifecycle: never;
        };
        'et.Claim': {
            status: never;
            lifecycle: never;
        };
        'et.Response': {
            status: never;
            lifecycle: never;
        };
        'et.Command': {
            status: never;
            lifecycle: never;
        };
        'mews.Export': {
            status: 'Pending' | 'Processing' | 'Success' | 'Expired' | 'Failed';
            lifecycle: 'success' | 'failure';
        };
        'vcf.PreCheckRun': {
            status: never;
            lifecycle: never;
        };
        'vcf.ExportTask': {
            status: 'NOT_STARTED' | 'QUEUED' | 'IN_PROGRESS' | 'COMPLETED' | 'FAILED';
            lifecycle: 'success' | 'failure';
        };
        'webadmit.UserIdentity': {
            status: never;
            lifecycle: never;
        };
        'webadmit.Export': {
            status: never;
            lifecycle: never;
        };
        'webadmit.ExportFile': {
            status: 'initializing' | 'queued' | 'in_progress' | 'available' | 'success_with_errors' | 'empty_list' | 'failed';
            lifecycle: 'success' | 'errors' | 'empty' | 'failure';
        };
    };
}
/** A command to export claims. Members that are not listed are ignored. */
export interface EtExportClaimsCommand {
    uuid?: EtCommandUuid;
    command?: EtCommandName;
    /** What to export, and where to. */
    data?: {
        external_system_id: EtId;
        /** The claims, by id. */
        claim_ids: EtId[];
    };
}
/** The command was taken on. */
export interface EtAccepted {
    status: 'accepted';
    /** Empty for these commands. */
    meta: Record<string, unknown>;
    uuid?: EtCommandUuid;
}
/** The command was understood, but something that it names does not exist. */
export interface EtNotAccepted {
    status: 'not_accepted';
    uuid?: EtCommandUuid;
    /** Since a uuid is remembered for claims and responses alike, either operation may give the other's errors again. */
    errors: EtMissingId[];
}
/** The command breaks the contract; one error for each place. */
export interface EtInvalidCommand {
    status: 'not_accepted';
    /** As it came, which may be the violation. */
    uuid?: unknown;
    errors: Array<{
        status: 422;
        code: 'invalid';
        title: string;
        /** The title, with the name of the operation. */
        detail: string;
        /** The place, as a JSON pointer within the body. */
        source: string;
        /** As it came. */
        command?: unknown;
        /** As it came. */
        uuid?: unknown;
    }>;
}
/** The framework's own error, for a request that never became a command. */
export interface EtPlainError {
    status: number;
    error: string;
}
/** A command to export responses. Members that are not listed are ignored. */
export interface EtExportResponsesCommand {
    uuid?: EtCommandUuid;
    command?: EtCommandName;
    /** What to export, and where to. */
    data?: {
        external_system_id: EtId;
        /** The responses, by id. */
        response_ids: EtId[];
    };
}
export type MewsGetAllExportsRequest = MewsCredentials & {
    /** The exports to tell of, by id. */
    ExportIds: MewsExportId[];
};
/** The exports that were found. */
export interface MewsGetAllExportsResponse {
    Exports: MewsExport[];
}
/** Why a request was refused. */
export interface MewsError {
    /** What is wrong, for a reader. */
    Message: string;
    /** The server's own id of the exchange. */
    RequestId?: string;
    /** More about it. */
    Details?: string;
}
export type MewsAddExportRequest = MewsCredentials & {
    EntityType: MewsExportEntityType;
};
/** The export that was added. */
export interface MewsAddExportResponse {
    Export: MewsExport;
}
/** An export task, as it stands. */
export interface VcfExportTaskRest {
    /** How far the task has come. The last two are ends. */
    status: 'NOT_STARTED' | 'QUEUED' | 'IN_PROGRESS' | 'COMPLETED' | 'FAILED';
    /** How much of the task is done, in percent. */
    progress?: number;
    /** When the task was accepted. */
    startTimestamp: string;
    /** When the task ended, well or not. Absent or null until then. */
    endTimestamp?: string | null;
    /** Why the task failed. Absent or null unless it did. */
    error?: VcfExportTaskError | null;
}
/** Why a request was refused, or failed. */
export interface VcfError {
    /** What is wrong, for a program. */
    errorCode?: string;
    /** What kind of error it is. */
    errorType?: string;
    /** What the message was made with, for a program or a translation. */
    arguments?: string[];
    /** Where it happened, such as the component. */
    context?: {
        [member: string]: string;
    };
    /** What the pre-check found, in detail. */
    notifications?: VcfNotification[];
    /** What is wrong, for a reader. */
    message?: string;
    /** What to do about it, for a reader. */
    remediationMessage?: string;
    /** What brought it about. */
    causes?: VcfErrorCause[];
    /** The errors that this one is made of. */
    nestedErrors?: VcfError[];
    /** What to look for in the logs, and to tell the provider. */
    referenceToken?: string;
    /** A heading for the error. */
    label?: string;
    /** Where to read on. */
    remediationUrl?: string;
}
/** Digits only. Nothing has the id 0. */
export type WebadmitPathId = number;
/** An address that takes a form by POST. */
export type WebadmitCallbackUrl = string;
/** What may be said of the run. Members that are not listed are ignored. */
export interface WebadmitRunExportRequest {
    callback?: WebadmitCallbackUrl;
}
/** The run, as a list of one export file. */
export interface WebadmitRunExportResponse {
    /** The path of this resource. One that was reached under a prefix begins with it. */
    href: string;
    export_files: WebadmitExportFile[];
}
/** Why a request was refused. */
export interface WebadmitError {
    message: string;
}
/** One export file; the member has the name of a list all the same. */
export interface WebadmitGetExportFileResponse {
    export_files: {
        id: WebadmitId;
        href: WebadmitExportFileHref;
        export_id: WebadmitId;
        status: WebadmitExportFileStatus;
        /** Where to download the file, without further credentials, for half a minute. Absent until the file is there. */
        download_url?: string;
    };
}
/** The export files of an identity. */
export interface WebadmitListExportFilesResponse {
    /** The path of this resource. One that was reached under a prefix begins with it. */
    href: string;
    export_files: WebadmitExportFile[];
}
/** The client's own name for the command, by which a repeated one is known. */
export type EtCommandUuid = string;
/** The command's name; the path decides, so it is given back but not looked at. */
export type EtCommandName = string;
export type EtId = number;
/** One id that does not exist. */
export interface EtMissingId {
    /** Always 422, though the answer itself is a 400. */
    status: 422;
    code: 'external_system_not_found' | 'claim_not_found' | 'response_not_found';
    title: string;
    /** The same text as the title. */
    detail: string;
    /** The member at fault, as a JSON pointer within `data`. */
    source: '/external_system_id' | '/claim_ids' | '/response_ids';
    command?: EtCommandName;
    uuid?: EtCommandUuid;
}
/** Who asks. Members that are not listed are ignored. */
export interface MewsCredentials {
    /** Name and version of the client application. */
    Client: string;
    LanguageCode?: MewsOptionalText;
    CultureCode?: MewsOptionalText;
    AccessToken: MewsToken;
    MaskedAccessToken?: MewsOptionalText;
    ClientToken: MewsToken;
    MaskedClientToken?: MewsOptionalText;
}
export type MewsExportId = string;
/** An export, as it stands. */
export interface MewsExport {
    Id: MewsExportId;
    Status: MewsExportStatus;
    EntityType: MewsExportEntityType;
    /** What can be downloaded; none unless the export has succeeded and not expired. */
    Files: MewsExportFileEntry[];
    /** Until when the files can be downloaded, or could. Null where it does not apply. */
    ExpiresUtc?: string | null;
}
/** What kind of entities is exported. */
export type MewsExportEntityType = 'OrderItem' | 'Payment' | 'Reservation' | 'Customer' | 'Company';
/** Why an export task failed. */
export interface VcfExportTaskError {
    /** What went wrong. */
    message?: string;
    /** What can be done about it. */
    remediationMessage?: string;
    /** What to look for in the logs. */
    referenceToken?: string;
}
/** One finding of a pre-check. */
export interface VcfNotification {
    severity?: string;
    message?: string;
    remediations?: Array<{
        message?: string;
        link?: string;
    }>;
    impactMessage?: string;
}
/** What brought an error about. */
export interface VcfErrorCause {
    type?: string;
    message?: string;
}
/** One run of an export, and the file that comes of it. */
export interface WebadmitExportFile {
    id: WebadmitId;
    href: WebadmitExportFileHref;
    export_id: WebadmitId;
    status: WebadmitExportFileStatus;
}
export type WebadmitId = number;
/** The path of the export file. One that was reached under a prefix begins with it. */
export type WebadmitExportFileHref = string;
/** How far the run has come. The last four are ends. */
export type WebadmitExportFileStatus = 'initializing' | 'queued' | 'in_progress' | 'available' | 'success_with_errors' | 'empty_list' | 'failed';
/** The document lists the member without saying what it is for. */
export type MewsOptionalText = string | null;
/** A secret that was handed out to the client. */
export type MewsToken = string;
/** How far an export has come. The last three are ends, though a success expires in time. */
export type MewsExportStatus = 'Pending' | 'Processing' | 'Success' | 'Failed' | 'Expired';
/** One file of an export, in JSON Lines. */
export interface MewsExportFileEntry {
    /** Where to download it, without further credentials. */
    Url: string;
    SizeInBytes: number;
}
