import { DomainError } from '#libs/kernel';
import { classifyGraphError, type ErrorClass, GraphCallError } from '#libs/whatsapp';
import { ScannerAway } from './clamd-client.js';

/** Why a job did not succeed: stable, for lists and for the message that waits. */
export interface MediaFailure {
  readonly code: string;
  readonly metaCode: number | null;
  readonly isFinal: boolean;
}

/** Something about the file or its id that no further attempt mends. */
export class MediaJobError extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** What is wrong with this file; everything else passes, or somebody mends it. */
const FINAL_CLASSES: ReadonlySet<ErrorClass> = new Set(['M', 'R']);

/** `Object does not exist`: the id is too old, or of another number. */
const UNKNOWN_OBJECT = 33;

export function failureOf(error: unknown): MediaFailure {
  if (error instanceof MediaJobError) return { code: error.code, metaCode: null, isFinal: true };
  if (error instanceof ScannerAway) return { code: 'scanner-away', metaCode: null, isFinal: false };
  if (error instanceof GraphCallError) return graphFailure(error);
  if (error instanceof DomainError) return { code: error.code, metaCode: null, isFinal: error.httpStatus < 500 };
  return { code: 'internal-error', metaCode: null, isFinal: false };
}

function graphFailure({ failure, graphError, httpStatus }: GraphCallError): MediaFailure {
  if (!graphError) {
    return {
      code: failure === 'unreached' ? 'whatsapp-unreachable' : 'whatsapp-unclear',
      metaCode: null,
      isFinal: false,
    };
  }
  const isGone = graphError.code === 100 && graphError.subcode === UNKNOWN_OBJECT;
  const errorClass = classifyGraphError(httpStatus ?? 400, graphError);
  return { code: 'whatsapp-refused', metaCode: graphError.code, isFinal: !isGone && FINAL_CLASSES.has(errorClass) };
}
