import { Pool } from 'undici';
import { callGraph, type GraphCall, GraphCallError } from './graph-call.js';
import {
  NUMBER_FIELDS,
  PROFILE_FIELDS,
  readNextCursor,
  readNumberFields,
  readProfile,
  readSubscribedApps,
  readWabaNumbers,
  textOf,
  WABA_NUMBER_FIELDS,
} from './number-answers.js';
import {
  type BlockedPage,
  type BlockOutcome,
  type BlockSubject,
  type ConversationStarters,
  readBlockedUsers,
  readBlockOutcomes,
  readShortLink,
  readShortLinks,
  readStarters,
  SHORT_LINK_FIELDS,
  type ShortLink,
} from './number-extras.js';
import type { BusinessProfile, NewWabaNumber, NumberFields, SignupToken, WabaNumber } from './number-types.js';

export interface AccountsClientOptions {
  /** `https://graph.facebook.com`, or the address of a simulator. */
  readonly baseUrl: string;
  readonly apiVersion: string;
  readonly timeoutMs?: number;
}

/** Who speaks, about which number or account of Meta's. */
export interface GraphSubject {
  readonly id: string;
  readonly accessToken: string;
}

/** Meta sends the code by SMS or by a call before it answers. */
const DEFAULT_TIMEOUT_MS = 20_000;
const CONNECT_TIMEOUT_MS = 3_000;

const MESSAGING_PRODUCT = { messaging_product: 'whatsapp' } as const;

/**
 * Meta's API for accounts, phone numbers and Embedded Signup. Every method throws `GraphCallError` when it does not
 * succeed, and none repeats a call: registering counts against a limit, and codes cost a citizen's patience.
 */
export class AccountsClient {
  private readonly pool: Pool;
  private readonly pathPrefix: string;

  constructor({ baseUrl, apiVersion, timeoutMs = DEFAULT_TIMEOUT_MS }: AccountsClientOptions) {
    const base = new URL(baseUrl);
    this.pathPrefix = `${base.pathname.replace(/\/+$/, '')}/${apiVersion}`;
    this.pool = new Pool(base.origin, {
      connections: 2,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      connect: { timeout: CONNECT_TIMEOUT_MS },
    });
  }

  /** @returns Meta's id of the new number */
  async addNumber(waba: GraphSubject, { countryCode, nationalNumber, verifiedName }: NewWabaNumber): Promise<string> {
    const body = { cc: countryCode, phone_number: nationalNumber, verified_name: verifiedName };
    const answer = await this.post(waba, 'phone_numbers', body);
    const id = textOf(answer['id']);
    if (id === null) throw new GraphCallError('unknown', 'The answer has no id of the number.', 200);
    return id;
  }

  /** Every number of an account, page by page. */
  async numbersOf(waba: GraphSubject): Promise<WabaNumber[]> {
    const numbers: WabaNumber[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const query: URLSearchParams = new URLSearchParams({
        fields: WABA_NUMBER_FIELDS,
        limit: '100',
        ...(after && { after }),
      });
      const answer = await this.get(waba, `/phone_numbers?${query}`);
      numbers.push(...readWabaNumbers(answer));
      after = readNextCursor(answer);
    }
    return numbers;
  }

  async requestCode(number: GraphSubject, method: 'sms' | 'voice', language: string): Promise<void> {
    await this.post(number, 'request_code', { code_method: method.toUpperCase(), language });
  }

  async verifyCode(number: GraphSubject, code: string): Promise<void> {
    await this.post(number, 'verify_code', { code });
  }

  /** The PIN becomes the number's two-step PIN, or must be the one that it has. */
  async register(number: GraphSubject, pin: string): Promise<void> {
    await this.post(number, 'register', { ...MESSAGING_PRODUCT, pin });
  }

  async deregister(number: GraphSubject): Promise<void> {
    await this.post(number, 'deregister', MESSAGING_PRODUCT);
  }

  /** The two-step PIN of a registered number; the old one is not asked for. */
  async setPin(number: GraphSubject, pin: string): Promise<void> {
    await this.call(number, 'POST', '', { pin });
  }

  /** All of them: a number has at most 2,000, and few agencies have more than ten. */
  async shortLinks(number: GraphSubject): Promise<ShortLink[]> {
    return readShortLinks(await this.get(number, `/message_qrdls?fields=${SHORT_LINK_FIELDS}`));
  }

  /** With a code it changes the text of that link. */
  async saveShortLink(number: GraphSubject, prefilledMessage: string, code?: string): Promise<ShortLink> {
    const body = { prefilled_message: prefilledMessage, ...(code !== undefined && { code }) };
    return readShortLink(await this.post(number, 'message_qrdls', body));
  }

  async removeShortLink(number: GraphSubject, code: string): Promise<void> {
    await this.call(number, 'DELETE', `/message_qrdls/${encodeURIComponent(code)}`);
  }

