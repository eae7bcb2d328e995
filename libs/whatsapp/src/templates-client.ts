import { Pool } from 'undici';
import type { AccountsClientOptions, GraphSubject } from './accounts-client.js';
import { callGraph, GraphCallError } from './graph-call.js';
import type { TemplateComponent } from './send-types.js';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management */
export interface TemplateBody {
  readonly category: string;
  readonly components: readonly TemplateComponent[];
  readonly message_send_ttl_seconds?: number;
}

export interface NewTemplateBody extends TemplateBody {
  readonly name: string;
  readonly language: string;
  readonly parameter_format: 'POSITIONAL' | 'NAMED';
}

/** `{"id":"1512099874410233","status":"PENDING","category":"UTILITY"}`; the category may be another than was asked for. */
export interface CreatedTemplate {
  readonly id: string;
  readonly status: string;
  readonly category: string;
}

const DEFAULT_TIMEOUT_MS = 20_000;
const CONNECT_TIMEOUT_MS = 3_000;

/** Meta's API for writing templates. Every method throws `GraphCallError` when it does not succeed, and none repeats a call. */
export class TemplatesClient {
  private readonly pool: Pool;
  private readonly pathPrefix: string;

  constructor({ baseUrl, apiVersion, timeoutMs = DEFAULT_TIMEOUT_MS }: AccountsClientOptions) {
    const base = new URL(baseUrl);
    this.pathPrefix = `${base.pathname.replace(/\/+$/, '')}/${apiVersion}`;
    this.pool = new Pool(base.origin, {
      connections: 2,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      connect: { timeout: CONNECT_TIMEOUT_MS },
    });
  }

  async create({ id, accessToken }: GraphSubject, template: NewTemplateBody): Promise<CreatedTemplate> {
    const path = `${this.pathOf(id)}/message_templates`;
    const answer = await callGraph(this.pool, { method: 'POST', path, accessToken, body: template });
    const { id: templateId, status, category } = answer;
    if (typeof templateId !== 'string' && typeof templateId !== 'number') {
      throw new GraphCallError('unknown', 'The answer has no id of the template.', 200);
    }
    return {
      id: String(templateId),
      status: typeof status === 'string' ? status : 'PENDING',
      category: typeof category === 'string' ? category : template.category,
    };
  }

  /** Replaces all components; it is reviewed again. */
  async edit({ id, accessToken }: GraphSubject, template: Partial<TemplateBody>): Promise<void> {
    await callGraph(this.pool, { method: 'POST', path: this.pathOf(id), accessToken, body: template });
  }

  /** One language of a name; Meta wants the name too. */
  async remove(
    { id, accessToken }: GraphSubject,
    template: { readonly id: string; readonly name: string },
  ): Promise<void> {
    const query = new URLSearchParams({ hsm_id: template.id, name: template.name });
    const path = `${this.pathOf(id)}/message_templates?${query}`;
    await callGraph(this.pool, { method: 'DELETE', path, accessToken });
  }

  async close(): Promise<void> {
    await this.pool.close();
  }

  private pathOf(id: string): string {
    return `${this.pathPrefix}/${encodeURIComponent(id)}`;
  }
}
