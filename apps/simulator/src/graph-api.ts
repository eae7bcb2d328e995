import { GraphFailure, unknownObject, unknownPath } from './graph-error.js';
import { readNode, readPhone, readTemplate } from './graph-nodes.js';
import { pageOf } from './graph-paging.js';
import { jsonReply, type Reply } from './http-reply.js';
import { type JsonObject, parseJson } from './json.js';
import type { MediaNodes } from './media-nodes.js';
import type { MessageSends } from './message-sends.js';
import { type NumberApiParts, numberRoutes } from './number-api.js';
import type { NumberLives } from './number-life.js';
import type { Signups } from './signups.js';
import { APP, type Subscriptions } from './subscriptions.js';
import type { TemplateBook } from './template-book.js';
import { listedTemplates } from './template-filters.js';
import type { TemplateLives } from './template-lives.js';
import type { UploadSessions } from './upload-sessions.js';
import type { Waba, World, WorldNode, WorldNumber } from './world.js';

export interface GraphRequest {
  readonly method: string;
  /** `/v25.0/331020410093245/messages?…` */
  readonly url: string;
  readonly authorization: string | undefined;
  readonly host: string;
  readonly body: string;
}

export type GraphRoute = (node: WorldNode, request: GraphRequest) => Reply | Promise<Reply>;

export interface GraphParts {
  readonly world: World;
  readonly sends: MessageSends;
  readonly subscriptions: Subscriptions;
  readonly lives: NumberLives;
  readonly signups: Signups;
  readonly numbers: NumberApiParts;
  readonly mediaNodes: MediaNodes;
  readonly sessions: UploadSessions;
  readonly templates: { readonly book: TemplateBook; readonly lives: TemplateLives };
}

const PATH = /^\/v\d{1,3}\.\d{1,2}\/([^/?]+)(?:\/([^?]*?))?\/?(?:\?|$)/;
const BEARER = /^Bearer +(\S+)$/i;
const OAUTH = /^OAuth +(\S+)$/i;

/** The Cloud API under any version: a route is found by method, kind of object and edge. */
export class GraphApi {
  private readonly routes: Readonly<Record<string, GraphRoute>>;

  constructor(private readonly parts: GraphParts) {
    const { sends, subscriptions, lives, templates } = parts;
    const readFields: GraphRoute = (node, request) =>
      jsonReply(200, readNode(node, urlOf(request).searchParams.get('fields'), lives, templates.lives));
    this.routes = {
      ...numberRoutes(parts.numbers),
      'POST phone messages': (node, { body }) => {
        if (node.kind !== 'phone') throw unknownObject('POST', node.waba.id);
        return sends.post(node.number, parseJson(body));
      },
      'POST phone marketing_messages': (node, { body }) => {
        if (node.kind !== 'phone') throw unknownObject('POST', node.waba.id);
        return sends.postMarketing(node.number, parseJson(body));
      },
      'GET phone ': readFields,
      'GET waba ': readFields,
      'GET template ': readFields,
      'GET waba phone_numbers': ({ waba }, request) => jsonReply(200, listPhones(waba, request, lives)),
      'GET waba message_templates': ({ waba }, request) =>
        jsonReply(200, listTemplates(waba, request, templates.lives)),
      ...templateRoutes(templates.book),
      'GET waba subscribed_apps': ({ waba }) => jsonReply(200, subscriptions.list(waba.id)),
      'POST waba subscribed_apps': async ({ waba }, { body }) =>
        jsonReply(200, await subscriptions.subscribe(waba.id, parseJson(body))),
      'DELETE waba subscribed_apps': ({ waba }) => jsonReply(200, subscriptions.unsubscribe(waba.id)),
    };
  }

  answer(request: GraphRequest): Reply | Promise<Reply> {
    const match = PATH.exec(request.url);
    if (!match) throw unknownPath(request.url.replace(/\?.*$/, ''));
    const [, id = '', edge = ''] = match;
    // The one call without a token: it is how an app gets one.
    if (id === 'oauth' && edge === 'access_token' && request.method === 'GET') {
      return jsonReply(200, this.parts.signups.exchange(urlOf(request).searchParams));
    }
    if (id.startsWith('upload:')) return jsonReply(200, this.showSession(id, request));
    const token = readToken(request);
    this.assertValid(token);
    if (id === APP.id && edge === 'uploads' && request.method === 'POST') {
      return jsonReply(200, this.parts.sessions.start(urlOf(request).searchParams, token));
    }
    const file = edge === '' ? this.parts.mediaNodes.answer(request, id, token) : undefined;
    if (file) return file;
    const node = this.nodeOf(request.method, id, token);
    const route = this.routeOf(`${request.method} ${node.kind}`, edge);
    if (route) return route(node, request);
    throw edge !== '' && request.method === 'GET' ? unknownPath(`/${edge}`) : unknownObject(request.method, id);
  }

