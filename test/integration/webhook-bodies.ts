import { randomBytes } from 'node:crypto';
import type { NumberForSending } from '#libs/phone-numbers';
import { aPhone } from './sending-fixture.js';

/** One change of a body: what came of one number. */
export interface Change {
  readonly number: Pick<NumberForSending, 'phoneNumberId' | 'wabaId'>;
  readonly statuses?: readonly object[];
  readonly messages?: readonly object[];
}

export function aBody(...changes: readonly Change[]): string {
  const entry = changes.map(({ number, ...items }) => ({
    id: number.wabaId,
    changes: [
      { field: 'messages', value: { metadata: { phone_number_id: number.phoneNumberId }, contacts: [], ...items } },
    ],
  }));
  return JSON.stringify({ object: 'whatsapp_business_account', entry });
}

export const aWamid = () => `wamid.${randomBytes(12).toString('hex')}`;

export function aStatus(status = 'delivered', parts: object = {}): object {
  return { id: aWamid(), status, timestamp: '1795341612', ...parts };
}

export function aText(body = 'Hello'): object {
  const timestamp = String(Math.floor(Date.now() / 1000));
  return { id: aWamid(), from: aPhone().slice(1), timestamp, type: 'text', text: { body } };
}
