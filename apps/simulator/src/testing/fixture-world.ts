import type { JsonObject } from '../json.js';
import { NUMBER, TOKEN, WABA } from './simulator-rig.js';

const body = (text: string): JsonObject => ({ type: 'BODY', text });
const buttons = (...list: readonly JsonObject[]): JsonObject => ({ type: 'BUTTONS', buttons: list });

function template(name: string, components: readonly JsonObject[], more: JsonObject = {}): JsonObject {
  return { name, language: 'en_GB', category: 'UTILITY', status: 'APPROVED', components, ...more };
}

const MARKETING = { category: 'MARKETING' };

/** The templates that the recorded sends name. */
const TEMPLATES: readonly JsonObject[] = [
  template('harbour_closed', [body('The harbour is closed today.')]),
  template('boat_inspection', [body('Hello {{1}}, we inspect your boat on {{2}} at the quay.')]),
  template(
    'licence_ready',
    [
      { type: 'HEADER', format: 'TEXT', text: 'Licence {{licence_no}}' },
      body('Hello {{first_name}}, fetch it from {{from_day}} on.'),
    ],
    { parameterFormat: 'NAMED' },
  ),
  template('pier_plan', [{ type: 'HEADER', format: 'IMAGE' }, body('This is the new plan.')]),
  template('fee_notice', [{ type: 'HEADER', format: 'DOCUMENT' }, body('Your fee for this year.')]),
  template('meeting_point', [{ type: 'HEADER', format: 'LOCATION' }, body('We meet here.')]),
  template('mooring_update', [
    body('Something is new about mooring {{1}} of yours.'),
    buttons(
      { type: 'URL', text: 'See it', url: 'https://harbour.example/{{1}}' },
      { type: 'QUICK_REPLY', text: 'Stop these' },
    ),
  ]),
  template(
    'ferry_voucher',
    [body('Ride with {{1}} this week.'), buttons({ type: 'QUICK_REPLY', text: 'No' }, { type: 'COPY_CODE' })],
    MARKETING,
  ),
  template('mooring_form', [body('Apply for a mooring.'), buttons({ type: 'FLOW', text: 'Apply' })]),
  template('sign_in_code', [body('*{{1}}* is your verification code.'), buttons({ type: 'OTP' })], {
    category: 'AUTHENTICATION',
  }),
  template(
    'early_ferry',
    [
      { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Early ferry', has_expiration: true } },
      body('Hello {{1}}, go early for less.'),
      buttons({ type: 'COPY_CODE' }),
    ],
    MARKETING,
  ),
  template('fee_due', [body('Please pay {{1}} until {{2}} at the office.')]),
  template(
    'free_moorings',
    [
      body('Hello {{1}}, these are free.'),
      {
        type: 'CAROUSEL',
        cards: [1, 2].map((pier) => ({
          components: [
            { type: 'HEADER', format: 'IMAGE' },
            body(`Pier ${pier}`),
            buttons(
              { type: 'QUICK_REPLY', text: 'Book' },
              { type: 'URL', text: 'Map', url: 'https://harbour.example/{{1}}' },
            ),
          ],
        })),
      },
    ],
    MARKETING,
  ),
  template('open_harbour_day', [body('Hello {{1}}, come and see the boats.')], MARKETING),
];

/** The world of the recorded sends: one number, and every template that they name. */
export function fixtureWorld(): JsonObject {
  const verifiedName = 'Harbour Office';
  const phoneNumbers = [{ id: NUMBER, displayPhoneNumber: '+44 7700 900500', verifiedName }];
  return { wabas: [{ id: WABA, name: verifiedName, accessToken: TOKEN, phoneNumbers, templates: TEMPLATES }] };
}
