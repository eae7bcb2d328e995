import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type InboundMessage, parseWebhook, type WebhookChange, type WebhookContact } from '#libs/whatsapp';
import { readInbound } from './received-message.js';

const FIXTURES = new URL('../../../test/fixtures/whatsapp/webhooks/', import.meta.url);
const NOW = new Date('2026-11-22T12:00:00Z');

function changesOf(name: string): readonly WebhookChange[] {
  return parseWebhook(JSON.parse(readFileSync(new URL(name, FIXTURES), 'utf8')));
}

const WITH_MESSAGES = readdirSync(FIXTURES).filter(
  (name) => name.endsWith('.json') && changesOf(name).some(({ messages }) => messages.length > 0),
);

function read(name: string) {
  return changesOf(name).flatMap(({ messages, contacts }) =>
    messages.map((message) => readInbound(message, contacts, NOW)),
  );
}

const TEXTS = [
  { name: 'messages.inbound.text_identity_check.json', kind: 'text' },
  { name: 'messages.inbound.text_reply_context.json', kind: 'text' },
  { name: 'messages.inbound.button_template_quick_reply.json', kind: 'button' },
  { name: 'messages.inbound.interactive_button_reply.json', kind: 'interactive' },
];

const WITHOUT_TEXT = [
  { name: 'messages.inbound.image.json', kind: 'image' },
  { name: 'messages.inbound.audio_voice_note.json', kind: 'audio' },
  { name: 'messages.inbound.location.json', kind: 'location' },
  { name: 'messages.inbound.reaction.json', kind: 'reaction' },
  { name: 'messages.inbound.order.json', kind: 'order' },
  { name: 'messages.inbound.unsupported.json', kind: 'unsupported' },
  { name: 'messages.inbound.system_user_changed_number.json', kind: 'system' },
];

function aMessage(parts: Partial<InboundMessage> = {}): InboundMessage {
  return { id: 'wamid.A', from: '447700900123', timestamp: '1795341600', type: 'text', text: { body: 'Hi' }, ...parts };
}

describe(readInbound, () => {
  it.each(WITH_MESSAGES)('keeps %s whole', (name) => {
    const messages = changesOf(name).flatMap((change) => change.messages);
    const received = read(name);
    expect(received.map(({ wamid }) => wamid)).toEqual(messages.map(({ id }) => id));
    expect(received.map(({ content }) => (content.type === 'inbound' ? content.raw : null))).toEqual(messages);
  });

  it.each(WITH_MESSAGES)('knows the sender and the time of %s', (name) => {
    for (const { sender } of read(name)) {
      expect(sender.waId ?? sender.userId).toBeTruthy();
      expect(sender.at.getTime()).toBeLessThanOrEqual(NOW.getTime());
    }
  });

  it.each(TEXTS)('finds what the citizen said in $name', ({ name, kind }) => {
    const [received] = read(name);
    expect(received?.kind).toBe(kind);
    expect(received?.text).toMatch(/\w/);
    expect(received?.content).toMatchObject({ kind, text: received?.text });
  });

  it.each(WITHOUT_TEXT)('invents no words for $name', ({ name, kind }) => {
    expect(read(name)[0]).toMatchObject({ kind, text: undefined });
  });

  it('takes the sender’s own card, wherever it stands in the list', () => {
    const contacts: WebhookContact[] = [
      { profile: { name: 'Somebody' }, wa_id: '447700900999' },
      { profile: { name: 'Fatima' }, wa_id: '447700900123', user_id: 'GB.1' },
    ];
    expect(readInbound(aMessage(), contacts, NOW).sender).toMatchObject({
      waId: '447700900123',
      userId: 'GB.1',
      profileName: 'Fatima',
    });
  });

  it('knows a citizen who hides the phone by the user id', () => {
    const contacts: WebhookContact[] = [{ profile: { name: 'Fatima' }, user_id: 'GB.1' }];
    const { sender } = readInbound(aMessage({ from: undefined, from_user_id: 'GB.1' }), contacts, NOW);
    expect(sender).toMatchObject({ waId: undefined, userId: 'GB.1', profileName: 'Fatima' });
  });

  it('takes no card when there is none of the sender', () => {
    const { sender } = readInbound(aMessage(), [{ profile: { name: 'Somebody' }, wa_id: '447700900999' }], NOW);
    expect(sender).toMatchObject({ waId: '447700900123', profileName: undefined });
  });

  it.each([undefined, '', '0', 'soon', '99999999999'])('takes the time "%s" for now', (timestamp) => {
    expect(readInbound(aMessage({ timestamp }), [], NOW).sender.at).toEqual(NOW);
  });

  it.each([undefined, '', 'Text!', 'x'.repeat(41)])('names the kind "%s" unknown', (type) => {
    expect(readInbound(aMessage({ type }), [], NOW).kind).toBe('unknown');
  });

  it('reads a text that is no text as none', () => {
    const text = { body: 7 } as unknown as { body: string };
    expect(readInbound(aMessage({ text }), [], NOW).text).toBeUndefined();
  });
});
