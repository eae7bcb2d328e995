import { DomainError } from '#libs/kernel';
import type { DemoAgency } from './demo-agency.js';

export interface WorldWebhook {
  readonly url: string;
  readonly appSecret: string;
  readonly verifyToken: string;
}

export interface DemoAccount {
  readonly agency: DemoAgency;
  readonly accessToken: string;
}

/** Tells the simulator which accounts, numbers and templates exist. It keeps them in memory, so each start tells it anew. */
export async function putWorld(
  simulatorUrl: string,
  webhook: WorldWebhook,
  accounts: readonly DemoAccount[],
): Promise<void> {
  const body = JSON.stringify({ webhook, wabas: accounts.map(toWaba) });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${simulatorUrl}/_sim/world`, { method: 'PUT', headers, body }).catch((error: unknown) => {
    throw simulatorFailed(simulatorUrl, 'does not answer', error);
  });
  if (!answer.ok)
    throw simulatorFailed(simulatorUrl, `answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
}

function toWaba({ agency, accessToken }: DemoAccount) {
  return {
    id: agency.wabaId,
    name: agency.name,
    accessToken,
    phoneNumbers: agency.numbers.map(({ phoneNumberId, displayPhoneNumber, verifiedName }) => ({
      id: phoneNumberId,
      displayPhoneNumber,
      verifiedName,
    })),
    templates: agency.templates,
  };
}

function simulatorFailed(url: string, problem: string, cause?: unknown): DomainError {
  const error = new DomainError('simulator-failed', {
    httpStatus: 502,
    detail: `The simulator at ${url} ${problem}. Start it first, or check --simulator-url.`,
  });
  error.cause = cause;
  return error;
}
