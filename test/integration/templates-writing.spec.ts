import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AgencyContext, newId, type Uuid } from '#libs/kernel';
import {
  TemplateChecksService,
  type TemplateDetails,
  type TemplateDraft,
  TemplateDraftsService,
  TemplateNewsService,
  TemplateReviewService,
  TemplateSubmissionService,
  TemplatesService,
} from '#libs/templates';
import { parseWebhook, readWebhookEvents } from '#libs/whatsapp';
import type { JsonObject } from '../../apps/simulator/src/json.js';
import { SimulatorRig } from '../../apps/simulator/src/testing/simulator-rig.js';
import { aDraft } from '../../libs/templates/src/draft.builder.js';
import { metaId, PlatformFixture } from './platform-fixture.js';

const TOKEN = 'token-of-writing';

/** Between the product and the simulator; the answers may be lost on the way back. */
class Way {
  losesAnswers = false;
  private readonly server = createServer(async (request, response) => {
    const body = await text(request);
    const { method = 'GET', headers, url } = request;
    const answer = await fetch(rig.simulator.url + url, {
      method,
      headers: { authorization: String(headers.authorization) },
      ...(body !== '' && { body }),
    });
    const words = await answer.text();
    if (this.losesAnswers) request.socket.destroy();
    else response.writeHead(answer.status, { 'content-type': 'application/json' }).end(words);
  });

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}

const way = new Way();
let rig: SimulatorRig;
let platform: PlatformFixture;
let drafts: TemplateDraftsService;
let reviews: TemplateReviewService;
let writer: AgencyContext;
let approver: AgencyContext;
let wabaId: string;

const acting = (ctx: AgencyContext): AgencyContext => ({ ...ctx, actor: { kind: 'user', id: newId() } });

beforeAll(async () => {
  rig = await SimulatorRig.startListening();
  platform = await PlatformFixture.open({ GRAPH_BASE_URL: await way.open() });
  drafts = platform.get(TemplateDraftsService);
  reviews = platform.get(TemplateReviewService);
});
afterAll(async () => {
  await platform.close();
  way.close();
  await rig.close();
});
beforeEach(async () => {
  const ctx = await platform.agency();
  [writer, approver] = [acting(ctx), acting(ctx)];
  wabaId = metaId();
  const phoneNumberId = metaId();
  const number = { id: phoneNumberId, displayPhoneNumber: '+44 1632 960001', verifiedName: 'Agency' };
  const waba = { id: wabaId, name: 'Agency', accessToken: TOKEN, phoneNumbers: [number], templates: [] };
  await rig.control('PUT', 'world', { wabas: [waba] });
  await platform.number(ctx, { wabaId, phoneNumberId, accessToken: TOKEN });
});

let nth = 0;
const write = (parts: Partial<TemplateDraft> = {}, wanted?: string) => {
  nth += 1;
  const name = wanted ?? `reminder_${nth}`;
  const body = `Hello {{first_name}}, your appointment ${nth} is on {{day}} at the clinic. Bring your papers.`;
  return drafts.create(writer, { name, language: 'en', draft: aDraft({ body, ...parts }) });
};
const approved = async (template: TemplateDetails): Promise<TemplateDetails> => {
  await reviews.ask(writer, template.id, template.lastVersion);
  return reviews.approve(approver, template.id, template.lastVersion);
};
const kindsOf = ({ events }: TemplateDetails) => events.map(({ kind, detail }) => String(detail['status'] ?? kind));
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );
const decide = (template: TemplateDetails, decision: JsonObject) =>
  rig.control('POST', `templates/${template.metaTemplateId}/decision`, decision);
/** What Meta has told of a template since the last time, as the worker hands it over. */
const hear = async (template: TemplateDetails, event: string) => {
  const post = await expect
    .poll(() =>
      rig.receiver.posts.find(({ raw }) => raw.includes(String(template.metaTemplateId)) && raw.includes(`"${event}"`)),
    )
    .toBeDefined()
    .then(() =>
      rig.receiver.posts.findLast(
        ({ raw }) => raw.includes(String(template.metaTemplateId)) && raw.includes(`"${event}"`),
      ),
    );
  const events = parseWebhook(post?.body).flatMap(readWebhookEvents);
  await platform.get(TemplateNewsService).hear(writer, wabaId, events);
};
const get = (id: Uuid) => drafts.get(writer, id);

