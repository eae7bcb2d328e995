import { randomBytes } from 'node:crypto';
import { ControlError } from './control-error.js';
import { GraphFailure } from './graph-error.js';
import { isObject, isText, type JsonObject } from './json.js';
import { type NewNumbers, newMetaId } from './new-numbers.js';
import type { SimulatorClock } from './simulator-clock.js';
import { APP } from './subscriptions.js';
import type { Waba, World } from './world.js';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/embedded-signup/overview */
const CODE_LIVES_MS = 30_000;
/** https://developers.facebook.com/docs/facebook-login/guides/access-tokens/debugging-and-error-handling */
const CODE_EXPIRED = 36007;
const CODE_USED = 36009;

interface Signup {
  readonly accessToken: string;
  readonly at: number;
  isUsed: boolean;
}

/** Embedded Signup: what happens in Meta's window, and the exchange of its code for a token. */
export class Signups {
  private readonly signups = new Map<string, Signup>();

  constructor(
    private readonly world: World,
    private readonly numbers: NewNumbers,
    private readonly clock: SimulatorClock,
  ) {}

  /** `{ name, displayPhoneNumber, businessId? }`: somebody goes through the window. @returns what the page of the app hears */
  finish(input: unknown): object {
    const { name, displayPhoneNumber, businessId = newMetaId() } = isObject(input) ? input : {};
    if (!isText(name)) throw new ControlError('invalid-signup', 'name is the name of the agency.', 'name');
    if (!isText(displayPhoneNumber) || displayPhoneNumber.replace(/\D/g, '').length < 5) {
      throw new ControlError('invalid-signup', 'displayPhoneNumber is a phone number.', 'displayPhoneNumber');
    }
    const waba = newWaba(name);
    this.world.put([waba]);
    // Nobody hears of a new account until the app subscribes to it.
    this.world.subscribe(waba.id, { isSubscribed: false, override: null });
    const number = this.numbers.add(waba, { displayPhoneNumber, verifiedName: name, startsAs: 'verified' });
    const code = `AQ${randomBytes(48).toString('base64url')}`;
    this.signups.set(code, { accessToken: waba.accessToken, at: this.clock.now(), isUsed: false });
    return { code, wabaId: waba.id, phoneNumberId: number.id, businessId };
  }

  /** `GET /oauth/access_token?client_id=&client_secret=&code=` */
  exchange(query: URLSearchParams): JsonObject {
    this.assertApp(query);
    const code = query.get('code') ?? '';
    if (code === '') throw new GraphFailure(100, { message: 'Missing code parameter.' });
    const signup = this.signups.get(code);
    if (!signup) throw new GraphFailure(100, { message: 'Invalid verification code format.' });
    if (signup.isUsed) {
      throw new GraphFailure(100, { subcode: CODE_USED, message: 'This authorization code has been used.' });
    }
    if (this.clock.now() - signup.at > CODE_LIVES_MS) {
      throw new GraphFailure(100, { subcode: CODE_EXPIRED, message: 'This authorization code has expired.' });
    }
    signup.isUsed = true;
    return { access_token: signup.accessToken, token_type: 'bearer' };
  }

  private assertApp(query: URLSearchParams): void {
    if (query.get('client_id') !== APP.id) {
      const message = 'Error validating application. Cannot get application info due to a system error.';
      throw new GraphFailure(101, { message });
    }
    const secret = this.world.webhook?.appSecret;
    if (secret === undefined || query.get('client_secret') === secret) return;
    throw new GraphFailure(1, { message: 'Error validating client secret.' });
  }
}

function newWaba(name: string): Waba {
  return {
    id: newMetaId(),
    name,
    accessToken: `EAAsignup${randomBytes(24).toString('hex')}`,
    expiredTokens: [],
    phoneNumbers: [],
    templates: [],
    templatesByKey: new Map(),
  };
}
