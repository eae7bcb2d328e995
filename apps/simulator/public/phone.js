// The phone page: what is open, what the server says, what a tap does. Drawing is in phone-view.js.
import { answerTo, attachment } from './phone-answers.js';
import { lineOf } from './phone-bubbles.js';
import { chatEntry, displayPhone, initialOf, messageItem, phoneEntry, verifiedBadge } from './phone-view.js';

const $ = (id) => document.getElementById(id);

const state = { phones: [], phone: null, chats: [], chatId: null, drawn: new Map(), quoted: null };

/** WhatsApp shows that somebody writes for so long at most. */
const TYPING_MS = 25_000;

const EMOJI = ['👍', '❤️', '😂', '😮', '😢', '🙏'];

async function call(method, path, body) {
  const response = await fetch(`/_sim/${path}`, { method, body: body && JSON.stringify(body) });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error?.message ?? 'The simulator refused.');
  return answer;
}

/** Runs one refresh at a time; what comes meanwhile leads to one more. */
function coalesced(work) {
  let running = null;
  let again = false;
  return async function run() {
    if (running) {
      again = true;
      return running;
    }
    running = work().catch(() => undefined);
    await running;
    running = null;
    if (!again) return undefined;
    again = false;
    return run();
  };
}

const refreshPhones = coalesced(async () => {
  state.phones = (await call('GET', 'phones')).data;
  drawPhones();
});

const refreshChats = coalesced(async () => {
  const { phone } = state;
  if (phone === null) return;
  const chats = (await call('GET', `threads?phone=${encodeURIComponent(phone)}`)).data;
  if (phone !== state.phone) return;
  state.chats = chats;
  drawPhone();
  await markRead();
});

async function markRead() {
  const chat = currentChat();
  if (!chat?.messages.some((message) => message.direction === 'to-citizen' && message.status === 'delivered')) return;
  await call('POST', 'read', { phone: state.phone, phoneNumberId: chat.phoneNumberId });
}

function currentChat() {
  return state.chats.find((chat) => chat.phoneNumberId === state.chatId);
}

function drawPhones() {
  keepFocus($('phones'), () => {
    $('phones').replaceChildren(...state.phones.map((phone) => phoneEntry(phone, phone.phone === state.phone)));
  });
  $('no-phones').hidden = state.phones.length > 0;
}

function drawPhone() {
  const chat = currentChat();
  $('no-phone').hidden = state.phone !== null;
  $('phone').hidden = state.phone === null;
  document.body.dataset.view = state.phone === null ? 'phones' : 'phone';
  if (state.phone === null) return;
  $('phone-title').textContent = displayPhone(state.phone);
  $('chats-screen').hidden = chat !== undefined;
  $('chat-screen').hidden = chat === undefined;
  if (chat) drawChat(chat);
  else drawChats();
}

function drawChats() {
  const chats = [...state.chats].sort((a, b) => lastAt(b).localeCompare(lastAt(a)));
  keepFocus($('chats'), () => $('chats').replaceChildren(...chats.map(chatEntry)));
  $('no-chats').hidden = chats.length > 0;
}

function lastAt(chat) {
  return chat.messages.at(-1)?.at ?? '';
}

function drawChat(chat) {
  const list = $('messages');
  const key = `${state.phone}/${chat.phoneNumberId}`;
  const isOther = list.dataset.key !== key;
  if (isOther) openChat(chat, key);
  const wasAtEnd = isOther || list.scrollHeight - list.scrollTop - list.clientHeight < 80;
  if (drawMessages(chat.messages) && wasAtEnd)
    list.scrollTo({ top: list.scrollHeight, behavior: isOther ? 'instant' : 'auto' });
}

function openChat(chat, key) {
  $('messages').dataset.key = key;
  $('messages').replaceChildren();
  state.drawn.clear();
  $('chat-title').replaceChildren(chat.agency, verifiedBadge());
  $('chat-number').textContent = chat.displayPhoneNumber;
  $('chat-initial').textContent = initialOf(chat.agency);
  $('answer-problem').textContent = '';
  quote(null);
  showTyping(false);
}

