// Draws phones, chats and bubbles.
import { bubbleContent, cardsNode, lineOf } from './phone-bubbles.js';
import { element, said, sign } from './phone-parts.js';

const TICKS = {
  accepted: { marks: '…', said: 'on its way' },
  posted: { marks: '✓', said: 'sent' },
  sent: { marks: '✓', said: 'sent' },
  delivered: { marks: '✓✓', said: 'delivered' },
  read: { marks: '✓✓', said: 'read' },
};

const TIME = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });

export function phoneEntry(phone, isCurrent) {
  const unread = phone.unread > 0 ? [element('span', { class: 'unread' }, String(phone.unread), said(' unread'))] : [];
  return entry(
    { key: `phone-${phone.phone}`, initial: '☎', current: isCurrent },
    [element('bdi', {}, displayPhone(phone.phone))],
    phone.lastText,
    [TIME.format(new Date(phone.lastAt)), ' ', ...unread],
  );
}

export function chatEntry(chat) {
  const last = chat.messages.at(-1);
  return entry(
    { key: `chat-${chat.phoneNumberId}`, initial: initialOf(chat.agency) },
    [element('bdi', {}, chat.agency), verifiedBadge()],
    last ? lineOf(last) : 'No message yet',
    last ? [TIME.format(new Date(last.at))] : [],
  );
}

function entry({ key, initial, current }, title, last, side) {
  const button = element(
    'button',
    { type: 'button', 'data-key': key, 'aria-current': current ? 'true' : undefined },
    element('span', { class: 'avatar', 'aria-hidden': 'true' }, initial),
    element(
      'span',
      { class: 'entry-text' },
      element('span', { class: 'entry-title' }, ...title),
      element('span', { class: 'entry-last', dir: 'auto' }, last),
    ),
    element('span', { class: 'entry-side' }, ...side),
  );
  return element('li', {}, button);
}

/**
 * One message. `chat` knows what it answers and what was reacted; `act` is what a tap does: `press(message, button)`
 * and `open(message)`.
 */
export function messageItem(message, chat, act) {
  const side = message.direction === 'to-citizen' ? 'in' : 'out';
  const item = element('li', { class: `message ${side} ${message.type}`, 'data-wamid': message.wamid });
  item.append(bubble(message, chat.find(message.quotes)));
  if (message.status === 'failed') item.classList.add('failed');
  const buttonOf = (button) => bubbleButton(button, () => act.press(message, button));
  if (message.cards) item.append(cardsNode(message.cards, buttonOf));
  if (message.buttons.length > 0) {
    item.append(element('div', { class: 'bubble-buttons' }, ...message.buttons.map(buttonOf)));
  }
  const reactions = chat.reactionsTo(message.wamid);
  if (reactions.length > 0) item.append(element('p', { class: 'reactions' }, said('Reactions: '), reactions.join(' ')));
  if (side === 'in' && message.status !== 'failed') item.append(messageTools(message, act));
  return item;
}

function messageTools(message, act) {
  const label = 'Answer this message or react to it';
  const attributes = { type: 'button', class: 'tools', 'aria-label': label, title: label };
  const node = element('button', { ...attributes, 'data-key': `tools-${message.wamid}` }, '⋯');
  node.addEventListener('click', () => act.open(message));
  return node;
}

function bubble(message, quoted) {
  return element('div', { class: 'bubble' }, ...bubbleContent(message, quoted), meta(message));
}

function meta(message) {
  const at = new Date(message.at);
  const time = element('time', { datetime: message.at }, TIME.format(at));
  if (message.status === 'failed')
    return element('p', { class: 'meta problem' }, message.problem ?? 'Not delivered.', ' ', time);
  const { marks, said: words } = TICKS[message.status] ?? TICKS.accepted;
  const label = message.direction === 'to-citizen' ? `Reported to the agency: ${words}` : words;
  const ticks = element('span', { class: `ticks ${message.status}`, title: label, 'aria-hidden': 'true' }, marks);
  return element('p', { class: 'meta' }, time, ticks, said(label));
}

const BUTTON_SIGNS = { reply: '↩', list: '☰', flow: '▤', location: '◎', address: '⌂' };

function bubbleButton(button, onTap) {
  if (button.kind === 'link' && /^https?:\/\//.test(button.url)) {
    const attributes = {
      class: 'bubble-button',
      href: button.url,
      target: '_blank',
      rel: 'noopener noreferrer',
      dir: 'auto',
    };
    return element('a', attributes, sign('↗'), button.text);
  }
  const mark = BUTTON_SIGNS[button.kind];
  if (mark === undefined) return element('span', { class: 'bubble-button', dir: 'auto' }, button.text);
  const node = element('button', { type: 'button', class: 'bubble-button', dir: 'auto' }, sign(mark), button.text);
  node.addEventListener('click', onTap);
  return node;
}

export function verifiedBadge() {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  for (const [key, value] of Object.entries({
    class: 'badge',
    viewBox: '0 0 16 16',
    role: 'img',
    'aria-label': 'Verified',
  })) {
    svg.setAttribute(key, value);
  }
  const disc = document.createElementNS(namespace, 'circle');
  for (const [key, value] of Object.entries({ cx: 8, cy: 8, r: 7.5, fill: '#1d7df2' })) disc.setAttribute(key, value);
  const tick = document.createElementNS(namespace, 'path');
  const drawing = {
    d: 'M4.5 8.3 7 10.7 11.6 5.8',
    fill: 'none',
    stroke: '#fff',
    'stroke-width': 1.8,
    'stroke-linecap': 'round',
  };
  for (const [key, value] of Object.entries(drawing)) tick.setAttribute(key, value);
  svg.append(disc, tick);
  return svg;
}

export function displayPhone(phone) {
  return /^\d+$/.test(phone) ? `+${phone}` : phone;
}

export function initialOf(name) {
  return [...name][0]?.toUpperCase() ?? '?';
}
