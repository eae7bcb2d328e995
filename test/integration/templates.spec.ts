import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AgencyDatabase } from '#libs/database';
import type { AgencyContext } from '#libs/kernel';
import { TemplatesService, templateKey } from '#libs/templates';
import { metaId, PlatformFixture } from './platform-fixture.js';

/** Answers every account with the same templates, two on a page, or with a refusal. */
class FakeGraph {
  templates: readonly object[] = [];
  answerStatus = 200;
  private readonly server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '', this.url);
    response.writeHead(this.answerStatus, { 'content-type': 'application/json' });
    response.end(JSON.stringify(this.answerStatus === 200 ? this.page(url) : REFUSAL));
  });

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private page(url: URL): object {
    const from = Number(url.searchParams.get('after') ?? 0);
    const cursors = { before: String(from), after: String(from + 2) };
    const next = from + 2 < this.templates.length ? { next: url.href } : {};
    return { data: this.templates.slice(from, from + 2), paging: { cursors, ...next } };
  }
}

const REFUSAL = { error: { message: 'Invalid OAuth access token', type: 'OAuthException', code: 190 } };

function listed(name: string, language: string, parts: object = {}): object {
  const components = [{ type: 'BODY', text: `${name} for {{who}}.` }];
  const standing = { status: 'APPROVED', category: 'UTILITY', parameter_format: 'NAMED' };
  return { id: '151', name, language, ...standing, components, ...parts };
}

const graph = new FakeGraph();
const wabaId = metaId();
let platform: PlatformFixture;
let templates: TemplatesService;
let ctx: AgencyContext;

beforeAll(async () => {
  await graph.start();
  platform = await PlatformFixture.open({ GRAPH_BASE_URL: graph.url });
  templates = platform.get(TemplatesService);
});
afterAll(async () => {
  await platform.close();
  graph.stop();
});
beforeEach(async () => {
  graph.answerStatus = 200;
  graph.templates = [
    listed('a', 'en'),
    listed('a', 'es'),
    listed('b', 'en'),
    listed('b', 'en_GB', { status: 'PENDING' }),
  ];
  ctx = await platform.agency();
  await platform.number(ctx, { wabaId });
});

describe(TemplatesService, () => {
  it('stores every page once and changes nothing the second time', async () => {
    expect(await templates.sync(ctx)).toEqual({ added: 4, changed: 0, unchanged: 0 });
    const entries = await platform.entryTypes(ctx.agencyId);
    expect(await templates.sync(ctx)).toEqual({ added: 0, changed: 0, unchanged: 4 });
    expect(await platform.entryTypes(ctx.agencyId)).toEqual(entries);
  });

  it('needs as many statements for two hundred templates as for two', async () => {
    const database = platform.get(AgencyDatabase);
    const cost = async (many: number) => {
      graph.templates = Array.from({ length: many }, (_, index) => listed(`t${many}_${index}`, 'en'));
      const before = database.statementCount;
      await templates.sync(ctx);
      return database.statementCount - before;
    };
    expect(await cost(200)).toBe(await cost(2));
  });

  it('writes a new version for new content and one entry for each change', async () => {
    await templates.sync(ctx);
    const before = await platform.entryTypes(ctx.agencyId);
    graph.templates = [
      listed('a', 'en', { components: [{ type: 'BODY', text: 'New for {{who}}.' }] }),
      listed('a', 'es', { status: 'PAUSED' }),
    ];
    expect(await templates.sync(ctx)).toEqual({ added: 0, changed: 4, unchanged: 0 });
    expect((await platform.entryTypes(ctx.agencyId)).slice(before.length)).toEqual([
      'template.provider.approved',
      'template.provider.paused',
      'template.retired',
      'template.retired',
    ]);
    await platform.within(ctx, async (tx) => {
      const found = await templates.getApproved(tx, { wabaId, name: 'a', language: 'en' });
      expect(found).toMatchObject({ version: 2, components: [{ text: 'New for {{who}}.' }] });
      const first = { templateId: found.id, version: 1 };
      const byVersion = await templates.byVersion(tx, [first, first, { ...first, version: 2 }]);
      expect(byVersion.size).toBe(2);
      expect(byVersion.get(templateKey(first))?.components).toEqual([{ type: 'BODY', text: 'a for {{who}}.' }]);
    });
  });

  it('stands two synchronisations at once', async () => {
    await templates.sync(ctx);
    graph.templates = graph.templates.map((item) => ({ ...item, components: [{ type: 'BODY', text: 'Other.' }] }));
    const results = await Promise.all([templates.sync(ctx), templates.sync(ctx)]);
    expect(results.map(({ changed }) => changed).sort()).toEqual([0, 4]);
  });

  it('writes nothing when Meta refuses or cannot be reached', async () => {
    graph.answerStatus = 401;
    await expect(templates.sync(ctx)).rejects.toMatchObject({ code: 'provider-refused', httpStatus: 502 });
    graph.answerStatus = 503;
    graph.templates = [];
    await expect(templates.sync(ctx)).rejects.toMatchObject({ httpStatus: 502 });
    expect((await templates.list(ctx, { limit: 10 })).data).toEqual([]);
  });

  it('falls back to the base language, and from a language that is not approved', async () => {
    await templates.sync(ctx);
    await platform.within(ctx, async (tx) => {
      expect(await templates.find(tx, { wabaId, name: 'a', language: 'es-MX' })).toMatchObject({ language: 'es' });
      expect(await templates.find(tx, { wabaId, name: 'b', language: 'en_GB' })).toMatchObject({ language: 'en' });
      expect(await templates.find(tx, { wabaId, name: 'a', language: 'fr' })).toBeNull();
    });
  });

  it('tells which languages exist when it refuses', async () => {
    graph.templates = [listed('a', 'en'), listed('a', 'es', { status: 'PAUSED' })];
    await templates.sync(ctx);
    const wanted = platform.within(ctx, (tx) => templates.getApproved(tx, { wabaId, name: 'a', language: 'fr' }));
    const detail = expect.stringContaining('It exists in: en, es (paused by WhatsApp: people blocked or reported it).');
    await expect(wanted).rejects.toMatchObject({ code: 'template-not-approved', httpStatus: 422, detail });
  });

  it('pages and filters the list', async () => {
    await templates.sync(ctx);
    const first = await templates.list(ctx, { limit: 3 });
    const second = await templates.list(ctx, { limit: 3, after: first.next ?? undefined });
    expect([first.data.length, second.data.length, second.next]).toEqual([3, 1, null]);
    const pending = await templates.list(ctx, { limit: 3, status: 'PENDING' });
    expect(pending.data.map(({ name, language }) => `${name} ${language}`)).toEqual(['b en_GB']);
  });

  it('shows one agency nothing of another on the same account', async () => {
    await templates.sync(ctx);
    expect((await templates.list(await platform.agency(), { limit: 10 })).data).toEqual([]);
  });
});