/** Draws what is new or has changed, and leaves the rest in place, so that focus and selection stay. */
function drawMessages(messages) {
  let hasNew = false;
  const chat = chatOf(messages);
  for (const message of messages) {
    // A reaction stands on its message and not in the line.
    if (message.reactsTo && chat.find(message.reactsTo)) continue;
    const look = JSON.stringify([message.status, chat.reactionsTo(message.wamid)]);
    const drawn = state.drawn.get(message.wamid);
    if (drawn?.look === look) continue;
    const item = messageItem(message, chat, { press, open: openMessage });
    if (drawn) {
      keepFocus(drawn.item, () => drawn.item.replaceWith(item));
    } else {
      $('messages').append(item);
      hasNew = true;
    }
    state.drawn.set(message.wamid, { look, item });
  }
  return hasNew;
}

/** What messages say of each other. */
function chatOf(messages) {
  const byId = new Map(messages.map((message) => [message.wamid, message]));
  const reactions = new Map();
  for (const { reactsTo, direction, body } of messages) {
    if (reactsTo) reactions.set(reactsTo, { ...reactions.get(reactsTo), [direction]: body });
  }
  return {
    find: (wamid) => byId.get(wamid),
    reactionsTo: (wamid) => Object.values(reactions.get(wamid) ?? {}).filter((emoji) => emoji !== ''),
  };
}

function keepFocus(container, draw) {
  const key = container.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  draw();
  if (key) document.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
}

/** What is open stands in the address, so that a link leads to it: `#/447700900123/331020410093245`. */
async function openFromAddress() {
  const [, phone = '', chatId = ''] = location.hash.split('/').map(decodeURIComponent);
  const isOtherPhone = state.phone !== (phone || null);
  state.phone = phone || null;
  state.chatId = chatId || null;
  if (isOtherPhone) state.chats = [];
  drawPhones();
  if (!isOtherPhone) drawPhone();
  await refreshChats();
  if (isOtherPhone && !chatId) openLatestChat();
  drawPhone();
}

/** A phone with messages opens on its latest chat. */
function openLatestChat() {
  const [latest] = state.chats
    .filter((chat) => chat.messages.length > 0)
    .sort((a, b) => lastAt(b).localeCompare(lastAt(a)));
  const only = state.chats.length === 1 ? state.chats[0] : undefined;
  const chat = latest ?? only;
  if (!chat) return;
  state.chatId = chat.phoneNumberId;
  history.replaceState(null, '', addressOf(state.phone, chat.phoneNumberId));
}

function addressOf(...parts) {
  return `#/${parts.map(encodeURIComponent).join('/')}`;
}

function go(...parts) {
  const address = addressOf(...parts);
  if (location.hash === address) openFromAddress();
  else location.hash = address;
}

async function write(body) {
  $('answer-problem').textContent = '';
  try {
    await call('POST', 'inbound', { from: `+${state.phone}`, phoneNumberId: state.chatId, ...body });
    return true;
  } catch (problem) {
    $('answer-problem').textContent = problem.message;
    return false;
  }
}

async function press(message, button) {
  await sendAnswer(() => answerTo(button, message), message.wamid);
}

/** Opens what the citizen fills in, and sends it. */
async function sendAnswer(open, replyTo) {
  try {
    const answer = await open();
    // Whose number it is, only the phone knows.
    if (answer?.kind === 'own_number') answer.own_number = { phone: `+${state.phone}` };
    if (answer) await write({ ...answer, ...(replyTo && { replyTo }) });
  } catch (problem) {
    $('answer-problem').textContent = problem.message;
  }
}

/** What is written next answers this message. */
function quote(message) {
  state.quoted = message?.wamid ?? null;
  $('quoted').hidden = !message;
  $('quoted-text').textContent = message ? lineOf(message) : '';
  if (message) $('text').focus();
}

