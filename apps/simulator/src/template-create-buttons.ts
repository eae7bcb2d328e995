import { isObject, isText, type JsonObject } from './json.js';
import { templateFailure, templateParameter } from './template-failures.js';

/** How many of each may stand in a template. https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components */
const MOST: Readonly<Record<string, number>> = {
  QUICK_REPLY: 10,
  URL: 2,
  PHONE_NUMBER: 1,
  COPY_CODE: 1,
  FLOW: 1,
  REQUEST_CONTACT_INFO: 1,
  VOICE_CALL: 1,
  CATALOG: 1,
  MPM: 1,
  SPM: 1,
};
const FIXED_LABELS = ['COPY_CODE', 'REQUEST_CONTACT_INFO'];
const LABEL_CHARACTERS = 25;

export function checkCreatedButtons(value: unknown): void {
  const buttons = Array.isArray(value) ? value.filter(isObject) : [];
  if (buttons.length === 0 || buttons.length > 10) throw templateParameter('A template has 1 to 10 buttons.');
  const kinds = buttons.map((button) => String(button['type'] ?? '').toUpperCase());
  for (const [kind, most] of Object.entries(MOST)) {
    const count = kinds.filter((one) => one === kind).length;
    if (count > most) throw templateParameter(`A template has at most ${most} buttons of the type ${kind}.`);
  }
  // A run of quick replies at one end: seen from both ends, the kinds change once at most.
  const turns = kinds.slice(1).filter((kind, at) => (kind === 'QUICK_REPLY') !== (kinds[at] === 'QUICK_REPLY'));
  if (turns.length > 1) throw templateParameter('Quick replies and other buttons cannot be mixed.');
  buttons.forEach((button, at) => {
    checkButton(kinds[at] ?? '', button);
  });
}

function checkButton(kind: string, button: JsonObject): void {
  if (!Object.hasOwn(MOST, kind)) throw templateParameter(`The button type ${kind} does not exist here.`);
  const text = button['text'];
  if (!FIXED_LABELS.includes(kind)) {
    if (!isText(text)) throw templateParameter(`A button of the type ${kind} needs a text.`);
    if ([...text].length > LABEL_CHARACTERS) throw templateFailure(2388040, 'A button text has at most 25 characters.');
    if (text.includes('{{')) throw templateParameter('Button texts have no variables.');
  }
  SPECIFIC[kind]?.(button);
}

const SPECIFIC: Readonly<Record<string, (button: JsonObject) => void>> = {
  URL: checkUrl,
  PHONE_NUMBER: ({ phone_number: phone }) => {
    if (!isText(phone) || phone.length > 20 || !/^\+?[0-9 ()-]+$/.test(phone)) {
      throw templateParameter('phone_number is not valid.');
    }
  },
  COPY_CODE: ({ example }) => {
    const sample = Array.isArray(example) ? example[0] : example;
    if (!isText(sample) || sample.length > 15) throw templateParameter('COPY_CODE needs an example of at most 15.');
  },
  FLOW: (button) => {
    const isNamed = ['flow_id', 'flow_name', 'flow_json'].some((field) => button[field] !== undefined);
    if (!isNamed) throw templateParameter('FLOW needs flow_id, flow_name or flow_json.');
  },
};

function checkUrl({ url, example }: JsonObject): void {
  if (!isText(url) || url.length > 2_000) throw templateParameter('URL needs a url of at most 2000 characters.');
  const fixed = url.replace(/\{\{1\}\}$/, '');
  if (fixed.includes('{{') || !URL.canParse(fixed) || !/^https?:/i.test(fixed)) {
    throw templateParameter('The url is not valid, or its variable is not at its end.');
  }
  const { hostname } = new URL(fixed);
  if (hostname === 'wa.me' || hostname.endsWith('.whatsapp.com')) {
    throw templateParameter('Direct links to WhatsApp are not allowed.');
  }
  const sample = Array.isArray(example) ? example[0] : example;
  if (fixed !== url && !isText(sample)) throw templateParameter('A dynamic url needs an example.');
}
