import { GraphFailure } from './graph-error.js';
import { isObject, isText, type JsonObject } from './json.js';
import { handshakeProblem } from './webhook-handshake.js';
import type { World } from './world.js';

/** An invented app: every account has the same one. */
export const APP = {
  id: '650012299871144',
  link: 'https://www.facebook.com/games/?app_id=650012299871144',
  name: 'Public Messaging',
};
const SUCCESS = { success: true };
const URL_CHARACTERS = 200;

/** `/{WABA}/subscribed_apps`: whether the app hears of an account, and at which address. */
export class Subscriptions {
  constructor(private readonly world: World) {}

  list(wabaId: string): JsonObject {
    const { isSubscribed, override } = this.world.subscription(wabaId);
    if (!isSubscribed) return { data: [] };
    return { data: [{ whatsapp_business_api_data: APP, ...(override && { override_callback_uri: override.url }) }] };
  }

  /** Without a body it takes an override away. An override must pass the handshake first. */
  async subscribe(wabaId: string, body: unknown): Promise<JsonObject> {
    const { override_callback_uri: url, verify_token: verifyToken } = isObject(body) ? body : {};
    if (!isText(url)) {
      this.world.subscribe(wabaId, { isSubscribed: true, override: null });
      return SUCCESS;
    }
    if (!isText(verifyToken) || !URL.canParse(url) || url.length > URL_CHARACTERS) throw new GraphFailure(100);
    const problem = await handshakeProblem(url, verifyToken);
    if (problem !== null) throw new GraphFailure(2200, { message: `(#2200) Callback verification failed: ${problem}` });
    this.world.subscribe(wabaId, { isSubscribed: true, override: { url, verifyToken } });
    return SUCCESS;
  }

  unsubscribe(wabaId: string): JsonObject {
    this.world.subscribe(wabaId, { isSubscribed: false, override: null });
    return SUCCESS;
  }
}
