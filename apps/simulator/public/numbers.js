// The page with the numbers: the codes that "came to the handset", and what Meta decides about names.

const $ = (id) => document.getElementById(id);

async function call(method, path, body) {
  const response = await fetch(`/_sim/${path}`, { method, body: body && JSON.stringify(body) });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error?.message ?? 'The simulator refused.');
  return answer;
}

function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

const WAYS = { SMS: 'text message', VOICE: 'call' };

function codeItem({ code, displayPhoneNumber, method, at }) {
  const item = element('li');
  const time = new Date(at).toLocaleTimeString();
  item.append(
    element('span', `${code.slice(0, 3)}-${code.slice(3)}`, 'digits'),
    element('div', `to ${displayPhoneNumber}, by ${WAYS[method]}, ${time}`),
  );
  return item;
}

function numberItem(number) {
  const item = element('li');
  const { displayPhoneNumber, verifiedName, account, isVerified, isRegistered, status, quality, nameStatus } = number;
  const steps = [isVerified ? 'verified' : 'not verified', isRegistered ? 'registered' : 'not registered'];
  item.append(
    element('strong', `${displayPhoneNumber}  ${verifiedName}`),
    element('div', `${account} · ${steps.join(', ')} · status ${status} · quality ${quality}`),
    element('div', `number ${number.phoneNumberId} · account ${number.wabaId}`, 'hint'),
  );
  const { requestedName } = number;
  const waiting = requestedName?.status === 'PENDING_REVIEW' ? requestedName.name : undefined;
  if (requestedName) item.append(element('div', `Asked to be called ${requestedName.name}: ${requestedName.status}`));
  else item.append(element('div', `Display name: ${nameStatus}`));
  if (waiting !== undefined || nameStatus === 'PENDING_REVIEW') item.append(decisions(number));
  return item;
}

function decisions({ phoneNumberId, displayPhoneNumber }) {
  const actions = element('div', undefined, 'actions');
  for (const [status, text] of Object.entries({ APPROVED: 'Approve the name', DECLINED: 'Decline the name' })) {
    const button = element('button', text);
    button.type = 'button';
    button.setAttribute('aria-label', `${text} of ${displayPhoneNumber}`);
    button.addEventListener('click', () => call('POST', `numbers/${phoneNumberId}/name-status`, { status }));
    actions.append(button);
  }
  return actions;
}

async function refresh() {
  const [codes, numbers] = await Promise.all([call('GET', 'codes'), call('GET', 'numbers')]);
  $('codes').replaceChildren(...codes.data.map(codeItem));
  $('no-codes').hidden = codes.data.length > 0;
  $('numbers').replaceChildren(...numbers.data.map(numberItem));
  $('no-numbers').hidden = numbers.data.length > 0;
}

$('signup').addEventListener('submit', async (event) => {
  event.preventDefault();
  $('signup-problem').textContent = '';
  try {
    const answer = await call('POST', 'signups', Object.fromEntries(new FormData(event.target)));
    $('signup-result').replaceChildren(
      ...Object.entries(answer).flatMap(([name, value]) => [element('dt', name), element('dd', value)]),
    );
    $('signup-result').hidden = false;
  } catch (error) {
    $('signup-problem').textContent = error.message;
  }
});

const events = new EventSource('/_sim/events');
const update = () => refresh().catch(() => undefined);
events.addEventListener('numbers', update);
events.addEventListener('world', update);
events.addEventListener('open', () => {
  $('lost').hidden = true;
  update();
});
events.addEventListener('error', () => {
  $('lost').hidden = false;
});
