/** Whether a member, header or parameter of this name holds a credential, which is never shown: `AccessToken`, `x-api-key`. */
export declare function isCredentialName(name: string): boolean;
