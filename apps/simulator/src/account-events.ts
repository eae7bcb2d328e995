import { ControlError } from './control-error.js';
import type { EventStream } from './event-stream.js';
import { FIELD_SAMPLES } from './field-samples.js';
import { isObject, isText, type JsonObject } from './json.js';
import type { NumberLives } from './number-life.js';
import type { SimulatorClock } from './simulator-clock.js';
import type { WebhookSender } from './webhook-sender.js';
import type { World, WorldNumber } from './world.js';

export interface AccountEventsParts {
  readonly world: World;
  readonly lives: NumberLives;
  readonly clock: SimulatorClock;
  readonly events: EventStream;
  readonly webhooks: WebhookSender;
}

/** No citizen has to do with it, so only faults for all of them strike. */
const NOBODY = '';

/** What webhooks up to v23 call the limit of the portfolio. */
const OLD_CAPABILITY = 'max_daily_conversation_per_phone';
const CAPABILITY = 'max_daily_conversations_per_business';

/** `/_sim/webhooks`: any field of a webhook, told of a number or its account; what it says becomes true here as well. */
export class AccountEvents {
  constructor(private readonly parts: AccountEventsParts) {}

  fields(): object[] {
    return Object.keys(FIELD_SAMPLES).map((field) => ({ field }));
  }

  /** `{ phoneNumberId, field, value? }`: the parts of `value` that are given stand in the place of the sample's. */
  tell(input: unknown): object {
    const { phoneNumberId, field, value } = isObject(input) ? input : {};
    const number = this.parts.world.findNumber(String(phoneNumberId));
    if (!number)
      throw new ControlError('unknown-phone-number', 'There is no phone number with this id.', 'phoneNumberId');
    if (!isText(field)) throw new ControlError('invalid-webhook', 'field is the name of a field.', 'field');
    const sample = Object.hasOwn(FIELD_SAMPLES, field) ? FIELD_SAMPLES[field] : undefined;
    const told = { ...sample?.(number, this.seconds()), ...(isObject(value) ? value : {}) };
    this.comeTrue(number, field, told);
    this.parts.webhooks.send({ number, contact: null, item: { change: { field, value: told } } }, NOBODY);
    this.parts.events.emit('numbers', {});
    return { field, value: told };
  }

  private seconds(): number {
    return Math.floor(this.parts.clock.now() / 1_000);
  }

  /** Asked about the number afterwards, Graph answers the same. */
  private comeTrue(number: WorldNumber, field: string, value: JsonObject): void {
    const siblings = number.waba.phoneNumbers.map((one) => this.parts.lives.of(one));
    if (field === 'business_capability_update') {
      const limit = value[CAPABILITY] ?? value[OLD_CAPABILITY];
      if (isText(limit)) for (const life of siblings) life.messagingLimit = limit;
    }
    if (field !== 'account_update') return;
    const status = statusAfter(value);
    if (status !== undefined) for (const life of siblings) life.status = status;
  }
}

/** Undefined where the event says nothing of whether the numbers may send; null lets the status follow from registration. */
function statusAfter({ event, ban_info: ban }: JsonObject): string | null | undefined {
  if (event === 'ACCOUNT_RESTRICTION') return 'RESTRICTED';
  if (event === 'ACCOUNT_RECONNECTED') return null;
  if (event !== 'DISABLED_UPDATE') return undefined;
  const state = isObject(ban) ? ban['waba_ban_state'] : undefined;
  if (state === 'DISABLE') return 'BANNED';
  return state === 'REINSTATE' ? null : undefined;
}
