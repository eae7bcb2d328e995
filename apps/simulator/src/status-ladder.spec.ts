import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from './testing/eventually.js';
import { aReminder, aText, CITIZEN, NUMBER, SimulatorRig, WABA } from './testing/simulator-rig.js';

describe('webhooks', () => {
  let rig: SimulatorRig;

  beforeEach(async () => {
    rig = await SimulatorRig.startListening();
  });

  afterEach(() => rig.close());

  it('reports sent, delivered and read, signed, each with the callback data', async () => {
    const answer = await rig.send(aReminder({ biz_opaque_callback_data: 'belfry:1:msg_x:1' }));
    await eventually(() => expect(rig.receiver.statuses()).toHaveLength(3));
    const id = (answer.body['messages'] as { id: string }[])[0]?.id;
    const pricing = { billable: true, pricing_model: 'PMP', type: 'regular', category: 'utility' };
    const common = {
      id,
      recipient_id: CITIZEN,
      biz_opaque_callback_data: 'belfry:1:msg_x:1',
      timestamp: expect.stringMatching(/^\d{10}$/),
    };
    expect(rig.receiver.statuses()).toEqual([
      { ...common, status: 'sent', recipient_user_id: expect.stringMatching(/^GB\.\d+$/), pricing },
      { ...common, status: 'delivered', recipient_user_id: expect.any(String), pricing },
      { ...common, status: 'read', recipient_user_id: expect.any(String) },
    ]);
    expect(rig.receiver.posts.every(({ isSigned }) => isSigned)).toBe(true);
  });

  it('writes the envelope as Meta does, with contacts', async () => {
    await rig.send(aReminder());
    await eventually(() => expect(rig.receiver.posts.length).toBeGreaterThan(0));
    expect(rig.receiver.posts[0]?.body).toMatchObject({
      object: 'whatsapp_business_account',
      entry: [{ id: WABA, changes: [{ field: 'messages' }] }],
    });
    expect(rig.receiver.values()[0]).toMatchObject({
      messaging_product: 'whatsapp',
      metadata: { display_phone_number: '15550100200', phone_number_id: NUMBER },
      contacts: [{ wa_id: CITIZEN, user_id: expect.any(String), profile: { name: expect.any(String) } }],
    });
  });

  it('fails a text outside the window with 131047, without contacts, and accepts it at first', async () => {
    expect((await rig.send(aText())).status).toBe(200);
    await eventually(() => expect(rig.receiver.statuses()).toHaveLength(1));
    expect(rig.receiver.statuses()[0]).toMatchObject({ status: 'failed', errors: [{ code: 131047 }] });
    expect(rig.receiver.statuses()[0]).not.toHaveProperty('pricing');
    expect(rig.receiver.values()[0]).not.toHaveProperty('contacts');
  });

  it('delivers a text for 24 hours after the citizen wrote, and not after', async () => {
    await rig.control('POST', 'inbound', { from: `+${CITIZEN}`, phoneNumberId: NUMBER, text: 'Hello' });
    await rig.send(aText());
    await eventually(() => expect(rig.receiver.statuses().map(({ status }) => status)).toContain('read'));
    expect(rig.receiver.statuses()[0]?.pricing?.category).toBe('service');
    await rig.control('POST', 'clock', { advanceMs: 24 * 3_600_000 });
    await rig.send(aText());
    await eventually(() => expect(rig.receiver.statuses().at(-1)?.status).toBe('failed'));
  });

  it('reports an inbound message with the name and the user id of the citizen', async () => {
    const inbound = { from: CITIZEN, phoneNumberId: NUMBER, text: 'Ça va? 🙂', name: 'Fátima' };
    const { wamid } = await rig.control('POST', 'inbound', inbound);
    await eventually(() => expect(rig.receiver.messages()).toHaveLength(1));
    const [message] = rig.receiver.messages();
    expect(message).toMatchObject({ from: CITIZEN, id: wamid, type: 'text', text: { body: 'Ça va? 🙂' } });
    expect(rig.receiver.values()[0]?.contacts).toEqual([
      { profile: { name: 'Fátima' }, wa_id: CITIZEN, user_id: message?.from_user_id },
    ]);
  });

  it('escapes everything above U+007F in lower case and signs those bytes', async () => {
    await rig.control('POST', 'inbound', { from: CITIZEN, phoneNumberId: NUMBER, text: 'é🙂' });
    await eventually(() => expect(rig.receiver.posts).toHaveLength(1));
    expect(rig.receiver.posts[0]?.raw).toContain('"body":"\\u00e9\\ud83d\\ude42"');
    expect(rig.receiver.posts[0]?.isSigned).toBe(true);
  });

  it('reports a tapped quick reply as a button with its context', async () => {
    const button = { payload: 'COME', text: 'I will come' };
    await rig.control('POST', 'inbound', {
      from: CITIZEN,
      phoneNumberId: NUMBER,
      text: '',
      button,
      replyTo: 'wamid.1',
    });
    await eventually(() => expect(rig.receiver.messages()).toHaveLength(1));
    expect(rig.receiver.messages()[0]).toMatchObject({
      type: 'button',
      button,
      context: { from: '15550100200', id: 'wamid.1' },
    });
  });

  it('hides the phone of a citizen who was written to by user id, also when it is known', async () => {
    await rig.control('POST', 'inbound', { from: CITIZEN, phoneNumberId: NUMBER, text: 'Hello' });
    await eventually(() => expect(rig.receiver.messages()).toHaveLength(1));
    const userId = rig.receiver.messages()[0]?.from_user_id;
    await rig.send(aText({ to: undefined, recipient: userId }));
    await eventually(() => expect(rig.receiver.statuses()).toHaveLength(3));
    expect(rig.receiver.statuses()[0]).toMatchObject({ recipient_user_id: userId });
    expect(rig.receiver.statuses()[0]).not.toHaveProperty('recipient_id');
    expect((await rig.accepts(`to=${CITIZEN}`)).length).toBe(1);
  });

  it('puts what is due at the same moment into one POST', async () => {
    await rig.control('POST', 'profile', {
      name: 'default',
      limits: false,
      delays: { sent: 30_000, delivered: null, read: null },
    });
    await Promise.all(Array.from({ length: 60 }, () => rig.send(aReminder())));
    await rig.control('POST', 'clock', { advanceMs: 31_000 });
    await eventually(() => expect(rig.receiver.statuses()).toHaveLength(60));
    expect(rig.receiver.posts).toHaveLength(1);
  });

  it('tries again until the receiver answers 200', async () => {
    rig.receiver.status = 503;
    await rig.control('POST', 'inbound', { from: CITIZEN, phoneNumberId: NUMBER, text: 'Hello' });
    await eventually(async () => {
      expect(await rig.control('GET', 'world')).toMatchObject({
        webhook: { lastProblem: 'The receiver answered 503.' },
      });
    });
    rig.receiver.status = 200;
    await rig.control('POST', 'clock', { advanceMs: 60_000 });
    await eventually(() => expect(rig.receiver.messages()).toHaveLength(1));
  });

  it('repeats the handshake until it passes, and sends what has waited', async () => {
    rig.receiver.isReady = false;
    const { handshakes } = rig.receiver;
    const other = { ...rig.receiver.target, url: `${rig.receiver.target.url}?again` };
    await rig.control('PUT', 'world', { webhook: other });
    await rig.control('POST', 'inbound', { from: CITIZEN, phoneNumberId: NUMBER, text: 'Hello' });
    await eventually(() => expect(rig.receiver.handshakes).toBeGreaterThan(handshakes));
    expect(rig.receiver.messages()).toHaveLength(0);
    rig.receiver.isReady = true;
    await eventually(() => expect(rig.receiver.messages()).toHaveLength(1));
  });

  it('sends no second handshake when the world is put again as it is', async () => {
    await eventually(() => expect(rig.receiver.handshakes).toBe(1));
    await rig.control('PUT', 'world', { webhook: rig.receiver.target });
    await rig.control('POST', 'inbound', { from: CITIZEN, phoneNumberId: NUMBER, text: 'Hello' });
    await eventually(() => expect(rig.receiver.messages()).toHaveLength(1));
    expect(rig.receiver.handshakes).toBe(1);
  });

  it('marks a message of the citizen as read', async () => {
    const { wamid } = await rig.control('POST', 'inbound', { from: CITIZEN, phoneNumberId: NUMBER, text: 'Hello' });
    const answer = await rig.send({ messaging_product: 'whatsapp', status: 'read', message_id: wamid });
    expect(answer.body).toEqual({ success: true });
    const { data } = await rig.control('GET', `threads?phone=%2B${CITIZEN}`);
    expect(data).toMatchObject([{ phoneNumberId: NUMBER, messages: [{ wamid, status: 'read' }] }, { messages: [] }]);
  });

  it('reports read when the chat is opened', async () => {
    await rig.control('POST', 'profile', { name: 'default', delays: { sent: 1, delivered: 2, read: null } });
    await rig.send(aReminder());
    await eventually(() => expect(rig.receiver.statuses()).toHaveLength(2));
    expect(await rig.control('POST', 'read', { phone: CITIZEN, phoneNumberId: NUMBER })).toEqual({ read: 1 });
    await eventually(() => expect(rig.receiver.statuses().at(-1)?.status).toBe('read'));
    expect(await rig.control('POST', 'read', { phone: CITIZEN, phoneNumberId: NUMBER })).toEqual({ read: 0 });
  });

  it('sends no status in the bench profile', async () => {
    await rig.control('POST', 'profile', { name: 'bench' });
    await rig.send(aReminder());
    await rig.control('POST', 'profile', { name: 'default', delays: { sent: 1, delivered: null, read: null } });
    await rig.send(aReminder({ biz_opaque_callback_data: 'second' }));
    await eventually(() => expect(rig.receiver.statuses()).toHaveLength(1));
    expect(rig.receiver.statuses()[0]?.biz_opaque_callback_data).toBe('second');
  });
});
