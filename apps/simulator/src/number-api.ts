import type { BlockedUsers } from './blocked-users.js';
import type { BusinessProfiles } from './business-profiles.js';
import type { ConversationStarters } from './conversation-starters.js';
import type { DisplayNames } from './display-names.js';
import type { GraphRequest, GraphRoute } from './graph-api.js';
import { unknownObject } from './graph-error.js';
import { jsonReply, type Reply } from './http-reply.js';
import { isObject, type JsonObject, parseJson } from './json.js';
import type { NewNumbers } from './new-numbers.js';
import type { NumberCodes } from './number-codes.js';
import type { NumberRegistrations } from './number-registrations.js';
import type { ShortLinks } from './short-links.js';
import type { WorldNumber } from './world.js';

export interface NumberApiParts {
  readonly codes: NumberCodes;
  readonly registrations: NumberRegistrations;
  readonly names: DisplayNames;
  readonly profiles: BusinessProfiles;
  readonly newNumbers: NewNumbers;
  readonly shortLinks: ShortLinks;
  readonly blocked: BlockedUsers;
  readonly starters: ConversationStarters;
}

/** The routes by which a number is brought to being connected. */
export function numberRoutes(parts: NumberApiParts): Readonly<Record<string, GraphRoute>> {
  const { codes, registrations, profiles, newNumbers, shortLinks, blocked, starters } = parts;
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
    'GET phone message_qrdls': ofNumber((number, { url }) => shortLinks.list(number, queryOf(url).get('fields'))),
    'POST phone message_qrdls': ofNumber((number, { body }) => shortLinks.save(number, parseJson(body))),
    'GET phone message_qrdls/*': ofNumber((number, { url }) =>
      shortLinks.get(number, lastOf(url), queryOf(url).get('fields')),
    ),
    'DELETE phone message_qrdls/*': ofNumber((number, { url }) => shortLinks.remove(number, lastOf(url))),
    'GET phone block_users': ofNumber((number, { url, host }) => blocked.list(number, new URL(url, `http://${host}`))),
    'POST phone block_users': answeredBy((number, { body }) => blocked.block(number, parseJson(body))),
    'DELETE phone block_users': answeredBy((number, { body }) => blocked.unblock(number, parseJson(body))),
    'POST phone conversational_automation': ofNumber((number, { body }) => starters.change(number, parseJson(body))),
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
  return answeredBy((number, request) => jsonReply(200, answer(number, request)));
}

function answeredBy(answer: (number: WorldNumber, request: GraphRequest) => Reply): GraphRoute {
  return (node, request): Reply => {
    if (node.kind !== 'phone') throw unknownObject(request.method, node.waba.id);
    return answer(node.number, request);
  };
}

/** The last part of the path. */
function lastOf(url: string): string {
  return decodeURIComponent(url.replace(/\/?(\?.*)?$/, '').replace(/^.*\//, ''));
}

function queryOf(url: string): URLSearchParams {
  const start = url.indexOf('?');
  return new URLSearchParams(start === -1 ? '' : url.slice(start));
}