describe(TemplateDraftsService, () => {
  it('keeps every version, and none that was written against an older one', async () => {
    const first = await write();
    const second = await drafts.write(writer, first.id, 1, aDraft());
    expect(second.versions.map(({ version }) => version)).toEqual([2, 1]);
    expect(second.versions.at(-1)).toEqual(first.versions[0]);
    expect(await codeOf(drafts.write(approver, first.id, 1, aDraft()))).toBe('template-changed');
    expect(await platform.entryTypes(writer.agencyId)).toEqual(
      expect.arrayContaining(['template.drafted', 'template.drafted']),
    );
  });

  it('has a name in a language once, and begins other languages and copies with the same words', async () => {
    const first = await write();
    expect(await codeOf(write({}, first.name))).toBe('template-exists');
    const arabic = await drafts.addLanguage(writer, first.id, 'ar');
    expect(arabic).toMatchObject({ name: first.name, language: 'ar', status: 'DRAFT' });
    expect(arabic.versions[0]?.components).toEqual(first.versions[0]?.components);
    const copy = await drafts.copy(writer, first.id, `${first.name}_copy`);
    expect(copy.versions[0]?.variables).toEqual(first.versions[0]?.variables);
    const { data } = await platform.get(TemplatesService).listNames(writer, { name: first.name }, 10);
    expect(data.map(({ name, languages }) => [name, languages.map(({ language }) => language)])).toEqual([
      [first.name, ['ar', 'en']],
      [copy.name, ['en']],
    ]);
  });

  it('needs a number first', async () => {
    const other = acting(await platform.agency());
    expect(await codeOf(drafts.create(other, { name: 'a', language: 'en', draft: aDraft() }))).toBe(
      'template-account-missing',
    );
  });
});

describe(TemplateReviewService, () => {
  it('asks for approval only of what no rule forbids', async () => {
    const bad = await write({ body: 'Please come to the clinic on {{day}}.' });
    const refusal = await reviews
      .ask(writer, bad.id, 1)
      .catch((error: { errors: { field: string; code: string }[] }) => error);
    expect(refusal).toMatchObject({
      code: 'template-lint',
      errors: expect.arrayContaining([expect.objectContaining({ field: 'body', code: 'variable-at-end' })]),
    });
  });

  it('never lets a writer approve, nor anybody what they have not seen', async () => {
    const template = await write();
    const second = acting(writer);
    const changed = await drafts.write(second, template.id, 1, aDraft({ body: `${aDraft().body} ${nth}` }));
    await reviews.ask(second, changed.id, 2);
    expect(await codeOf(reviews.approve(second, changed.id, 2))).toBe('second-person-needed');
    expect(await codeOf(reviews.approve(writer, changed.id, 2))).toBe('second-person-needed');
    expect(await codeOf(reviews.approve(approver, changed.id, 1))).toBe('template-changed');
    const back = await reviews.sendBack(approver, changed.id, 2, 'Say which papers.');
    expect(back).toMatchObject({ review: 'sent_back', reviewReason: 'Say which papers.' });
    expect(await codeOf(reviews.approve(approver, changed.id, 2))).toBe('template-state');
  });

  it('hands over to Meta what was approved, and believes its decision', async () => {
    const submitted = await approved(await write());
    expect(submitted).toMatchObject({ status: 'PENDING', review: null, draftVersion: null, currentVersion: 1 });
    await decide(submitted, { event: 'APPROVED' });
    await hear(submitted, 'APPROVED');
    const after = await get(submitted.id);
    expect(kindsOf(after)).toEqual(['drafted', 'review_asked', 'approved', 'PENDING', 'APPROVED']);
    await platform.within(writer, async (tx) => {
      const found = await platform
        .get(TemplatesService)
        .getApproved(tx, { wabaId, name: after.name, language: 'en_GB' });
      expect(found.version).toBe(1);
    });
  });

  it('tells a rejection in words, and refuses to send what was rejected', async () => {
    const submitted = await approved(await write());
    const rejectionInfo = { reason: 'Two parameters stand side by side.', recommendation: 'Put text between them.' };
    await decide(submitted, { event: 'REJECTED', reason: 'INVALID_FORMAT', rejectionInfo });
    await hear(submitted, 'REJECTED');
    const after = await get(submitted.id);
    expect(after).toMatchObject({
      status: 'REJECTED',
      rejectedReason: 'INVALID_FORMAT',
      rejectedAdvice: 'Two parameters stand side by side. Put text between them.',
    });
    const refusal = await platform
      .within(writer, (tx) =>
        platform.get(TemplatesService).getApproved(tx, { wabaId, name: after.name, language: 'en' }),
      )
      .catch((error: { detail: string }) => error.detail);
    expect(refusal).toContain('en (rejected by WhatsApp: its variables or its form are wrong)');
  });

  it('knows until when a template is paused, and hears the same news once', async () => {
    const submitted = await approved(await write());
    await decide(submitted, { event: 'APPROVED' });
    await hear(submitted, 'APPROVED');
    await rig.control('POST', `templates/${submitted.metaTemplateId}/quality`, { score: 'RED' });
    await hear(submitted, 'PAUSED');
    await hear(submitted, 'PAUSED');
    const after = await get(submitted.id);
    expect(after).toMatchObject({ status: 'PAUSED', pauseTitle: 'FIRST_PAUSE', pausedUntil: expect.any(Date) });
    expect(kindsOf(after).filter((kind) => kind === 'PAUSED')).toHaveLength(1);
  });

  it('finds what no webhook told', async () => {
    const submitted = await approved(await write());
    await decide(submitted, { event: 'APPROVED' });
    await platform.database.admin.query('UPDATE template_checks SET due_at = now() WHERE agency_id = $1', [
      writer.agencyId,
    ]);
    await platform.get(TemplateChecksService).checkDue();
    expect(await get(submitted.id)).toMatchObject({ status: 'APPROVED' });
  });

  it('sends back what Meta does not take, with its words', async () => {
    const first = await approved(await write());
    await platform.database.admin.query(`UPDATE templates SET name = $3 WHERE agency_id = $1 AND id = $2`, [
      writer.agencyId,
      first.id,
      `${first.name}_elsewhere`,
    ]);
    const again = await approved(await write({}, first.name));
    expect(again).toMatchObject({ review: 'sent_back', status: 'DRAFT' });
    expect(again.reviewReason).toContain('WhatsApp has a template with this name in this language.');
    expect(await platform.entryTypes(writer.agencyId)).toContain('template.submission_refused');
  });

  it('keeps what was approved while the answer is lost, and does not make it twice', async () => {
    way.losesAnswers = true;
    const waiting = await approved(await write());
    expect(waiting).toMatchObject({ review: 'approved', submitProblem: 'provider-unreachable', status: 'DRAFT' });
    way.losesAnswers = false;
    await platform.database.admin.query(
      `UPDATE templates SET submitted_at = now() - interval '2 minutes' WHERE agency_id = $1`,
      [writer.agencyId],
    );
    await platform.get(TemplateSubmissionService).submitWaiting(writer, wabaId);
    expect(await get(waiting.id)).toMatchObject({ review: null, status: 'PENDING', currentVersion: 1 });
    expect((await rig.control('GET', `templates?name=${waiting.name}`))['data']).toHaveLength(1);
  });

  it('counts edits of an approved template', async () => {
    const submitted = await approved(await write());
    await decide(submitted, { event: 'APPROVED' });
    await hear(submitted, 'APPROVED');
    const change = async (text: string) => {
      const { lastVersion } = await get(submitted.id);
      return drafts.write(writer, submitted.id, lastVersion, aDraft({ body: `${aDraft().body} ${text} ${nth}` }));
    };
    const edited = await approved(await change('First.'));
    expect(edited).toMatchObject({ status: 'PENDING', currentVersion: 2, metaTemplateId: submitted.metaTemplateId });
    await decide(edited, { event: 'APPROVED' });
    await hear(edited, 'APPROVED');
    const next = await change('Second.');
    expect(next).toMatchObject({ status: 'APPROVED', currentVersion: 2, draftVersion: 3, review: 'draft' });
    expect(await codeOf(reviews.ask(writer, next.id, 3))).toBe('template-edit-limit');
  });
});

