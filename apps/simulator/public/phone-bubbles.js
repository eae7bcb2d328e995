// Draws what stands in a bubble besides its text: files, places, cards, lists, quotes. Nothing is fetched from elsewhere.
import { element, formatted, said, sign } from './phone-parts.js';

// Signs that every machine has, also one without coloured letters.
const SIGNS = { image: '▣', video: '▶', audio: '♪', document: '≣', sticker: '★' };
const WORDS = { image: 'Photo', video: 'Video', audio: 'Audio', document: 'Document', sticker: 'Sticker' };
const FIRST_ADDRESS = /https?:\/\/[^\s]+/;

export function bubbleContent(message, quoted) {
  return [
    ...(message.quotes ? [quote(quoted)] : []),
    ...(message.file ? [fileNode(message.file)] : []),
    ...(message.place ? [placeNode(message.place)] : []),
    ...(message.offer ? [offerNode(message.offer)] : []),
    ...(message.hasPreview ? previewOf(message.body) : []),
    ...(message.header ? [paragraph('bubble-header', message.header)] : []),
    ...(message.body ? [element('p', { class: 'bubble-body', dir: 'auto' }, ...formatted(message.body))] : []),
    ...(message.contacts ?? []).map(contactNode),
    ...(message.footer ? [paragraph('bubble-footer', message.footer)] : []),
  ];
}

/** One line for the list of chats and for who listens. */
export function lineOf(message) {
  if (message.body) return message.body;
  if (message.file) return message.file.isVoice ? 'Voice message' : `${WORDS[message.file.kind]}: ${message.file.name}`;
  if (message.place) return `Location${message.place.name ? `: ${message.place.name}` : ''}`;
  if (message.contacts) return `Contact: ${message.contacts.map(({ name }) => name).join(', ')}`;
  return message.header ?? message.type;
}

/** The cards of a carousel, to be scrolled sideways. */
export function cardsNode(cards, buttonOf) {
  const items = cards.map((card) => {
    const body = card.body ? [element('p', { dir: 'auto' }, ...formatted(card.body))] : [];
    const file = card.file ? [fileNode(card.file)] : [];
    return element('li', { class: 'card' }, ...file, ...body, ...card.buttons.map(buttonOf));
  });
  // What scrolls must be reachable by keyboard.
  return element('ul', { class: 'cards', tabindex: '0', 'aria-label': 'Cards' }, ...items);
}

function fileNode(file) {
  if (file.id && (file.kind === 'image' || file.kind === 'sticker')) return pictureNode(file);
  const words = file.isVoice ? 'Voice message' : WORDS[file.kind];
  const name = file.name === WORDS[file.kind] ? [] : [element('bdi', { class: 'file-name' }, file.name)];
  return element(
    'div',
    { class: `file ${file.kind}${file.isVoice ? ' voice' : ''}` },
    element('span', { class: 'file-sign', 'aria-hidden': 'true' }, file.isVoice ? '◉' : SIGNS[file.kind]),
    element('span', {}, words, ...(name.length > 0 ? [' ', ...name] : [])),
  );
}

function pictureNode(file) {
  const image = element('img', { class: `picture ${file.kind}`, src: `/_sim/media/${file.id}`, alt: file.name });
  // A picture that is not here any more is shown as what it was.
  image.addEventListener('error', () => image.replaceWith(fileNode({ ...file, id: undefined })));
  return image;
}

function placeNode({ latitude, longitude, name, address }) {
  const position = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  return element(
    'div',
    { class: 'place' },
    element('span', { class: 'map', 'aria-hidden': 'true' }, '◎'),
    element('strong', { dir: 'auto' }, name ?? 'Location'),
    ...(address ? [element('span', { dir: 'auto' }, address)] : []),
    element('bdi', { class: 'position' }, position),
  );
}

function contactNode({ name, lines }) {
  return element(
    'div',
    { class: 'contact' },
    element('span', { class: 'avatar', 'aria-hidden': 'true' }, [...name][0]?.toUpperCase() ?? '?'),
    element(
      'span',
      { class: 'contact-text' },
      element('strong', { dir: 'auto' }, name),
      ...lines.map((line) => element('bdi', {}, line)),
    ),
  );
}

function offerNode({ text, endsAt }) {
  const end = endsAt === undefined ? [] : [element('span', {}, `Ends ${new Date(endsAt).toLocaleString()}`)];
  return element('div', { class: 'offer' }, sign('%'), element('strong', { dir: 'auto' }, text), ...end);
}

function previewOf(text) {
  const [address] = FIRST_ADDRESS.exec(text) ?? [];
  if (!address || !URL.canParse(address)) return [];
  return [element('div', { class: 'preview' }, said('Preview of '), element('bdi', {}, new URL(address).host))];
}

function quote(quoted) {
  const words = quoted ? lineOf(quoted) : 'A message that is not here any more';
  return element('blockquote', { class: 'quote', dir: 'auto' }, said('In answer to: '), words);
}

function paragraph(className, text) {
  return element('p', { class: className, dir: 'auto' }, text);
}
