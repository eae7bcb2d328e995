import { generateSync } from 'otplib';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { InvitationsService, OwnTotpService, UsersService } from '#libs/access';
import { AgenciesService } from '#libs/agencies';
import { AgencyDatabase } from '#libs/database';
import { type AgencyContext, newId, PLATFORM_AGENCY_ID, platformContext, systemContext, type Uuid } from '#libs/kernel';
import { MailRequests } from '#libs/mail';
import {
  AgencyOnboarding,
  GO_LIVE_TASK_KEYS,
  GoLiveComments,
  GoLiveReviewService,
  GoLiveService,
  type GoLiveView,
  type WantedAgency,
} from '#libs/onboarding';
import { approveGoLive } from '../../apps/cli/src/go-live.js';
import { OnboardingFixture } from './onboarding-fixture.js';

/** All but the one that an agency may leave out. */
const NEEDED = GO_LIVE_TASK_KEYS.filter((key) => key !== 'callback-answered');

let given: OnboardingFixture;
let ada: AgencyContext;
let ben: AgencyContext;
let agency: AgencyContext;

beforeAll(async () => {
  given = await OnboardingFixture.open();
  [ada, ben] = [await given.person('platform_admin'), await given.person('platform_admin')];
});
beforeEach(async () => {
  agency = await given.agency();
});
afterAll(() => given?.close());

const REVIEWER_PASSWORD = 'four words that nobody says';

/** Somebody who can sign in: a platform administrator, or an editor of an agency. */
async function aReviewer(name: string, agencyId: Uuid = PLATFORM_AGENCY_ID): Promise<{ id: Uuid; email: string }> {
  const email = `${name}-${newId().slice(-12)}@platform.example`;
  const users = given.get(UsersService);
  const { id } = await users.create(platformContext(), { email, name, password: REVIEWER_PASSWORD });
  const role = agencyId === PLATFORM_AGENCY_ID ? 'platform_admin' : 'editor';
  await users.grantRole(systemContext(agencyId), { userId: id, role });
  return { id, email };
}

/** The step before this one confirms, so that the present one is still good. */
async function enrolTotp(userId: Uuid): Promise<string> {
  const own = given.get(OwnTotpService);
  const session = { id: newId(), userId, mustEnrol: false, steppedUpUntil: null };
  const ctx = { ...platformContext(), actor: { kind: 'user', id: userId } } as const;
  const { secret } = await own.begin(ctx, session);
  await own.confirm(ctx, session, codeOf(secret, -30));
  return secret;
}

const codeOf = (secret: string, seconds = 0) =>
  generateSync({ secret, strategy: 'totp', epoch: Math.floor(Date.now() / 1000) + seconds });

const goLive = () => given.get(GoLiveService);
const review = () => given.get(GoLiveReviewService);
const waiting = () => given.get(AgencyDatabase).agencyTransaction(agency, (tx) => given.get(GoLiveComments).count(tx));
const statusOf = (view: GoLiveView) =>
  Object.fromEntries(view.sections.flatMap(({ tasks }) => tasks.map(({ key, status }) => [key, status])));

