// Draws phones, chats and bubbles. Every text from outside becomes a text node, never markup.

const TICKS = {
  accepted: { marks: '…', said: 'on its way' },
  posted: { marks: '✓', said: 'sent' },
  sent: { marks: '✓', said: 'sent' },
  delivered: { marks: '✓✓', said: 'delivered' },
  read: { marks: '✓✓', said: 'read' },
};

const TIME = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });

const MARKS = { '*': 'strong', _: 'em', '~': 's', '`': 'code' };
const MARKED = /```([^`]+)```|(?<![\p{L}\p{N}])([*_~])(\S(?:[^\n]*?\S)?)\2(?![\p{L}\p{N}])/gu;

export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

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
    last ? last.body : 'No message yet',
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

export function messageItem(message, onReply) {
  const side = message.direction === 'to-citizen' ? 'in' : 'out';
  const item = element('li', { class: `message ${side}`, 'data-wamid': message.wamid }, bubble(message));
  if (message.status === 'failed') item.classList.add('failed');
  if (message.buttons.length > 0) {
    const buttons = message.buttons.map((button) => bubbleButton(button, () => onReply(message, button)));
    item.append(element('div', { class: 'bubble-buttons' }, ...buttons));
  }
  return item;
}

function bubble(message) {
  const parts = [];
  if (message.header) parts.push(element('p', { class: 'bubble-header', dir: 'auto' }, message.header));
  if (message.body) parts.push(element('p', { class: 'bubble-body', dir: 'auto' }, ...formatted(message.body)));
  if (message.footer) parts.push(element('p', { class: 'bubble-footer', dir: 'auto' }, message.footer));
  return element('div', { class: 'bubble' }, ...parts, meta(message));
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

function bubbleButton(button, onTap) {
  if (button.kind === 'reply') {
    const node = element('button', { type: 'button', class: 'bubble-button', dir: 'auto' }, sign('↩'), button.text);
    node.addEventListener('click', onTap);
    return node;
  }
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
  return element('span', { class: 'bubble-button', dir: 'auto' }, button.text);
}

/** WhatsApp's *bold*, _italic_, ~strike~ and ```mono```. */
function formatted(text) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(MARKED)) {
    nodes.push(text.slice(end, match.index));
    nodes.push(element(MARKS[match[2] ?? '`'], {}, match[1] ?? match[3]));
    end = match.index + match[0].length;
  }
  return [...nodes, text.slice(end)];
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

function sign(character) {
  return element('span', { 'aria-hidden': 'true', class: 'sign' }, character);
}

function said(text) {
  return element('span', { class: 'hidden' }, text);
}
