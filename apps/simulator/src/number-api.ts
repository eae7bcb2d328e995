import type { BusinessProfiles } from './business-profiles.js';
import type { DisplayNames } from './display-names.js';
import type { GraphRequest, GraphRoute } from './graph-api.js';
import { unknownObject } from './graph-error.js';
import { jsonReply, type Reply } from './http-reply.js';
import { isObject, type JsonObject, parseJson } from './json.js';
import type { NewNumbers } from './new-numbers.js';
import type { NumberCodes } from './number-codes.js';
import type { NumberRegistrations } from './number-registrations.js';
import type { WorldNumber } from './world.js';

export interface NumberApiParts {
  readonly codes: NumberCodes;
  readonly registrations: NumberRegistrations;
  readonly names: DisplayNames;
  readonly profiles: BusinessProfiles;
  readonly newNumbers: NewNumbers;
}

/** The routes by which a number is brought to being connected. */
export function numberRoutes(parts: NumberApiParts): Readonly<Record<string, GraphRoute>> {
  const { codes, registrations, profiles, newNumbers } = parts;
  return {
    'POST waba phone_numbers': ({ waba }, { body }) => jsonReply(200, newNumbers.post(waba, parseJson(body))),
    'POST phone request_code': ofNumber((number, { body }) => codes.request(number, parseJson(body))),
    'POST phone verify_code': ofNumber((number, { body }) => codes.verify(number, parseJson(body))),
    'POST phone register': ofNumber((number, { body }) => registrations.register(number, parseJson(body))),
    'POST phone deregister': ofNumber((number, { body }) => registrations.deregister(number, parseJson(body))),
    'POST phone ': ofNumber((number, request) => changeNumber(parts, number, request)),
    'GET phone whatsapp_business_profile': ofNumber((number, { url }) =>
      profiles.get(number, queryOf(url).get('fields')),
    ),
    'POST phone whatsapp_business_profile': ofNumber((number, { body }) => profiles.change(number, parseJson(body))),
  };
}

/** `POST /{number}?new_display_name=…`, or `{"pin":"…"}` for another two-step PIN. */
function changeNumber(
  { names, registrations }: NumberApiParts,
  number: WorldNumber,
  { url, body }: GraphRequest,
): JsonObject {
  const parsed = parseJson(body);
  const fields = isObject(parsed) ? parsed : {};
  const name = queryOf(url).get('new_display_name') ?? fields['new_display_name'];
  if (name !== undefined) return names.change(number, name);
  if (fields['pin'] !== undefined) return registrations.setPin(number, fields);
  throw unknownObject('POST', number.id);
}

function ofNumber(answer: (number: WorldNumber, request: GraphRequest) => JsonObject): GraphRoute {
  return (node, request): Reply => {
    if (node.kind !== 'phone') throw unknownObject(request.method, node.waba.id);
    return jsonReply(200, answer(node.number, request));
  };
}

function queryOf(url: string): URLSearchParams {
  const start = url.indexOf('?');
  return new URLSearchParams(start === -1 ? '' : url.slice(start));
}
