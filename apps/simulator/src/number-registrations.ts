import type { EventStream } from './event-stream.js';
import { GraphFailure, invalid, missing } from './graph-error.js';
import { isObject, type JsonObject } from './json.js';
import type { NumberLife, NumberLives } from './number-life.js';
import type { SimulatorClock } from './simulator-clock.js';
import type { WorldNumber } from './world.js';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/registration */
const REGISTRATIONS = 10;
const REGISTRATION_WINDOW_MS = 72 * 3_600_000;
/** How Meta slows guessing is not documented; the codes are. */
const PIN_GUESSES = 5;
const PIN_LOCK_MS = 12 * 3_600_000;
const PIN_PAUSE_MS = 1_000;
const PIN = /^\d{6}$/;
const SUCCESS = { success: true };

/** `register`, `deregister` and the two-step PIN. */
export class NumberRegistrations {
  constructor(
    private readonly lives: NumberLives,
    private readonly clock: SimulatorClock,
    private readonly events: EventStream,
  ) {}

  register(number: WorldNumber, body: unknown): JsonObject {
    assertWhatsApp(body);
    const pin = readPin(body);
    const life = this.lives.of(number);
    this.count(life);
    if (!life.isVerified) throw new GraphFailure(133006, { details: 'Verify the phone number before registering it.' });
    this.assertPin(life, pin);
    life.pin = pin;
    life.isRegistered = true;
    life.wasRegistered = true;
    if (life.quality === 'UNKNOWN') life.quality = 'GREEN';
    takeApprovedName(number, life);
    this.events.emit('numbers', {});
    return SUCCESS;
  }

  deregister(number: WorldNumber, body: unknown): JsonObject {
    assertWhatsApp(body);
    const life = this.lives.of(number);
    if (!life.isRegistered) throw notRegistered();
    this.count(life);
    life.isRegistered = false;
    this.events.emit('numbers', {});
    return SUCCESS;
  }

  setPin(number: WorldNumber, body: JsonObject): JsonObject {
    const pin = readPin(body);
    const life = this.lives.of(number);
    if (!life.isRegistered) throw notRegistered();
    life.pin = pin;
    return SUCCESS;
  }

  assertMaySend(number: WorldNumber): void {
    const { isRegistered, status } = this.lives.of(number);
    if (!isRegistered) throw notRegistered();
    if (status === 'BANNED') throw new GraphFailure(131031, { details: 'The WhatsApp Business account is locked.' });
    if (status === 'RESTRICTED') {
      throw new GraphFailure(368, { details: 'The account is restricted from messaging for a while.' });
    }
  }

  /** A refused registration counts as well. */
  private count(life: NumberLife): void {
    const now = this.clock.now();
    const recent = life.registrations.filter((at) => now - at < REGISTRATION_WINDOW_MS);
    if (recent.length >= REGISTRATIONS) {
      throw new GraphFailure(133016, {
        details: 'The phone number was registered and deregistered too often. Try again after 72 hours.',
      });
    }
    life.registrations.splice(0, life.registrations.length, ...recent, now);
  }

  private assertPin(life: NumberLife, pin: string): void {
    const now = this.clock.now();
    if (now < life.pinLockedUntil) throw new GraphFailure(133008, { details: 'Too many wrong PINs. Try again later.' });
    if (now - life.wrongPinAt < PIN_PAUSE_MS) throw new GraphFailure(133009, { details: 'Wait before the next PIN.' });
    if (life.pin === null || life.pin === pin) {
      life.wrongPins = 0;
      return;
    }
    life.wrongPinAt = now;
    life.wrongPins += 1;
    if (life.wrongPins >= PIN_GUESSES) {
      life.wrongPins = 0;
      life.pinLockedUntil = now + PIN_LOCK_MS;
    }
    throw new GraphFailure(133005, { details: 'The two-step verification PIN is not correct.' });
  }
}

/** A new display name comes into force with the registration after its approval. */
function takeApprovedName(number: WorldNumber, life: NumberLife): void {
  if (life.requestedName?.status !== 'APPROVED') return;
  number.verifiedName = life.requestedName.name;
  life.nameStatus = 'APPROVED';
  life.requestedName = null;
}

function assertWhatsApp(body: unknown): void {
  if (isObject(body) && body['messaging_product'] === 'whatsapp') return;
  throw new GraphFailure(100, { message: '(#100) The parameter messaging_product is required.' });
}

function readPin(body: unknown): string {
  const pin = isObject(body) ? body['pin'] : undefined;
  if (pin === undefined) throw missing('pin');
  if (typeof pin !== 'string' || !PIN.test(pin)) throw invalid('Param pin must be a string of 6 digits.');
  return pin;
}

function notRegistered(): GraphFailure {
  return new GraphFailure(133010, { details: 'Phone number is not registered on the WhatsApp Business Platform.' });
}
