import type { JsonObject } from '../json.js';
import { Simulator } from '../simulator.js';
import { WebhookReceiver } from './webhook-receiver.js';

export const NUMBER = '331020410093245';
export const WABA = '215589313241560';
export const TOKEN = 'token-of-health';
export const CITIZEN = '447700900123';

interface Answer {
  readonly status: number;
  readonly body: JsonObject;
  readonly text: string;
}

/** A simulator on a free port, with one agency in its world and, if wanted, somebody who hears its webhooks. */
export class SimulatorRig {
  private constructor(
    readonly simulator: Simulator,
    readonly receiver: WebhookReceiver,
  ) {}

  static async start(): Promise<SimulatorRig> {
    const receiver = await new WebhookReceiver().listen();
    const simulator = await Simulator.start({ port: 0, world: aWorld() });
    return new SimulatorRig(simulator, receiver);
  }

  /** With the webhook set and statuses that come at once. */
  static async startListening(): Promise<SimulatorRig> {
    const rig = await SimulatorRig.start();
    await rig.control('PUT', 'world', { webhook: rig.receiver.target });
    await rig.control('POST', 'profile', { name: 'default', delays: { sent: 5, delivered: 20, read: 40 } });
    return rig;
  }

  async send(body: unknown, options: { token?: string; number?: string } = {}): Promise<Answer> {
    return this.request('POST', `/v25.0/${options.number ?? NUMBER}/messages`, body, options.token ?? TOKEN);
  }

  graph(method: string, path: string, body?: unknown, token: string | null = TOKEN): Promise<Answer> {
    return this.request(method, `/v25.0/${path}`, body, token);
  }

  async control(method: string, path: string, body?: unknown): Promise<JsonObject> {
    const answer = await this.request(method, `/_sim/${path}`, body, null);
    if (answer.status !== 200) throw new Error(`${method} ${path}: ${answer.text}`);
    return answer.body;
  }

  async request(method: string, path: string, body: unknown, token: string | null): Promise<Answer> {
    const response = await fetch(this.simulator.url + path, {
      method,
      headers: token === null ? {} : { authorization: `Bearer ${token}` },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, text, body: text.startsWith('{') ? JSON.parse(text) : {} };
  }

  async accepts(query = ''): Promise<JsonObject[]> {
    return (await this.control('GET', `accepts?${query}`))['data'] as JsonObject[];
  }

  async close(): Promise<void> {
    await this.simulator.close();
    await this.receiver.close();
  }
}

export function aText(body: JsonObject = {}): JsonObject {
  return { messaging_product: 'whatsapp', to: `+${CITIZEN}`, type: 'text', text: { body: 'Noted.' }, ...body };
}

export function aTemplate(name: string, components?: readonly unknown[], body: JsonObject = {}): JsonObject {
  const template = { name, language: { code: 'en' }, ...(components && { components }) };
  return { messaging_product: 'whatsapp', to: `+${CITIZEN}`, type: 'template', template, ...body };
}

/** A body that the templates of the world accept. */
export function aReminder(body: JsonObject = {}): JsonObject {
  return aTemplate('clinic_reminder', [bodyComponent({ name: 'Fatima' }, { day: 'Saturday' })], body);
}

export function bodyComponent(...values: readonly Readonly<Record<string, string>>[]): JsonObject {
  const parameters = values.flatMap((value) =>
    Object.entries(value).map(([parameter_name, text]) => ({ type: 'text', parameter_name, text })),
  );
  return { type: 'body', parameters };
}

function template(name: string, components: readonly unknown[], more: JsonObject = {}): JsonObject {
  return { name, language: 'en', category: 'UTILITY', status: 'APPROVED', components, ...more };
}

export function aWorld(): JsonObject {
  const body = { type: 'BODY', text: 'Hello {{1}}, see you on {{2}}.' };
  return {
    wabas: [
      {
        id: WABA,
        name: 'City Health Department',
        accessToken: TOKEN,
        expiredTokens: ['token-of-yesterday'],
        phoneNumbers: [{ id: NUMBER, displayPhoneNumber: '+1 555-010-0200', verifiedName: 'City Health Department' }],
        templates: [
          template('clinic_reminder', [{ type: 'BODY', text: 'Hello {{name}}, see you on {{day}}.' }], {
            parameterFormat: 'NAMED',
          }),
          template('appointment', [body]),
          template('with_text_header', [{ type: 'HEADER', format: 'TEXT', text: 'Case {{1}}' }]),
          template('with_image', [{ type: 'HEADER', format: 'IMAGE' }]),
          template('with_buttons', [
            {
              type: 'BUTTONS',
              buttons: [
                { type: 'URL', text: 'Open', url: 'https://example.gov/{{1}}' },
                { type: 'QUICK_REPLY', text: 'Stop' },
              ],
            },
          ]),
          template('code', [body], { category: 'AUTHENTICATION' }),
          template('plain', [{ type: 'BODY', text: 'Service notice.' }]),
          template('paused', [], { status: 'PAUSED' }),
          template('disabled', [], { status: 'DISABLED' }),
          template('pending', [], { status: 'PENDING' }),
        ],
      },
      {
        id: '215589313241561',
        name: 'Water Board',
        accessToken: 'token-of-water',
        phoneNumbers: [{ id: '331020410093246', displayPhoneNumber: '+1 555-010-0300', verifiedName: 'Water Board' }],
        templates: [],
      },
    ],
  };
}
