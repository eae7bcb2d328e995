import { Pool } from 'undici';
import { callGraph } from './graph-call.js';
import { SendAttempt } from './send-attempt.js';
import type { SendOutcome } from './send-outcome.js';
import type { MarkReadBody, SendBody, TemplateListItem, Wamid } from './send-types.js';
import { listTemplatePages } from './template-list.js';

export interface CloudApiClientOptions {
  /** `https://graph.facebook.com`, or the address of a simulator. */
  readonly baseUrl: string;
  readonly apiVersion?: string;
  /** Requests in flight at once; more of them wait in memory. */
  readonly connections: number;
  readonly connectTimeoutMs?: number;
  /** From the write of a request to the last byte of its answer. */
  readonly totalTimeoutMs?: number;
}

export interface SendRequest {
  readonly phoneNumberId: string;
  readonly accessToken: string;
  readonly body: SendBody;
  /** Asked on a connected socket, immediately before the first byte is written; `false` withdraws the request. */
  readonly mayStillWrite?: () => boolean;
}

export interface ReadMarkRequest {
  readonly phoneNumberId: string;
  readonly accessToken: string;
  /** Meta's id of a message of the citizen. */
  readonly wamid: Wamid;
  /** Shows also that somebody writes, until the next message or for 25 seconds. */
  readonly typing: boolean;
}

/** Each version lives at least two years. https://developers.facebook.com/docs/graph-api/changelog/versions */
const DEFAULT_API_VERSION = 'v25.0';
const DEFAULT_CONNECT_TIMEOUT_MS = 3_000;
const DEFAULT_TOTAL_TIMEOUT_MS = 10_000;

/** Below the 5 s after which common servers close an idle connection, so that a request seldom meets a closing one. */
const KEEP_ALIVE_MS = 4_000;

/**
 * Meta's Cloud API over kept-alive connections. It never retries: an attempt whose outcome is unknown must be settled by
 * its echo, and only the caller knows how.
 */
export class CloudApiClient {
  private readonly pool: Pool;
  private readonly pathPrefix: string;
  private readonly totalTimeoutMs: number;

  constructor(options: CloudApiClientOptions) {
    const base = new URL(options.baseUrl);
    this.totalTimeoutMs = options.totalTimeoutMs ?? DEFAULT_TOTAL_TIMEOUT_MS;
    this.pathPrefix = `${base.pathname.replace(/\/+$/, '')}/${options.apiVersion ?? DEFAULT_API_VERSION}/`;
    this.pool = new Pool(base.origin, {
      connections: options.connections,
      pipelining: 1,
      keepAliveTimeout: KEEP_ALIVE_MS,
      keepAliveMaxTimeout: KEEP_ALIVE_MS,
      headersTimeout: this.totalTimeoutMs,
      bodyTimeout: this.totalTimeoutMs,
      connect: { timeout: options.connectTimeoutMs ?? DEFAULT_CONNECT_TIMEOUT_MS },
    });
  }

  /** One attempt. It never rejects: every end is an outcome. */
  sendMessage(request: SendRequest): Promise<SendOutcome> {
    return new Promise((resolve) => {
      const attempt = new SendAttempt(resolve, request.mayStillWrite, this.totalTimeoutMs);
      try {
        this.pool.dispatch(
          {
            method: 'POST',
            path: `${this.pathPrefix}${request.phoneNumberId}/messages`,
            headers: { authorization: `Bearer ${request.accessToken}`, 'content-type': 'application/json' },
            body: JSON.stringify(request.body),
          },
          attempt,
        );
      } catch (error) {
        attempt.onResponseError(null, error);
      }
    });
  }

  /**
   * Marks a message of the citizen, and all before it, as read. Throws `GraphCallError`.
   * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/typing-indicators
   */
  async markRead({ phoneNumberId, accessToken, wamid, typing }: ReadMarkRequest): Promise<void> {
    const body: MarkReadBody = {
      messaging_product: 'whatsapp',
      status: 'read',
      message_id: wamid,
      ...(typing && { typing_indicator: { type: 'text' } }),
    };
    await callGraph(this.pool, {
      method: 'POST',
      path: `${this.pathPrefix}${phoneNumberId}/messages`,
      accessToken,
      body,
    });
  }

  /** Every template of a WhatsApp Business account, page by page. Throws `TemplateListError` when Meta refuses. */
  listTemplates(request: { readonly wabaId: string; readonly accessToken: string }): AsyncIterable<TemplateListItem> {
    return listTemplatePages(this.pool, `${this.pathPrefix}${encodeURIComponent(request.wabaId)}`, request.accessToken);
  }

  /** Waits for what is in flight, then closes the connections. */
  async close(): Promise<void> {
    await this.pool.close();
  }
}
