import type { AccountEvents } from './account-events.js';
import type { CitizenActs } from './citizen-acts.js';
import { ControlError } from './control-error.js';
import type { Faults } from './faults.js';
import { jsonReply, type Reply } from './http-reply.js';
import type { InboundMessages } from './inbound-messages.js';
import { isObject, parseJson } from './json.js';
import type { Ledger } from './ledger.js';
import type { Mails } from './mails.js';
import type { MediaControl } from './media-control.js';
import type { MediaFaults } from './media-faults.js';
import type { NumbersControl } from './numbers-control.js';
import type { Personas } from './personas.js';
import type { PhoneView } from './phone-view.js';
import type { Profile } from './profile.js';
import type { SimulatorClock } from './simulator-clock.js';
import type { TemplatesControl } from './templates-control.js';
import type { WorldControl } from './world-control.js';

export interface ControlParts {
  readonly clock: SimulatorClock;
  readonly profile: Profile;
  readonly faults: Faults;
  readonly ledger: Ledger;
  readonly inbound: InboundMessages;
  readonly phones: PhoneView;
  readonly worldControl: WorldControl;
  readonly mails: Mails;
  readonly numbers: NumbersControl;
  readonly media: MediaControl;
  readonly acts: CitizenActs;
  readonly personas: Personas;
  readonly accounts: AccountEvents;
  readonly mediaFaults: MediaFaults;
  readonly templates: TemplatesControl;
}

type Route = (body: () => unknown, query: URLSearchParams) => object;

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 10_000;

/** Ten years: a clock further ahead writes dates that other programs refuse. */
const MAX_ADVANCE_MS = 10 * 366 * 24 * 3_600_000;

/** `/_sim`: the strings behind the stage. Not part of Meta's API. */
export class ControlApi {
  private readonly routes: Readonly<Record<string, Route>>;

  constructor(private readonly parts: ControlParts) {
    const { clock, profile, faults, inbound, phones, worldControl, mails, numbers, templates } = parts;
    this.routes = {
      'GET health': () => ({ status: 'ok' }),
      'GET world': () => worldControl.show(),
      'PUT world': (body) => worldControl.put(body()),
      'GET accepts': (_body, query) => this.accepts(query),
      'POST inbound': (body) => ({ wamid: inbound.write(body()) }),
      'GET faults': () => ({ data: faults.list() }),
      'POST faults': (body) => ({ id: faults.add(body()) }),
      'DELETE faults': () => this.clearFaults(),
      'GET clock': () => ({ offsetMs: clock.offsetMs }),
      'POST clock': (body) => this.advance(body()),
      'GET profile': () => profile.settings,
      'POST profile': (body) => this.changeProfile(body()),
      'GET phones': () => ({ data: phones.list() }),
      'GET threads': (_body, query) => ({ data: phones.threadsOf(query.get('phone') ?? '') }),
      'POST read': (body) => phones.read(body()),
      'GET mails': (_body, query) => ({ data: mails.list(query.get('to')) }),
      'POST mails': (body) => ({ id: mails.add(body()) }),
      'GET personas': () => ({ data: parts.personas.list() }),
      'POST personas': (body) => parts.acts.become(body()),
      'POST citizens/number': (body) => parts.acts.changeNumber(body()),
      'POST citizens/user-id': (body) => parts.acts.changeUserId(body()),
      'POST citizens/identity': (body) => parts.acts.changeIdentity(body()),
      'POST citizens/marketing': (body) => parts.acts.chooseMarketing(body()),
      'POST citizens/call': (body) => parts.acts.call(body()),
      'GET webhooks': () => ({ data: parts.accounts.fields() }),
      'POST webhooks': (body) => parts.accounts.tell(body()),
      'POST media': (body) => parts.media.plant(body()),
      'POST media/faults': (body) => parts.mediaFaults.add(body()),
      'GET numbers': () => ({ data: numbers.list() }),
      'GET codes': (_body, query) => ({ data: numbers.codes(query.get('phoneNumberId')) }),
      'GET templates': (_body, query) => ({ data: templates.list(query.get('name')) }),
      'POST signups': (body) => numbers.signUp(body()),
    };
  }

