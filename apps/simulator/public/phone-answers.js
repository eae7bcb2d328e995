// What a citizen fills in before it is sent: a choice of a list, a form, a place, a file, a card. Each answers with the body
// of an inbound message besides who writes to whom, or with null.
import { element, sign } from './phone-parts.js';

const dialog = document.getElementById('ask');
const form = document.getElementById('ask-form');

/** Base64 grows by a third, and the simulator takes 4 MB. */
const MOST_BYTES = 2_900_000;

const ATTACHMENTS = [
  { label: 'Photo', mark: '▣', open: () => fileAnswer('image', 'image/jpeg,image/png') },
  { label: 'Video', mark: '▶', open: () => fileAnswer('video', 'video/mp4,video/3gpp') },
  { label: 'Document', mark: '≣', open: () => fileAnswer('document', '') },
  { label: 'Voice message', mark: '◉', open: async () => ({ kind: 'audio', audio: { voice: true } }) },
  { label: 'Location', mark: '◎', open: () => placeAnswer() },
  { label: 'Contact', mark: '☎', open: () => contactAnswer() },
];

/** Lets the citizen choose what to send besides text. */
export async function attachment() {
  const chosen = await choose(
    'Send',
    ATTACHMENTS.map(({ label, mark }, index) => choice(String(index), [sign(mark), label])),
  );
  return chosen === null ? null : ATTACHMENTS[Number(chosen)].open();
}

/** What a tap on a button of this kind leads to. */
export function answerTo(button, message) {
  if (button.kind === 'list') return rowAnswer(button, message);
  if (button.kind === 'location') return placeAnswer();
  if (button.kind === 'flow') return formAnswer(button, button.answer.flow_reply.values);
  if (button.kind === 'address') return addressAnswer(button);
  return Promise.resolve(button.answer ?? null);
}

async function rowAnswer(button, { sections = [] }) {
  const rows = sections.flatMap((section) => section.rows);
  const parts = sections.map(({ title, rows: own }) =>
    element(
      'fieldset',
      {},
      ...(title ? [element('legend', { dir: 'auto' }, title)] : []),
      ...own.map((row) => {
        const small = row.description ? [element('small', { dir: 'auto' }, row.description)] : [];
        return choice(String(rows.indexOf(row)), [element('span', { dir: 'auto' }, row.title), ...small]);
      }),
    ),
  );
  const chosen = await choose(button.text, parts);
  return chosen === null ? null : rows[Number(chosen)].answer;
}

/** A flow has screens that only Meta knows: here its answer is written as names and values. */
async function formAnswer(button, given) {
  const lines = Object.entries(given).map(([name, value]) => `${name}: ${value}`);
  const hint = 'One answer a line, such as name: Fatima';
  const values = await fill(button.text, [area('answers', hint, lines.join('\n'))]);
  if (!values) return null;
  const answers = values.answers.split('\n').flatMap((line) => {
    const at = line.indexOf(':');
    return at > 0 ? [[line.slice(0, at).trim(), line.slice(at + 1).trim()]] : [];
  });
  return { kind: 'flow_reply', flow_reply: { name: 'flow', values: Object.fromEntries(answers) } };
}

const ADDRESS_FIELDS = {
  name: 'Name',
  phone_number: 'Phone number',
  in_pin_code: 'Pin code',
  address: 'Address',
  city: 'City',
};

async function addressAnswer(button) {
  const { values: given = {} } = button.answer.flow_reply.values;
  const fields = Object.entries(ADDRESS_FIELDS).map(([name, label]) =>
    field(name, label, { value: given[name] ?? '' }),
  );
  const values = await fill(button.text, fields);
  return values && { kind: 'flow_reply', flow_reply: { name: 'address_message', values: { values } } };
}

async function placeAnswer() {
  const values = await fill('Send location', [
    field('latitude', 'Latitude', { type: 'number', step: 'any', min: -90, max: 90, required: '', value: 9.05785 }),
    field('longitude', 'Longitude', { type: 'number', step: 'any', min: -180, max: 180, required: '', value: 7.49508 }),
    field('name', 'Name of the place', {}),
  ]);
  if (!values) return null;
  const { latitude, longitude, name } = values;
  const location = { latitude: Number(latitude), longitude: Number(longitude), ...(name && { name }) };
  return { kind: 'location', location };
}

async function contactAnswer() {
  const values = await fill('Send contact', [
    field('name', 'Name', { required: '' }),
    field('phone', 'Phone number', { type: 'tel', required: '' }),
  ]);
  if (!values) return null;
  const { name, phone } = values;
  const card = { name: { formatted_name: name, first_name: name }, phones: [{ phone, type: 'CELL' }] };
  return { kind: 'contacts', contacts: { cards: [card] } };
}

async function fileAnswer(kind, accept) {
  const values = await fill(kind === 'document' ? 'Send document' : `Send ${kind}`, [
    field('file', 'File', { type: 'file', required: '', ...(accept && { accept }) }),
    field('caption', 'Caption', { maxlength: 1024 }),
  ]);
  if (!values) return null;
  const { file, caption } = values;
  if (file.size > MOST_BYTES) throw new Error('This file is too large for the simulator: 2.9 MB at most.');
  const content = { base64: await base64Of(file), mime_type: file.type || 'application/octet-stream' };
  const words = { ...(caption && { caption }), ...(kind === 'document' && { filename: file.name }) };
  return { kind, [kind]: { ...content, ...words } };
}

function base64Of(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result).replace(/^[^,]*,/, '')));
    reader.addEventListener('error', () => reject(new Error('The file could not be read.')));
    reader.readAsDataURL(file);
  });
}

function choice(value, content) {
  return element('button', { type: 'submit', class: 'choice', value }, ...content);
}

function field(name, label, attributes) {
  return element(
    'label',
    {},
    element('span', {}, label),
    element('input', { name, autocomplete: 'off', ...attributes }),
  );
}

function area(name, label, value) {
  return element('label', {}, element('span', {}, label), element('textarea', { name, rows: 6, dir: 'auto' }, value));
}

async function choose(title, parts) {
  const answer = await ask(title, parts, false);
  return answer === null || answer.value === '' ? null : answer.value;
}

async function fill(title, fields) {
  const answer = await ask(title, fields, true);
  return answer && Object.fromEntries(answer.data);
}

/** @returns the button that closed it and what was filled in, or null when the citizen thought better of it */
function ask(title, parts, isForm) {
  document.getElementById('ask-title').textContent = title;
  document.getElementById('ask-fields').replaceChildren(...parts);
  document.getElementById('ask-send').hidden = !isForm;
  dialog.showModal();
  return new Promise((resolve) => {
    const settle = (answer) => {
      form.removeEventListener('submit', send);
      dialog.removeEventListener('close', leave);
      dialog.close();
      resolve(answer);
    };
    const send = (event) => {
      event.preventDefault();
      settle({ value: event.submitter?.value ?? '', data: new FormData(form) });
    };
    // The browser tells of a close a moment later, when the next question may be open already.
    const leave = () => {
      if (!dialog.open) settle(null);
    };
    form.addEventListener('submit', send);
    dialog.addEventListener('close', leave);
  });
}

document.getElementById('ask-cancel').addEventListener('click', () => dialog.close());
