// The smallest parts of the page. Every text from outside becomes a text node, never markup.

const MARKS = { '*': 'strong', _: 'em', '~': 's', '`': 'code' };
const MARKED = /```([^`]+)```|(?<![\p{L}\p{N}])([*_~])(\S(?:[^\n]*?\S)?)\2(?![\p{L}\p{N}])/gu;

export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

export function sign(character) {
  return element('span', { 'aria-hidden': 'true', class: 'sign' }, character);
}

/** For who listens to the page instead of seeing it. */
export function said(text) {
  return element('span', { class: 'hidden' }, text);
}

/** WhatsApp's *bold*, _italic_, ~strike~ and ```mono```. */
export function formatted(text) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(MARKED)) {
    nodes.push(text.slice(end, match.index));
    nodes.push(element(MARKS[match[2] ?? '`'], {}, match[1] ?? match[3]));
    end = match.index + match[0].length;
  }
  return [...nodes, text.slice(end)];
}