describe(TemplateSubmissionService, () => {
  it('keeps the name of a deleted template for thirty days', async () => {
    const submitted = await approved(await write());
    await decide(submitted, { event: 'APPROVED' });
    await hear(submitted, 'APPROVED');
    await platform.get(TemplateSubmissionService).remove(writer, submitted.id);
    expect(await get(submitted.id)).toMatchObject({ status: 'DELETED', nameLockedUntil: expect.any(Date) });
    expect(await codeOf(write({}, submitted.name))).toBe('template-name-locked');
  });

  it('forgets a draft and lets its name be used again', async () => {
    const template = await write();
    await platform.get(TemplateSubmissionService).remove(writer, template.id);
    const again = await write({}, template.name);
    expect(again.id).toBe(template.id);
    expect(again).toMatchObject({ status: 'DRAFT', lastVersion: 2 });
  });
});

describe('archive', () => {
  it('keeps a template from being sent, and nothing else', async () => {
    const submitted = await approved(await write());
    await decide(submitted, { event: 'APPROVED' });
    await hear(submitted, 'APPROVED');
    await drafts.archive(writer, submitted.id);
    const wanted = { wabaId, name: submitted.name, language: 'en' };
    const find = () => platform.within(writer, (tx) => platform.get(TemplatesService).find(tx, wanted));
    expect(await find()).toMatchObject({ status: 'ARCHIVED' });
    await platform.get(TemplatesService).sync(writer);
    expect(await find()).toMatchObject({ status: 'ARCHIVED' });
    await drafts.restore(writer, submitted.id);
    expect(await find()).toMatchObject({ status: 'APPROVED' });
  });
});
