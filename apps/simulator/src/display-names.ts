import type { EventStream } from './event-stream.js';
import { invalid } from './graph-error.js';
import type { JsonObject } from './json.js';
import type { NumberLives } from './number-life.js';
import type { Scheduler } from './scheduler.js';
import type { WebhookSender } from './webhook-sender.js';
import type { WorldNumber } from './world.js';

/** People at Meta take days; here a name waits long enough to be seen waiting, unless the clock is moved. */
const REVIEW_MS = 60_000;
const SHORTEST = 3;
const LONGEST = 200;
/** No citizen has to do with it, so only faults for all of them strike. */
const NOBODY = '';
const HAS_LETTERS = /\p{Letter}{2}/u;

type NameDecision = 'APPROVED' | 'DECLINED';

/** Reviews of display names: each is approved after a while, or decided on command, and told by webhook. */
export class DisplayNames {
  constructor(
    private readonly lives: NumberLives,
    private readonly scheduler: Scheduler,
    private readonly events: EventStream,
    private readonly webhooks: WebhookSender,
  ) {}

  /** The name of a number that is new. */
  reviewFirst(number: WorldNumber): void {
    this.scheduler.after(REVIEW_MS, () => {
      if (this.lives.of(number).nameStatus === 'PENDING_REVIEW') this.decideFirst(number, 'APPROVED');
    });
  }

  change(number: WorldNumber, name: unknown): JsonObject {
    const checked = readDisplayName(name);
    const request = { name: checked, status: 'PENDING_REVIEW' as const };
    const life = this.lives.of(number);
    life.requestedName = request;
    this.events.emit('numbers', {});
    this.scheduler.after(REVIEW_MS, () => {
      if (life.requestedName === request && request.status === 'PENDING_REVIEW')
        this.decideRequested(number, 'APPROVED');
    });
    return { success: true };
  }

  /** On command: the name that was asked for last. */
  decide(number: WorldNumber, status: NameDecision): void {
    if (this.lives.of(number).requestedName) this.decideRequested(number, status);
    else this.decideFirst(number, status);
  }

  private decideFirst(number: WorldNumber, status: NameDecision): void {
    this.lives.of(number).nameStatus = status;
    this.tell(number, number.verifiedName, status);
  }

  private decideRequested(number: WorldNumber, status: NameDecision): void {
    const { requestedName } = this.lives.of(number);
    if (!requestedName) return;
    requestedName.status = status;
    this.tell(number, requestedName.name, status);
  }

  private tell(number: WorldNumber, name: string, status: NameDecision): void {
    this.events.emit('numbers', {});
    const value = {
      display_phone_number: number.digits,
      decision: status === 'APPROVED' ? 'APPROVED' : 'REJECTED',
      requested_verified_name: name,
      rejection_reason: status === 'APPROVED' ? null : 'NAME_NOT_CONSISTENT',
    };
    const change = { field: 'phone_number_name_update', value };
    this.webhooks.send({ number, contact: null, item: { change } }, NOBODY);
  }
}

export function readDisplayName(name: unknown): string {
  if (typeof name !== 'string' || name.trim().length < SHORTEST || name.length > LONGEST) {
    throw invalid(`The display name must have ${SHORTEST} to ${LONGEST} characters.`);
  }
  if (!HAS_LETTERS.test(name)) throw invalid('The display name does not comply with the display name guidelines.');
  return name;
}
