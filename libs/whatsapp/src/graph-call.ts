import { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import { readGraphError } from './send-answer.js';
import type { GraphError } from './send-outcome.js';

/** How a call about an account or number failed. */
export type GraphCallFailure =
  /** Meta said no: nothing was done. */
  | 'refused'
  /** Not a byte of the request left: nothing was done. */
  | 'unreached'
  /** The answer was lost or is not Graph's: it may have been done. */
  | 'unknown';

/** A call about an account or number that did not succeed. */
export class GraphCallError extends Error {
  constructor(
    readonly failure: GraphCallFailure,
    message: string,
    readonly httpStatus: number | null = null,
    readonly graphError: GraphError | null = null,
    /** What a refusal says besides its error. */
    readonly answer: Readonly<Record<string, unknown>> | null = null,
  ) {
    super(message);
    this.name = 'GraphCallError';
  }
}

export interface GraphCall {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** With its query, from the first slash. */
  readonly path: string;
  readonly accessToken?: string;
  /** The whole header, where Graph wants another form than `Bearer`. */
  readonly authorization?: string;
  readonly body?: object;
  /** Bytes instead of JSON, with the headers that describe them. */
  readonly content?: GraphContent;
  readonly signal?: AbortSignal;
}

export interface GraphContent {
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: AsyncIterable<Buffer>;
}

/** Codes of undici and Node for connections that never came about. */
const UNREACHED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** One call, never repeated here. @returns the object that Graph answered with */
export async function callGraph(dispatcher: Dispatcher, call: GraphCall): Promise<Readonly<Record<string, unknown>>> {
  const { statusCode, body } = await dispatcher.request(toRequest(call)).catch((error: unknown) => {
    throw withoutAnswer(error);
  });
  const answer: unknown = await body.json().catch(() => null);
  if (isObject(answer) && statusCode === 200) return answer;
  const graphError = isObject(answer) ? readGraphError(answer) : null;
  if (graphError) {
    throw new GraphCallError('refused', graphError.message, statusCode, graphError, answer as Record<string, unknown>);
  }
  throw new GraphCallError('unknown', `HTTP ${statusCode} without a readable Graph body`, statusCode);
}

function toRequest(call: GraphCall): Dispatcher.RequestOptions {
  const { method, path, accessToken, body, content, signal } = call;
  const authorization = call.authorization ?? (accessToken === undefined ? undefined : `Bearer ${accessToken}`);
  return {
    method,
    path,
    headers: {
      ...(authorization !== undefined && { authorization }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...content?.headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(content !== undefined && { body: Readable.from(content.bytes, { objectMode: false }) }),
    ...(signal !== undefined && { signal }),
  };
}

function withoutAnswer(error: unknown): GraphCallError {
  const { code, message } = error as { code?: unknown; message?: string };
  const name = typeof code === 'string' ? code : (message ?? 'no answer');
  return new GraphCallError(UNREACHED.has(name) ? 'unreached' : 'unknown', name);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
