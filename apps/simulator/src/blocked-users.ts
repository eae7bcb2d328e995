import type { Citizens } from './citizens.js';
import { GraphFailure, missing, titleOf } from './graph-error.js';
import { pageOf } from './graph-paging.js';
import { jsonReply, type Reply } from './http-reply.js';
import { isObject, type JsonObject } from './json.js';
import type { NumberLives } from './number-life.js';
import { type Recipient, readRecipient } from './recipient.js';
import type { SimulatorClock } from './simulator-clock.js';
import type { WorldNumber } from './world.js';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/block-users */
const MOST_BLOCKED = 64_000;
const BULK_FAILED = 139_100;
const LIST_FULL = 139_101;
const NO_RECENT_MESSAGE = 131_047;

interface Outcome {
  readonly node: JsonObject;
  readonly error: JsonObject | null;
}

/** `/{number}/block_users`: people whose messages a number does not take, and whom it cannot write to. */
export class BlockedUsers {
  constructor(
    private readonly lives: NumberLives,
    private readonly citizens: Citizens,
    private readonly clock: SimulatorClock,
  ) {}

  list(number: WorldNumber, url: URL): JsonObject {
    const nodes = [...this.lives.of(number).blocked].map((key) => ({
      messaging_product: 'whatsapp',
      ...(isPhone(key) ? { wa_id: key } : { user_id: key }),
    }));
    return pageOf(nodes, url);
  }

  block(number: WorldNumber, body: unknown): Reply {
    return this.change(number, body, 'added_users', (person, input) => this.blockOne(number, person, input));
  }

  unblock(number: WorldNumber, body: unknown): Reply {
    return this.change(number, body, 'removed_users', (person, input) => {
      this.lives.of(number).blocked.delete(person.key);
      return { node: nodeOf(person, input), error: null };
    });
  }

  isBlocked(number: WorldNumber, key: string): boolean {
    return this.lives.of(number).blocked.has(key);
  }

  assertMayWriteTo(number: WorldNumber, key: string): void {
    if (this.isBlocked(number, key)) throw new GraphFailure(130403, { details: 'The business has blocked this user.' });
  }

  private blockOne(number: WorldNumber, person: Recipient, input: string): Outcome {
    const { blocked } = this.lives.of(number);
    const node = nodeOf(person, input);
    if (!this.citizens.isWindowOpen(person.key, number, this.clock.now())) {
      return { node, error: errorOf(NO_RECENT_MESSAGE, 'The user has not messaged you in the last 24 hours.') };
    }
    if (blocked.size >= MOST_BLOCKED) return { node, error: errorOf(LIST_FULL, 'The block list is full.') };
    blocked.add(person.key);
    return { node, error: null };
  }

  /** Whoever cannot be blocked is told beside those who were, with 400. */
  private change(
    number: WorldNumber,
    body: unknown,
    done: 'added_users' | 'removed_users',
    act: (person: Recipient, input: string) => Outcome,
  ): Reply {
    const outcomes = readUsers(body).map((user) => this.actOn(number, user, act));
    const failed = outcomes.filter(({ error }) => error !== null);
    const users = {
      [done]: outcomes.filter(({ error }) => error === null).map(({ node }) => node),
      ...(failed.length > 0 && { failed_users: failed.map(({ node, error }) => ({ ...node, errors: [error] })) }),
    };
    const answer = { messaging_product: 'whatsapp', block_users: users };
    if (failed.length === 0) return jsonReply(200, answer);
    const details = 'Failed to block some users, see the block_users response list for details';
    return jsonReply(400, { ...answer, ...new GraphFailure(BULK_FAILED, { details }).toBody() });
  }

  private actOn(number: WorldNumber, user: JsonObject, act: (person: Recipient, input: string) => Outcome): Outcome {
    const input = String(user['user'] ?? user['user_id'] ?? '');
    try {
      return act(readRecipient({ to: user['user'], recipient: user['user_id'] }, number, this.citizens), input);
    } catch (error) {
      if (!(error instanceof GraphFailure)) throw error;
      return { node: { input }, error: errorOf(error.code, error.options.details ?? error.message) };
    }
  }
}

function readUsers(body: unknown): JsonObject[] {
  if (!isObject(body) || body['messaging_product'] !== 'whatsapp') {
    throw new GraphFailure(100, { message: '(#100) The parameter messaging_product is required.' });
  }
  const users = body['block_users'];
  if (!Array.isArray(users) || users.length === 0) throw missing('block_users');
  return users.map((user) => (isObject(user) ? user : {}));
}

function nodeOf({ phone, userId }: Recipient, input: string): JsonObject {
  return { input, ...(phone !== null && { wa_id: phone }), ...(userId !== null && { user_id: userId }) };
}

function errorOf(code: number, details: string): JsonObject {
  return { message: titleOf(code), code, error_data: { details } };
}

function isPhone(key: string): boolean {
  return /^\d+$/.test(key);
}