  answer(method: string, url: string, body: string): Reply {
    const [path = '', query = ''] = url.slice('/_sim/'.length).split('?', 2);
    const [, faultId] = /^faults\/([^/]+)$/.exec(path) ?? [];
    if (method === 'DELETE' && faultId !== undefined) return jsonReply(200, this.removeFault(faultId));
    const [, fileId] = /^media\/(\d+)$/.exec(path) ?? [];
    if (method === 'GET' && fileId !== undefined) return this.parts.media.picture(fileId);
    const name = `${method} ${path}`;
    const route = Object.hasOwn(this.routes, name)
      ? this.routes[name]
      : (this.numberRoute(name) ?? this.templateRoute(name));
    if (!route) throw new ControlError('not-found', `There is no ${method} /_sim/${path}.`, undefined, 404);
    return jsonReply(
      200,
      route(() => readBody(body), new URLSearchParams(query)),
    );
  }

  /** `POST numbers/:id/name-status`, `POST numbers/:id/facts` and `POST numbers/:id/throughput-upgrade`. */
  private numberRoute(name: string): Route | undefined {
    const [, id = '', what] = /^POST numbers\/(\d+)\/(name-status|facts|throughput-upgrade)$/.exec(name) ?? [];
    if (what === 'name-status') return (body) => this.parts.numbers.decideName(id, body());
    if (what === 'facts') return (body) => this.parts.numbers.setFacts(id, body());
    if (what === 'throughput-upgrade') return () => this.parts.numbers.upgradeThroughput(id);
    return undefined;
  }

  /** `POST templates/:id/decision`, `POST templates/:id/quality` and `POST templates/:id/category`. */
  private templateRoute(name: string): Route | undefined {
    const [, id = '', what] = /^POST templates\/(\d+)\/(decision|quality|category)$/.exec(name) ?? [];
    if (what === 'decision') return (body) => this.parts.templates.decide(id, body());
    if (what === 'quality') return (body) => this.parts.templates.rate(id, body());
    if (what === 'category') return (body) => this.parts.templates.recategorise(id, body());
    return undefined;
  }

  private accepts(query: URLSearchParams): object {
    const to = query.get('to')?.trim().replace(/^\+/, '');
    const callbackData = query.get('callbackData');
    const phoneNumberId = query.get('phoneNumberId');
    return this.parts.ledger.list({
      ...(to && { to }),
      ...(callbackData && { callbackData }),
      ...(phoneNumberId && { phoneNumberId }),
      after: readCount(query, 'after', 0, [0, Number.MAX_SAFE_INTEGER]),
      limit: readCount(query, 'limit', DEFAULT_LIMIT, [1, MAX_LIMIT]),
    });
  }

  private clearFaults(): object {
    this.parts.faults.clear();
    return { success: true };
  }

  private removeFault(id: string): object {
    if (this.parts.faults.remove(id)) return { success: true };
    throw new ControlError('not-found', 'There is no fault with this id.', 'id', 404);
  }

  private advance(body: unknown): object {
    const advanceMs = isObject(body) ? body['advanceMs'] : undefined;
    if (!Number.isInteger(advanceMs) || (advanceMs as number) < 0 || (advanceMs as number) > MAX_ADVANCE_MS) {
      throw new ControlError('invalid-clock', 'advanceMs is a whole number of milliseconds, 0 or more.', 'advanceMs');
    }
    this.parts.clock.advance(advanceMs as number);
    return { offsetMs: this.parts.clock.offsetMs };
  }

  private changeProfile(body: unknown): object {
    this.parts.profile.change(body);
    return this.parts.profile.settings;
  }
}

function readBody(text: string): unknown {
  const value = parseJson(text);
  if (value === undefined) throw new ControlError('invalid-json', 'The body is not JSON.');
  return value;
}

function readCount(
  query: URLSearchParams,
  name: string,
  fallback: number,
  [min, max]: readonly [number, number],
): number {
  const text = query.get(name);
  if (text === null) return fallback;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= min && value <= max) return value;
  throw new ControlError('invalid-query', `${name} is a whole number from ${min} to ${max}.`, name);
}
