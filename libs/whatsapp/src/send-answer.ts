import { classifyGraphError } from './error-codes.js';
import type { GraphError, SendAccepted, SendOutcome, SendRefused } from './send-outcome.js';
import type { GraphErrorBody, SendResponse } from './send-types.js';

/** A template that Meta has paused is answered with 200 and not sent; as a refusal it has this code. */
const TEMPLATE_PAUSED: GraphError = { code: 132015, message: 'Template is paused' };

/**
 * What an answer means.
 *
 * 200 `{"contacts":[{"input":"+1555…","wa_id":"1555…"}],"messages":[{"id":"wamid.…","message_status":"accepted"}]}`
 * 400 `{"error":{"message":"(#131009) …","type":"OAuthException","code":131009,"error_data":{"details":"…"}}}`
 */
export function toSendOutcome(httpStatus: number, text: string): SendOutcome {
  const body = parseObject(text);
  const error = body && readGraphError(body);
  if (error) return refused(httpStatus, error);
  if (httpStatus === 200) return readAcceptance(httpStatus, body) ?? unreadable(httpStatus);
  // A throttle in front of Graph answers 429 without Graph's body, and has not let the request through.
  if (httpStatus === 429) return refused(httpStatus, { code: 4, message: 'HTTP 429 without a Graph body' });
  return unreadable(httpStatus);
}

/** The error of a Graph body, or null when the body has none. Its `error_data` may be a plain string. */
export function readGraphError(body: object): GraphError | null {
  const error = (body as Partial<GraphErrorBody>).error;
  if (typeof error !== 'object' || error === null || typeof error.code !== 'number') return null;
  const data = error.error_data;
  const details = typeof data === 'string' ? data : data?.details;
  return {
    code: error.code,
    message: typeof error.message === 'string' ? error.message : '',
    ...(typeof error.error_subcode === 'number' && { subcode: error.error_subcode }),
    ...(typeof details === 'string' && { details }),
    ...(typeof error.is_transient === 'boolean' && { isTransient: error.is_transient }),
    ...(typeof error.error_user_msg === 'string' && { userMessage: error.error_user_msg }),
  };
}

function readAcceptance(httpStatus: number, body: object | null): SendAccepted | SendRefused | null {
  const response = body as Partial<SendResponse> | null;
  const message = response?.messages?.[0];
  if (typeof message?.id !== 'string' || message.id === '') return null;
  if (message.message_status === 'paused') return refused(httpStatus, TEMPLATE_PAUSED);
  const contact = response?.contacts?.[0];
  return {
    kind: 'accepted',
    wamid: message.id,
    httpStatus,
    ...(contact?.wa_id !== undefined && { waId: contact.wa_id }),
    ...(contact?.user_id !== undefined && { userId: contact.user_id }),
    ...(message.message_status !== undefined && { messageStatus: message.message_status }),
  };
}

function refused(httpStatus: number, error: GraphError): SendRefused {
  return { kind: 'refused', httpStatus, error, errorClass: classifyGraphError(httpStatus, error) };
}

/** Not Graph's words, so it proves nothing: a proxy may have answered after the message went through. */
function unreadable(httpStatus: number): SendOutcome {
  return { kind: 'unknown', reason: `HTTP ${httpStatus} without a readable Graph body`, httpStatus };
}

function parseObject(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    return null;
  }
}
