import type { Operation } from '../contract/contract.ts';
import { DocumentedAnswers } from './documented-answers.ts';
/** Makes the function that finds the answers which an operation documents for a status; each is made ready when it is first asked for. */
export declare function answersByStatus(operation: Operation): (status: number) => DocumentedAnswers | undefined;
