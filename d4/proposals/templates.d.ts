/** An expression that leads to members: `$resource.name`, or `$request.body#/a~1b` where a name has other characters or the head is the body. */
export declare function expressionFor(head: string, ...names: string[]): string;
/** The expression for a parameter of the path; `undefined` where its name cannot be written in one. */
export declare function pathExpression(name: string): string | undefined;
/** A value as a template that gives the very same: what begins with a dollar sign would be an expression. */
export declare function literal(value: unknown): unknown;
