import type { Dispatcher } from 'undici';
import { readGraphError } from './send-answer.js';
import type { GraphError } from './send-outcome.js';
import type { TemplateComponent, TemplateListItem } from './send-types.js';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management */
const FIELDS = 'id,name,language,status,category,parameter_format,components,quality_score,rejected_reason';
const PAGE_SIZE = 100;

/** Meta refused to list the templates, or its answer could not be read. */
export class TemplateListError extends Error {
  constructor(
    readonly httpStatus: number,
    readonly graphError: GraphError | null,
  ) {
    super(graphError?.message ?? `HTTP ${httpStatus} without a readable Graph body`);
    this.name = 'TemplateListError';
  }
}

interface TemplatePage {
  readonly data: readonly Record<string, unknown>[];
  readonly paging?: { readonly cursors?: { readonly after?: string }; readonly next?: string };
}

/** `{"data":[{"id":"151…","name":"…","language":"en_US","status":"APPROVED",…}],"paging":{"cursors":{"after":"…"},"next":"…"}}` */
export async function* listTemplatePages(
  dispatcher: Dispatcher,
  wabaPath: string,
  accessToken: string,
): AsyncGenerator<TemplateListItem> {
  let after: string | undefined;
  do {
    const query = new URLSearchParams({
      fields: FIELDS,
      limit: String(PAGE_SIZE),
      ...(after !== undefined && { after }),
    });
    const page = await getPage(dispatcher, `${wabaPath}/message_templates?${query}`, accessToken);
    for (const item of page.data) yield toListItem(item);
    // The cursor is always there; `next` only when there is another page.
    after = page.paging?.next === undefined ? undefined : page.paging.cursors?.after;
  } while (after !== undefined);
}

async function getPage(dispatcher: Dispatcher, path: string, accessToken: string): Promise<TemplatePage> {
  const headers = { authorization: `Bearer ${accessToken}` };
  const { statusCode, body } = await dispatcher.request({ method: 'GET', path, headers });
  const answer: unknown = await body.json().catch(() => null);
  if (statusCode === 200 && isPage(answer)) return answer;
  const graphError = typeof answer === 'object' && answer !== null ? readGraphError(answer) : null;
  throw new TemplateListError(statusCode, graphError);
}

function isPage(answer: unknown): answer is TemplatePage {
  return typeof answer === 'object' && answer !== null && Array.isArray((answer as { data?: unknown }).data);
}

function toListItem(item: Record<string, unknown>): TemplateListItem {
  return {
    id: String(item['id']),
    name: String(item['name']),
    // Some samples write `en-US` where sends need `en_US`.
    language: String(item['language']).replace('-', '_'),
    status: String(item['status']),
    category: String(item['category']),
    parameterFormat: item['parameter_format'] === 'NAMED' ? 'NAMED' : 'POSITIONAL',
    components: Array.isArray(item['components']) ? (item['components'] as readonly TemplateComponent[]) : [],
    ...standingOf(item),
  };
}

/** `"quality_score":{"score":"GREEN","date":1795300000},"rejected_reason":"NONE"` */
function standingOf(item: Record<string, unknown>): Pick<TemplateListItem, 'quality' | 'rejectedReason'> {
  const score = (item['quality_score'] as { score?: unknown } | null | undefined)?.score;
  const reason = item['rejected_reason'];
  return {
    ...(typeof score === 'string' && { quality: score }),
    ...(typeof reason === 'string' && reason !== 'NONE' && { rejectedReason: reason }),
  };
}
