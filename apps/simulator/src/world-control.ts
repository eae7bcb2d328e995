import type { EventStream } from './event-stream.js';
import type { WebhookSender } from './webhook-sender.js';
import type { Waba, World } from './world.js';
import { readWorldInput } from './world-input.js';

/** `/_sim/world`: makes accounts, numbers and templates, and shows them without their secrets. */
export class WorldControl {
  constructor(
    private readonly world: World,
    private readonly webhooks: WebhookSender,
    private readonly events: EventStream,
  ) {}

  put(input: unknown): object {
    const { webhook, wabas } = readWorldInput(input, this.world);
    this.world.put(wabas);
    if (webhook !== undefined) this.webhooks.configure(webhook);
    this.events.emit('world', {});
    return this.show();
  }

  show(): object {
    const { webhook, wabas } = this.world;
    return {
      webhook: webhook && { url: webhook.url, appSecret: MASK, verifyToken: MASK, ...this.webhooks.state() },
      wabas: [...wabas.values()].map(describe),
    };
  }
}

const MASK = '••••';

function describe(waba: Waba): object {
  return {
    id: waba.id,
    name: waba.name,
    accessToken: MASK,
    phoneNumbers: waba.phoneNumbers.map(({ waba: _waba, digits: _digits, isAdded: _isAdded, ...number }) => number),
    templates: waba.templates.map(({ id, name, language, category, status, parameterFormat, components }) => ({
      id,
      name,
      language,
      category,
      status,
      parameterFormat,
      components,
    })),
  };
}
