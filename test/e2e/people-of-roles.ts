import { expect } from 'vitest';
import { ROLES, type Role } from '#libs/access';
import { PLATFORM_AGENCY_ID, toWireId } from '#libs/kernel';
import { ApiClient } from '../support/api-client.js';
import { eventually } from '../support/eventually.js';
import type { TestSystem } from '../support/system.js';

const PASSWORD = 'a long enough password';
const PLATFORM = toWireId('agency', PLATFORM_AGENCY_ID);

/** Who may invite: stepped up, because a role is a dangerous thing to give. */
export interface Inviters {
  readonly inAgency: ApiClient;
  readonly onPlatform: ApiClient;
}

/** Somebody new for each role there is, with a session that acts where the role holds: in the other agency, or on the platform. */
export async function peopleOfRoles(system: TestSystem, inviters: Inviters): Promise<Map<Role, ApiClient>> {
  const roles = (Object.keys(ROLES) as Role[]).filter((role) => role !== 'platform_support');
  const sessions = await Promise.all(
    roles.map(async (role) => {
      const isOfPlatform = role.startsWith('platform_');
      const session = await invited(system, isOfPlatform ? inviters.onPlatform : inviters.inAgency, role);
      return [role, session.with({ 'belfry-agency': isOfPlatform ? PLATFORM : system.otherAgency.id })] as const;
    }),
  );
  return new Map([...sessions, ['platform_support', await letIn(system, inviters.onPlatform)]]);
}

async function invited(system: TestSystem, inviter: ApiClient, role: Role, name: string = role): Promise<ApiClient> {
  const email = `${name.replaceAll('_', '-')}@roles.example`;
  expect(await inviter.post('/v1/invitations', { email, roles: [role] })).toMatchObject({ status: 201 });
  const token = await eventually(async () => {
    const { data } = await system.sim<{ data: { text: string }[] }>('GET', `mails?to=${encodeURIComponent(email)}`);
    const found = /\/invite\/([\w-]+)/.exec(data[0]?.text ?? '')?.[1];
    if (!found) throw new Error(`no invitation has come to ${email}`);
    return found;
  });
  const answer = await new ApiClient(system.apiUrl).post<{ accessToken: string }>(`/v1/invitations/${token}/accept`, {
    name,
    password: PASSWORD,
  });
  expect(answer).toMatchObject({ status: 201 });
  return new ApiClient(system.apiUrl, answer.body.accessToken);
}

/** The role of platform staff inside an agency is never given: it comes with an emergency entry that a second person approves. */
async function letIn(system: TestSystem, approver: ApiClient): Promise<ApiClient> {
  const session = await invited(system, approver, 'platform_admin', 'platform-support');
  expect((await session.post('/v1/me/step-up', { password: PASSWORD })).status).toBe(201);
  const wanted = { agencyId: system.otherAgency.id, reason: 'Messages stay queued', minutes: 30 };
  const asked = await session.post<{ id: string }>('/v1/platform/break-glass', wanted);
  expect(asked).toMatchObject({ status: 201 });
  const approved = await approver.post(`/v1/platform/break-glass/${asked.body.id}/approve`);
  expect(approved).toMatchObject({ status: 200 });
  return session.with({ 'belfry-agency': system.otherAgency.id });
}

/** The same session, proved once more. */
export async function steppedUp(system: TestSystem, token: string | undefined, password: string): Promise<ApiClient> {
  const answer = await new ApiClient(system.apiUrl, token).post<{ accessToken: string }>('/v1/me/step-up', {
    password,
  });
  expect(answer).toMatchObject({ status: 201 });
  return new ApiClient(system.apiUrl, answer.body.accessToken);
}
