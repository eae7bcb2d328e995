/** In the groups in which they are chosen; the API refuses any other. */
export const EVENT_GROUPS = [
  ['progress', ['message.accepted', 'message.sent', 'message.delivered', 'message.read', 'message.played']],
  [
    'problems',
    [
      'message.failed',
      'message.suppressed',
      'message.expired',
      'message.cancelled',
      'message.in_doubt',
      'message.unconfirmed',
    ],
  ],
  ['inbound', ['message.received']],
] as const;

/** What most systems want to hear of. */
export const USUAL_EVENTS: readonly string[] = [
  'message.sent',
  'message.delivered',
  'message.read',
  'message.failed',
  'message.suppressed',
  'message.expired',
  'message.received',
];

/** The name of a type among the words of this area: a dot would lead into a group. */
export const wordOf = (type: string): string => type.replace(/^(?:message|callback)\./, '');

/** What a call looks like, for whoever writes the program. */
export const SAMPLE = JSON.stringify(
  {
    type: 'message.delivered',
    timestamp: '2026-11-22T09:41:00.123Z',
    data: {
      messageId: 'msg_01k9q3z5t8e7zv2r4m6w8x0y1a',
      state: 'delivered',
      sequence: 150,
      direction: 'outbound',
      mode: 'live',
      contactId: 'con_01k9q3z5t8e7zv2r4m6w8x0y1a',
      departmentId: 'dep_01k9q3z5t8e7zv2r4m6w8x0y1a',
      numberId: 'num_01k9q3z5t8e7zv2r4m6w8x0y1a',
      purpose: 'clinic-reminders',
      reference: 'case-4711',
      metadata: { desk: '7' },
    },
  },
  null,
  2,
);
