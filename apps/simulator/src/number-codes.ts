import { randomInt } from 'node:crypto';
import type { EventStream } from './event-stream.js';
import { GraphFailure, invalid, missing } from './graph-error.js';
import { isObject, isText, type JsonObject } from './json.js';
import type { NumberLives } from './number-life.js';
import type { SimulatorClock } from './simulator-clock.js';
import type { WorldNumber } from './world.js';

/** How long a code lives and how many codes and guesses Meta takes is not documented: these are assumptions. */
const CODE_LIVES_MS = 10 * 60_000;
const CODES_PER_HOUR = 5;
const GUESSES_PER_CODE = 5;
const HOUR_MS = 3_600_000;
const LANGUAGE = /^[a-z]{2,3}(_[A-Z]{2})?$/;

/** `request_code` and `verify_code`. Codes are shown on the simulator's page instead of being sent. */
export class NumberCodes {
  constructor(
    private readonly lives: NumberLives,
    private readonly clock: SimulatorClock,
    private readonly events: EventStream,
  ) {}

  request(number: WorldNumber, body: unknown): JsonObject {
    const { code_method: method, language } = isObject(body) ? body : {};
    if (!isText(method)) throw missing('code_method');
    if (method !== 'SMS' && method !== 'VOICE') throw invalid('Param code_method must be one of {SMS, VOICE}.');
    if (!isText(language)) throw missing('language');
    if (!LANGUAGE.test(language)) throw invalid('Param language must be a locale such as en_US.');
    const life = this.lives.of(number);
    if (life.isVerified) throw codeRequestRefused('The phone number is verified already.');
    const now = this.clock.now();
    if (life.codes.filter(({ at }) => now - at < HOUR_MS).length >= CODES_PER_HOUR) {
      throw codeRequestRefused('Too many codes were requested for this phone number. Please try again later.');
    }
    const digits = String(randomInt(1_000_000)).padStart(6, '0');
    life.code = { digits, method, language, at: now, wrongGuesses: 0 };
    life.codes.unshift(life.code);
    this.events.emit('numbers', {});
    return { success: true };
  }

  verify(number: WorldNumber, body: unknown): JsonObject {
    const code = isObject(body) ? body['code'] : undefined;
    if (!isText(code)) throw missing('code');
    const life = this.lives.of(number);
    const sent = life.code;
    if (!sent) throw wrongCode('There is no code to verify. Request one first.');
    if (this.clock.now() - sent.at > CODE_LIVES_MS) throw wrongCode('The code has expired.');
    if (sent.wrongGuesses >= GUESSES_PER_CODE) throw wrongCode('Too many wrong codes. Request a new one.');
    if (sent.digits !== code) {
      sent.wrongGuesses += 1;
      throw wrongCode('The code is not correct.');
    }
    life.isVerified = true;
    life.code = null;
    this.events.emit('numbers', {});
    return { success: true, id: number.id };
  }
}

function codeRequestRefused(details: string): GraphFailure {
  return new GraphFailure(136024, { details });
}

function wrongCode(details: string): GraphFailure {
  return new GraphFailure(136025, { details });
}
