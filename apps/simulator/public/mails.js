const REFRESH_MS = 2_000;
const ADDRESS = /https?:\/\/[^\s]+/g;

const [list, none, lost, field, announce] = ['mails', 'none', 'lost', 'to', 'announce'].map((id) =>
  document.getElementById(id),
);
let shown = '';

field.value = new URLSearchParams(location.search).get('to') ?? '';
document.getElementById('filter').addEventListener('submit', (event) => event.preventDefault());
field.addEventListener('input', () => void refresh());

async function refresh() {
  try {
    const answer = await fetch(`/_sim/mails?to=${encodeURIComponent(field.value.trim())}`);
    const { data } = await answer.json();
    lost.hidden = true;
    show(data);
  } catch {
    lost.hidden = false;
  }
}

function show(mails) {
  const ids = mails.map(({ id }) => id).join();
  none.hidden = mails.length > 0;
  if (ids === shown) return;
  if (shown !== '' && mails[0]) announce.textContent = `New mail: ${mails[0].subject}`;
  shown = ids;
  list.replaceChildren(...mails.map(toItem));
}

function toItem({ to, subject, text, at }) {
  const item = document.createElement('li');
  const title = element('h2', subject);
  const body = element('p', '');
  for (const part of [title, body]) part.dir = 'auto';
  body.className = 'body';
  body.append(...withLinks(text));
  const meta = element('p', `To ${to} · ${new Date(at).toLocaleString()}`);
  meta.className = 'meta';
  item.append(title, meta, body);
  return item;
}

/** Text stays text, whatever stands in it; only addresses become links. */
function withLinks(text) {
  const parts = [];
  let end = 0;
  for (const found of text.matchAll(ADDRESS)) {
    const link = element('a', found[0]);
    link.href = found[0];
    parts.push(text.slice(end, found.index), link);
    end = found.index + found[0].length;
  }
  return [...parts, text.slice(end)];
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

void refresh();
setInterval(() => void refresh(), REFRESH_MS);