  async blockedUsers(number: GraphSubject, { limit, after }: { limit: number; after?: string }): Promise<BlockedPage> {
    const query = new URLSearchParams({ limit: String(limit), ...(after !== undefined && { after }) });
    const answer = await this.get(number, `/block_users?${query}`);
    return { users: readBlockedUsers(answer), next: readNextCursor(answer) };
  }

  async blockUsers(number: GraphSubject, people: readonly BlockSubject[]): Promise<BlockOutcome[]> {
    return this.changeBlocks(number, 'POST', people);
  }

  async unblockUsers(number: GraphSubject, people: readonly BlockSubject[]): Promise<BlockOutcome[]> {
    return this.changeBlocks(number, 'DELETE', people);
  }

  async conversationStarters(number: GraphSubject): Promise<ConversationStarters> {
    return readStarters(await this.get(number, '?fields=conversational_automation'));
  }

  async changeConversationStarters(number: GraphSubject, { prompts, commands }: ConversationStarters): Promise<void> {
    const named = commands.map(({ name, description }) => ({ command_name: name, command_description: description }));
    await this.post(number, 'conversational_automation', { prompts, commands: named });
  }

  async numberFields(number: GraphSubject): Promise<NumberFields> {
    return readNumberFields(await this.get(number, `?fields=${NUMBER_FIELDS}`));
  }

  /** Meta reviews the name; once approved, registering again puts it into force. */
  async changeDisplayName(number: GraphSubject, name: string): Promise<void> {
    await this.call(number, 'POST', `?${new URLSearchParams({ new_display_name: name })}`);
  }

  async profile(number: GraphSubject): Promise<BusinessProfile> {
    return readProfile(await this.get(number, `/whatsapp_business_profile?fields=${PROFILE_FIELDS}`));
  }

  /** Fields that are absent stay as they are. */
  async changeProfile(
    number: GraphSubject,
    { pictureUrl: _, pictureHandle, ...profile }: BusinessProfile,
  ): Promise<void> {
    const picture = pictureHandle === undefined ? {} : { profile_picture_handle: pictureHandle };
    await this.post(number, 'whatsapp_business_profile', { ...MESSAGING_PRODUCT, ...profile, ...picture });
  }

  /** Without it the app hears nothing of the account. */
  async subscribe(waba: GraphSubject): Promise<void> {
    await this.post(waba, 'subscribed_apps');
  }

  async subscribedApps(waba: GraphSubject): Promise<string[]> {
    return readSubscribedApps(await this.get(waba, '/subscribed_apps'));
  }

  /** The code lives 30 seconds. https://developers.facebook.com/documentation/business-messaging/whatsapp/embedded-signup/overview */
  async exchangeSignupCode(app: { readonly id: string; readonly secret: string }, code: string): Promise<SignupToken> {
    const query = new URLSearchParams({ client_id: app.id, client_secret: app.secret, code });
    const path = `${this.pathPrefix}/oauth/access_token?${query}`;
    const answer = await callGraph(this.pool, { method: 'GET', path });
    const accessToken = textOf(answer['access_token']);
    if (accessToken === null) throw new GraphCallError('unknown', 'The answer has no access token.', 200);
    const expiresIn = answer['expires_in'];
    return { accessToken, expiresInSeconds: typeof expiresIn === 'number' && expiresIn > 0 ? expiresIn : null };
  }

  /** Where some people could not be blocked, Meta answers 400 and says of each what became of it. */
  private async changeBlocks(
    number: GraphSubject,
    method: 'POST' | 'DELETE',
    people: readonly BlockSubject[],
  ): Promise<BlockOutcome[]> {
    const users = people.map((one) => ('phone' in one ? { user: one.phone } : { user_id: one.userId }));
    const body = { ...MESSAGING_PRODUCT, block_users: users };
    try {
      return readBlockOutcomes(await this.call(number, method, '/block_users', body));
    } catch (error) {
      const answer = error instanceof GraphCallError ? error.answer : null;
      if (answer?.['block_users']) return readBlockOutcomes(answer);
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.pool.close();
  }

  private get(subject: GraphSubject, tail: string): Promise<Readonly<Record<string, unknown>>> {
    return this.call(subject, 'GET', tail);
  }

  private post(subject: GraphSubject, edge: string, body?: object): Promise<Readonly<Record<string, unknown>>> {
    return this.call(subject, 'POST', `/${edge}`, body);
  }

  private call(
    { id, accessToken }: GraphSubject,
    method: GraphCall['method'],
    tail: string,
    body?: object,
  ): Promise<Readonly<Record<string, unknown>>> {
    const path = `${this.pathPrefix}/${encodeURIComponent(id)}${tail}`;
    return callGraph(this.pool, { method, path, accessToken, ...(body !== undefined && { body }) });
  }
}