  /** The number in the path of a call whose body is no JSON, once its token has been looked at. */
  numberOf(request: Pick<GraphRequest, 'url' | 'authorization'>): WorldNumber {
    const token = readToken(request);
    this.assertValid(token);
    const [, id = ''] = PATH.exec(request.url) ?? [];
    const node = this.nodeOf('POST', id, token);
    if (node.kind !== 'phone') throw unknownObject('POST', id);
    return node.number;
  }

  private nodeOf(method: string, id: string, token: string): WorldNode {
    const node = this.parts.world.find(id);
    if (!node) throw unknownObject(method, id);
    if (node.waba.accessToken !== token) throw new GraphFailure(10);
    return node;
  }

  /** The one place where Graph wants `OAuth` and not `Bearer`. */
  private showSession(id: string, { method, authorization }: GraphRequest): JsonObject {
    const token = OAUTH.exec(authorization ?? '')?.[1] ?? '';
    this.assertValid(token);
    if (method !== 'GET') throw unknownObject(method, id);
    return this.parts.sessions.show(id, token);
  }

  /** An edge, or one thing behind an edge: `message_qrdls/4O4YGZEG3RIVE9`. */
  private routeOf(start: string, edge: string): GraphRoute | undefined {
    return this.routes[`${start} ${edge}`] ?? this.routes[`${start} ${edge.replace(/\/[^/]+$/, '/*')}`];
  }

  private assertValid(token: string): void {
    const state = this.parts.world.tokenState(token);
    if (state === 'valid') return;
    if (state === undefined) {
      throw new GraphFailure(190, { message: 'Invalid OAuth access token - Cannot parse access token' });
    }
    throw new GraphFailure(190, {
      subcode: 463,
      message: 'Error validating access token: Session has expired on Sunday, 22-Nov-26 10:00:00 PST.',
    });
  }
}

function readToken({ authorization, url }: Pick<GraphRequest, 'authorization' | 'url'>): string {
  if (authorization !== undefined) return BEARER.exec(authorization)?.[1] ?? '';
  const query = url.indexOf('?');
  return query === -1 ? '' : (new URLSearchParams(url.slice(query)).get('access_token') ?? '');
}

/** The address as the client sees it: the links of a page lead back to it. */
function urlOf({ url, host }: GraphRequest): URL {
  return new URL(url, `http://${host}`);
}

function listPhones(waba: Waba, request: GraphRequest, lives: NumberLives): JsonObject {
  const url = urlOf(request);
  const fields = url.searchParams.get('fields');
  return pageOf(
    waba.phoneNumbers.map((number) => readPhone(number, fields, lives)),
    url,
  );
}

function listTemplates(waba: Waba, request: GraphRequest, lives: TemplateLives): JsonObject {
  const url = urlOf(request);
  const fields = url.searchParams.get('fields');
  return pageOf(
    listedTemplates(waba.templates, url.searchParams).map((template) => readTemplate(template, fields, lives)),
    url,
  );
}

function templateRoutes(book: TemplateBook): Readonly<Record<string, GraphRoute>> {
  return {
    'POST waba message_templates': ({ waba }, { body }) => jsonReply(200, book.create(waba, parseJson(body))),
    'POST waba upsert_message_templates': ({ waba }, { body }) => jsonReply(200, book.upsert(waba, parseJson(body))),
    'DELETE waba message_templates': ({ waba }, request) =>
      jsonReply(200, book.delete(waba, urlOf(request).searchParams)),
    'POST template ': (node, { body }) => {
      if (node.kind !== 'template') throw unknownObject('POST', node.waba.id);
      return jsonReply(200, book.edit(node.waba, node.template, parseJson(body)));
    },
    'POST template unpause': (node) => {
      if (node.kind !== 'template') throw unknownObject('POST', node.waba.id);
      return jsonReply(200, book.unpause(node.waba, node.template));
    },
  };
}
