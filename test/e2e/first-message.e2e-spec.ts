import { beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../support/api-client.js';
import { eventually } from '../support/eventually.js';
import { TestSystem } from '../support/system.js';

interface Message {
  readonly id: string;
  readonly state: string;
  readonly timeline: readonly { readonly state: string; readonly at: string }[];
}

describe('A first message', () => {
  let system: TestSystem;
  let api: ApiClient;

  beforeAll(async () => {
    system = await TestSystem.shared();
    api = new ApiClient(system.apiUrl, system.agency.apiKey);
  });

  it('is accepted, sent, delivered and read, and each action is on the record', async () => {
    const accepted = await api.post<Message>('/v1/messages', system.agency.sampleMessage);
    expect(accepted.status).toBe(202);
    expect(accepted.body).toMatchObject({ state: 'accepted', reference: 'case-4711' });

    const message = await eventually(async () => {
      const { body } = await api.get<Message>(`/v1/messages/${accepted.body.id}`);
      expect(body.state).toBe('read');
      return body;
    });
    expect(message.timeline.map(({ state }) => state)).toEqual(['accepted', 'sending', 'sent', 'delivered', 'read']);

    await eventually(async () => {
      const { body } = await api.get<{ data: { type: string }[] }>(`/v1/audit/entries?targetId=${accepted.body.id}`);
      expect(body.data.map(({ type }) => type)).toEqual(['message.dispatched', 'message.accepted']);
    });
  });
});