describe('The checklist of an agency', () => {
  it('begins with nothing done', async () => {
    const view = await goLive().view(agency);
    expect(view).toMatchObject({ status: 'trial', progress: { done: 0, of: NEEDED.length }, request: null });
    expect(statusOf(view)).toMatchObject({ 'number-connected': 'waiting-us', 'template-approved': 'to-do' });
  });

  it('ticks itself from what is there', async () => {
    await given.complete(agency);
    const view = await goLive().view(agency);
    const done = Object.fromEntries(NEEDED.map((key) => [key, 'done']));
    expect(statusOf(view)).toEqual({ ...done, 'callback-answered': 'to-do' });
  });

  it('waits for WhatsApp while a template is looked at', async () => {
    await given.number(agency);
    await given.template(agency, 'PENDING');
    expect(statusOf(await goLive().view(agency))).toMatchObject({ 'template-approved': 'waiting-whatsapp' });
  });

  it('does not count one admin with two memberships as two', async () => {
    const users = given.get(UsersService);
    await users.grantRole(systemContext(agency.agencyId), { userId: agency.actor.id, role: 'editor' });
    expect(statusOf(await goLive().view(agency))).toMatchObject({ 'second-admin': 'to-do' });
  });

  it('asks the same few statements however much there is', async () => {
    const few = await given.statements(() => goLive().view(agency));
    await given.complete(agency);
    for (let i = 0; i < 5; i++) await given.template(agency);
    expect(await given.statements(() => goLive().view(agency))).toBe(few);
  });

  it('asks for a second step of each admin, and of nobody else', async () => {
    const protectedAre = async () => statusOf(await goLive().view(agency))['admin-second-factor'];
    const editor = await given.person('editor', agency.agencyId);
    await given.factor(editor.actor.id);
    expect(await protectedAre()).toBe('to-do');
    await given.factor(agency.actor.id);
    expect(await protectedAre()).toBe('done');
    const second = await given.person('agency_admin', agency.agencyId);
    expect(await protectedAre()).toBe('to-do');
    const sql = 'UPDATE memberships SET by_sso = true WHERE agency_id = $1 AND user_id = $2';
    await given.rows(sql, [agency.agencyId, second.actor.id]);
    expect(await protectedAre()).toBe('done');
  });

  it('does not count an admin who may not sign in any more', async () => {
    const second = await given.person('agency_admin', agency.agencyId);
    expect(statusOf(await goLive().view(agency))).toMatchObject({ 'second-admin': 'done' });
    await given.rows('UPDATE users SET disabled_at = now() WHERE id = $1', [second.actor.id]);
    expect(statusOf(await goLive().view(agency))).toMatchObject({ 'second-admin': 'to-do' });
  });

  it('is not ticked by what happens on the sandbox number', async () => {
    const sandbox = await given.number(agency, { mode: 'sandbox', wabaId: '2' });
    await given.template(agency, 'APPROVED', '2');
    const sql = 'INSERT INTO webhook_activity (agency_id, phone_number_id, since, n) VALUES ($1, $2, now(), 1)';
    await given.rows(sql, [agency.agencyId, sandbox]);
    expect(statusOf(await goLive().view(agency))).toMatchObject({
      'number-connected': 'waiting-us',
      'display-name': 'waiting-us',
      'template-approved': 'to-do',
      'webhook-seen': 'to-do',
    });
    const live = await given.number(agency);
    await given.rows(sql, [agency.agencyId, live]);
    expect(statusOf(await goLive().view(agency))).toMatchObject({ 'number-connected': 'done', 'webhook-seen': 'done' });
  });

  it('looks at the connected number whose name is settled, whichever way', async () => {
    const names = ['PENDING_REVIEW', 'AVAILABLE_WITHOUT_REVIEW'];
    for (const name of names) {
      const id = await given.number(agency);
      await given.rows('UPDATE phone_numbers SET name_status = $2 WHERE id = $1', [id, name]);
    }
    expect(statusOf(await goLive().view(agency))).toMatchObject({ 'display-name': 'done' });
    await given.rows(`UPDATE phone_numbers SET onboarding_state = 'registered' WHERE agency_id = $1`, [
      agency.agencyId,
    ]);
    expect(statusOf(await goLive().view(agency))).toMatchObject({ 'number-connected': 'waiting-whatsapp' });
  });

  it('takes the word of a person only for what cannot be seen', async () => {
    await expect(goLive().say(agency, 'department', true)).rejects.toMatchObject({ code: 'task-automatic' });
    const view = await goLive().say(agency, 'agreement', true);
    const task = view.sections.flatMap(({ tasks }) => tasks).find(({ key }) => key === 'agreement');
    expect(task).toMatchObject({ status: 'done', doneBy: agency.actor.id });
    expect(statusOf(await goLive().say(agency, 'agreement', false))).toMatchObject({ agreement: 'to-do' });
  });
});

