import { CALLBACK_TYPES, TEST_TYPE } from '#libs/callbacks';

const TEXT_OR_NULL = { type: ['string', 'null'] };

const FAILURE = {
  type: ['object', 'null'],
  description: 'Of `failed`, `suppressed` and `expired`: why, in words',
  required: ['code', 'reason', 'remedy'],
  properties: { code: { type: 'string' }, reason: { type: 'string' }, remedy: { type: 'string' } },
};

const MESSAGE_DATA = {
  type: 'object',
  required: ['messageId', 'state', 'sequence'],
  properties: {
    messageId: { type: 'string', example: 'msg_01k9q3z5t8e7zv2r4m6w8x0y1a' },
    state: { type: 'string', example: 'delivered' },
    sequence: { type: 'integer', description: 'Of two calls about one message the larger is the later', example: 150 },
    direction: { type: 'string', enum: ['outbound', 'inbound'] },
    mode: { type: 'string', enum: ['live', 'sandbox'] },
    contactId: { type: 'string', example: 'con_01k9q3z5t8e7zv2r4m6w8x0y1a' },
    departmentId: TEXT_OR_NULL,
    numberId: { type: 'string', example: 'num_01k9q3z5t8e7zv2r4m6w8x0y1a' },
    purpose: { ...TEXT_OR_NULL, description: 'Code of the purpose; null for what came in' },
    reference: { ...TEXT_OR_NULL, description: 'As it was given with the message' },
    metadata: { type: ['object', 'null'], additionalProperties: { type: 'string' } },
    failure: FAILURE,
    kind: { type: 'string', description: 'Of `received`: text, image …' },
    text: { ...TEXT_OR_NULL, description: 'Of `received`: what the citizen wrote' },
    content: {
      type: ['object', 'null'],
      description: 'Of `received`: what came in, by its `type`, as `GET /v1/messages/{id}` shows it',
      additionalProperties: true,
    },
  },
};

const TEST_DATA = {
  type: 'object',
  properties: { callbackId: { type: 'string' }, note: { type: 'string' } },
};

const HEADERS = [
  ['webhook-id', 'Id of the event: the same whenever the same thing is told again'],
  ['webhook-timestamp', 'Seconds since 1970, of this call'],
  ['webhook-signature', 'Signatures over `<id>.<timestamp>.<body>`, separated by spaces: `v1a,…` or `v1,…`'],
] as const;

/** What departments' systems are called with, for the `webhooks` part of the OpenAPI document. */
export const CALLBACK_WEBHOOKS: Readonly<Record<string, object>> = Object.fromEntries(
  [...CALLBACK_TYPES, TEST_TYPE].map((type) => [type, { post: operationOf(type) }]),
);

function operationOf(type: string): object {
  const data = type === TEST_TYPE ? TEST_DATA : MESSAGE_DATA;
  const properties = { type: { const: type }, timestamp: { type: 'string', format: 'date-time' }, data };
  const schema = { type: 'object', required: ['type', 'timestamp', 'data'], properties };
  return {
    summary: `A callback: ${type}`,
    tags: ['callbacks'],
    // Verified by its signature, and not by anything that the receiver gave out.
    security: [],
    parameters: HEADERS.map(([name, description]) => {
      return { name, in: 'header', required: true, description, schema: { type: 'string' } };
    }),
    requestBody: { required: true, content: { 'application/json': { schema } } },
    responses: {
      '2XX': { description: 'Taken; answer within 15 seconds' },
      '410': { description: 'Gone for good: the endpoint is turned off' },
      default: { description: 'Not taken; tried again for three days' },
    },
  };
}