/** What to do with a message: answer it, or put an emoji on it. */
function openMessage(message) {
  $('quote').onclick = () => quote(message);
  const buttons = EMOJI.map((emoji) => {
    const node = document.createElement('button');
    node.type = 'button';
    node.textContent = emoji;
    node.addEventListener('click', () => {
      $('reactions').close();
      write({ kind: 'reaction', reaction: { message_id: message.wamid, emoji } });
    });
    return node;
  });
  $('reaction-choices').replaceChildren(...buttons);
  $('reactions').showModal();
}

let typingEnd = 0;

function showTyping(isTyping) {
  clearTimeout(typingEnd);
  $('typing').hidden = !isTyping;
  if (isTyping) typingEnd = setTimeout(() => showTyping(false), TYPING_MS);
}

function announce(chat) {
  const last = chat?.messages.at(-1);
  if (last?.direction === 'to-citizen') $('announce').textContent = `New message from ${chat.agency}: ${lineOf(last)}`;
}

function keyOf(event) {
  return event.target.closest('[data-key]')?.dataset.key;
}

$('phones').addEventListener('click', (event) => {
  const key = keyOf(event);
  if (key) go(key.slice('phone-'.length));
});

$('chats').addEventListener('click', (event) => {
  const key = keyOf(event);
  if (!key) return;
  go(state.phone, key.slice('chat-'.length));
  $('chat-title').focus();
});

$('to-phones').addEventListener('click', () => {
  location.hash = '#/';
});

$('to-chats').addEventListener('click', () => {
  const phone = state.phone;
  state.chatId = null;
  history.pushState(null, '', addressOf(phone, ''));
  drawPhone();
  $('phone-title').focus();
});

$('new-phone').addEventListener('submit', (event) => {
  event.preventDefault();
  const digits = $('number').value.replace(/[\s().-]/g, '');
  const isNumber = /^\+?[1-9]\d{6,14}$/.test(digits);
  $('number-problem').textContent = isNumber ? '' : 'Write the number with its country code, such as +44 7700 900123.';
  $('number').setAttribute('aria-invalid', String(!isNumber));
  if (!isNumber) return;
  $('number').value = '';
  go(digits.replace('+', ''));
});

$('answer').addEventListener('submit', async (event) => {
  event.preventDefault();
  const text = $('text').value;
  if (text.trim() === '') return;
  const body = { text, ...(state.quoted && { replyTo: state.quoted }) };
  if (!(await write(body))) return;
  $('text').value = '';
  quote(null);
});

$('attach').addEventListener('click', () => sendAnswer(attachment));

$('unquote').addEventListener('click', () => {
  quote(null);
  $('text').focus();
});

$('text').addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  $('answer').requestSubmit();
});

function listen() {
  const events = new EventSource('/_sim/events');
  events.addEventListener('open', () => {
    $('lost').hidden = true;
    refreshPhones();
    refreshChats();
  });
  events.addEventListener('error', () => {
    $('lost').hidden = false;
  });
  events.addEventListener('message', async (event) => {
    const { phone, phoneNumberId, direction } = JSON.parse(event.data);
    refreshPhones();
    if (phone !== state.phone) return;
    await refreshChats();
    if (direction === 'to-citizen' && phoneNumberId === state.chatId) showTyping(false);
    if (direction === 'to-citizen') announce(state.chats.find((chat) => chat.phoneNumberId === phoneNumberId));
  });
  events.addEventListener('status', (event) => {
    refreshPhones();
    if (JSON.parse(event.data).phone === state.phone) refreshChats();
  });
  events.addEventListener('typing', (event) => {
    const { phone, phoneNumberId } = JSON.parse(event.data);
    if (phone === state.phone && phoneNumberId === state.chatId) showTyping(true);
  });
  events.addEventListener('world', () => refreshChats());
}

addEventListener('hashchange', openFromAddress);
openFromAddress();
listen();