describe('A request to go live', () => {
  it('says what is missing', async () => {
    const refusal = await goLive()
      .request(agency)
      .catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'go-live-incomplete', httpStatus: 409 });
    expect((refusal as { errors: { field: string }[] }).errors.map(({ field }) => field)).toEqual(NEEDED);
  });

  it('stands alone', async () => {
    await given.complete(agency);
    expect((await goLive().request(agency)).status).toBe('requested');
    await expect(goLive().request(agency)).rejects.toMatchObject({ code: 'go-live-requested' });
    await goLive().withdraw(agency);
    expect((await goLive().view(agency)).status).toBe('trial');
    await expect(goLive().withdraw(agency)).rejects.toMatchObject({ code: 'go-live-not-requested' });
  });

  it('needs two people, and then the agency is live', async () => {
    await given.complete(agency);
    await goLive().request(agency);
    expect((await review().approve(ada, agency.agencyId)).status).toBe('approved');
    expect((await given.get(AgenciesService).get(agency)).status).toBe('trial');
    await expect(review().approve(ada, agency.agencyId)).rejects.toMatchObject({ code: 'second-person-needed' });
    expect((await review().approve(ben, agency.agencyId)).status).toBe('live');
    const own = await given.entryTypes(agency.agencyId);
    expect(own.slice(-4)).toEqual([
      'agency.go_live.requested',
      'agency.go_live.approved',
      'agency.go_live.approved',
      'agency.activated',
    ]);
    expect((await given.entryTypes(PLATFORM_AGENCY_ID)).at(-1)).toBe('agency.activated');
    await expect(goLive().request(agency)).rejects.toMatchObject({ code: 'agency-status' });
  });

  it('is approved by two people even when both come at once, and never twice by one', async () => {
    await given.complete(agency);
    await goLive().request(agency);
    const twice = await Promise.allSettled([1, 2].map(() => review().approve(ada, agency.agencyId)));
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await given.get(AgenciesService).get(agency)).status).toBe('trial');
  });

  it('is never approved by who asked, nor by an admin of that agency', async () => {
    await given.complete(agency);
    await given.get(UsersService).grantRole(platformContext(), { userId: agency.actor.id, role: 'platform_admin' });
    const sameOne = { ...ada, actor: { ...ada.actor, id: agency.actor.id } };
    const dora = await given.person('platform_admin');
    await given
      .get(UsersService)
      .grantRole(systemContext(agency.agencyId), { userId: dora.actor.id, role: 'agency_admin' });
    await given.factor(dora.actor.id);
    await goLive().request(agency);
    for (const who of [sameOne, dora]) {
      await expect(review().approve(who, agency.agencyId)).rejects.toMatchObject({ code: 'own-request' });
    }
  });

  it('is approved by command only by whoever proves who they are', async () => {
    await given.complete(agency);
    await goLive().request(agency);
    const { slug } = await given.get(AgenciesService).get(agency);
    const people = [await aReviewer('first'), await aReviewer('second')] as const;
    const secret = await enrolTotp(people[1].id);
    const approve = (who: { email: string }, password = REVIEWER_PASSWORD, code = '') =>
      approveGoLive(given, slug, { email: who.email, password, code });

    await expect(approve(people[0], 'a wrong password here')).rejects.toMatchObject({ code: 'sign-in-failed' });
    await expect(approve({ email: 'nobody@platform.example' })).rejects.toMatchObject({ code: 'sign-in-failed' });
    expect((await approve(people[0])).status).toBe('approved');
    await expect(approve(people[0])).rejects.toMatchObject({ code: 'second-person-needed' });
    await expect(approve(people[1])).rejects.toMatchObject({ code: 'code-wrong' });
    await expect(approve(people[1], REVIEWER_PASSWORD, '000000')).rejects.toMatchObject({ code: 'code-wrong' });
    expect((await given.get(AgenciesService).get(agency)).status).toBe('trial');
    expect((await approve(people[1], REVIEWER_PASSWORD, codeOf(secret))).status).toBe('live');

    const open = await given.rows('SELECT 1 FROM sessions WHERE user_id = ANY ($1) AND ended_at IS NULL', [
      people.map(({ id }) => id),
    ]);
    expect(open).toEqual([]);
    const types = await given.entryTypes(PLATFORM_AGENCY_ID);
    expect(types.slice(-3)).toEqual(['auth.login.succeeded', 'agency.activated', 'auth.logout']);
  });

  it('is not approved by command by somebody with a passkey only, nor by somebody of the agency', async () => {
    await given.complete(agency);
    await goLive().request(agency);
    const { slug } = await given.get(AgenciesService).get(agency);
    const { id, email } = await aReviewer('passkey');
    await given.factor(id);
    const proof = { email, password: REVIEWER_PASSWORD, code: '' };
    await expect(approveGoLive(given, slug, proof)).rejects.toMatchObject({ code: 'second-step-needed' });
    const editor = await aReviewer('editor', agency.agencyId);
    const refused = approveGoLive(given, slug, { ...proof, email: editor.email });
    await expect(refused).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is kept from one approver by the database itself', async () => {
    const by = ada.actor.id;
    const sql = `INSERT INTO go_live_requests (agency_id, id, requested_by, first_approved_by, second_approved_by, state, closed_at)
      VALUES ($1, gen_random_uuid(), $2, $3, $4, 'approved', now())`;
    const insert = (...people: string[]) => given.rows(sql, [agency.agencyId, ...people]);
    await expect(insert(agency.actor.id, by, by)).rejects.toThrow('go_live_requests_two_people_check');
    await expect(insert(by, by, ben.actor.id)).rejects.toThrow('go_live_requests_not_own_check');
    await expect(insert(by, ben.actor.id, by)).rejects.toThrow('go_live_requests_not_own_check');
  });

  it('goes back with comments, and waits for the agency', async () => {
    await given.complete(agency);
    await goLive().request(agency);
    await review().comment(ada, agency.agencyId, 'agency-details', 'The legal name is another one.');
    const back = await review().sendBack(ada, agency.agencyId, 'Please see the comment.');
    expect(back).toMatchObject({ status: 'sent-back', request: { comments: [{ text: 'Please see the comment.' }] } });
    expect(statusOf(back)).toMatchObject({ 'agency-details': 'needs-change', department: 'done' });
    expect(await waiting()).toBe(2);
    await expect(review().approve(ada, agency.agencyId)).rejects.toMatchObject({ code: 'go-live-not-requested' });
    const again = await goLive().request(agency);
    expect(statusOf(again)).toMatchObject({ 'agency-details': 'done' });
    expect(await waiting()).toBe(0);
    const task = again.sections[0]?.tasks[0];
    expect(task?.comments).toMatchObject([{ text: 'The legal name is another one.', by: ada.actor.id }]);
  });

  it('is not approved any more once something was undone', async () => {
    await given.complete(agency);
    await goLive().request(agency);
    await goLive().say(agency, 'agreement', false);
    await expect(review().approve(ada, agency.agencyId)).rejects.toMatchObject({ code: 'go-live-incomplete' });
  });

  it('is decided by people of the platform only', async () => {
    const id = agency.agencyId;
    await expect(review().approve(agency, id)).rejects.toMatchObject({ code: 'permission-missing' });
    await expect(review().view(agency, id)).rejects.toMatchObject({ code: 'permission-missing' });
    await expect(review().approve(platformContext(), id)).rejects.toMatchObject({ code: 'person-needed' });
    await expect(review().view(ada, PLATFORM_AGENCY_ID)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe(AgencyOnboarding, () => {
  const create = (parts: Partial<WantedAgency>) =>
    given.get(AgencyOnboarding).create(ada, { slug: `o-${newId().slice(-12)}`, name: 'Harbour', ...parts });

  it('invites the first admin by mail', async () => {
    const { id } = await create({ firstAdmin: { email: 'Ada@Health.example', name: 'Ada' } });
    const invited = await given.get(InvitationsService).list(systemContext(id));
    expect(invited).toMatchObject([{ email: 'ada@health.example', roles: ['agency_admin'], invitedBy: ada.actor.id }]);
  });

  it('makes no agency when its first admin could not be invited', async () => {
    const { data: before } = await given.get(AgenciesService).pipeline(ada, { limit: 1 });
    const firstAdmin = { email: 'ada@elsewhere.example' };
    const refused = create({ emailDomains: ['health.example'], firstAdmin });
    await expect(refused).rejects.toMatchObject({ code: 'email-domain', httpStatus: 422 });
    await expect(create({ firstAdmin: { email: 'nobody' } })).rejects.toMatchObject({ code: 'invalid-request' });
    const { data: after } = await given.get(AgenciesService).pipeline(ada, { limit: 1 });
    expect(after[0]?.id).toBe(before[0]?.id);
  });

  it('leaves nothing of an agency whose last step failed', async () => {
    const counts = () =>
      given.rows(`SELECT (SELECT count(*) FROM agencies) AS agencies, (SELECT count(*) FROM data_keys) AS keys,
        (SELECT count(*) FROM mails) AS mails, (SELECT count(*) FROM audit.logs) AS logs,
        (SELECT count(*) FROM audit.staging) AS entries, (SELECT count(*) FROM purposes) AS purposes`);
    const before = await counts();
    const add = vi.spyOn(given.get(MailRequests), 'add').mockRejectedValueOnce(new Error('no mail'));
    await expect(create({ firstAdmin: { email: 'ada@health.example' } })).rejects.toThrow('no mail');
    expect(add).toHaveBeenCalledOnce();
    expect(await counts()).toEqual(before);
  });

  it('opens its log with the making of the agency', async () => {
    const { id } = await create({ firstAdmin: { email: 'ada@health.example' } });
    expect((await given.entryTypes(id))[0]).toBe('agency.created');
    expect(await given.entryTypes(id)).toContain('access.user.invited');
    expect((await given.entryTypes(PLATFORM_AGENCY_ID)).at(-1)).toBe('agency.created');
  });
});
