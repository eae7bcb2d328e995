import { type CompiledTemplate, templateNode } from './compiled-template.js';
import { GraphFailure } from './graph-error.js';
import type { JsonObject } from './json.js';
import { type NumberLife, type NumberLives, statusOf } from './number-life.js';
import type { TemplateLives } from './template-lives.js';
import type { Waba, WorldNode, WorldNumber } from './world.js';

/** Fields that a GET without `fields` answers. */
const PHONE_DEFAULTS = [
  'verified_name',
  'code_verification_status',
  'display_phone_number',
  'quality_rating',
  'platform_type',
  'throughput',
  'id',
];
const WABA_DEFAULTS = ['id', 'name', 'timezone_id', 'message_template_namespace'];
const TEMPLATE_DEFAULTS = ['name', 'parameter_format', 'components', 'language', 'status', 'category', 'id'];

export function readNode(
  node: WorldNode,
  fields: string | null,
  lives: NumberLives,
  templates: TemplateLives,
): JsonObject {
  if (node.kind === 'phone') return readPhone(node.number, fields, lives);
  if (node.kind === 'waba') return pick(wabaFields(node.waba), fields, WABA_DEFAULTS);
  return readTemplate(node.template, fields, templates);
}

export function readPhone(number: WorldNumber, fields: string | null, lives: NumberLives): JsonObject {
  return pick(phoneFields(number, lives.of(number)), fields, PHONE_DEFAULTS);
}

export function readTemplate(template: CompiledTemplate, fields: string | null, lives: TemplateLives): JsonObject {
  return pick(templateFields(template, lives), fields, TEMPLATE_DEFAULTS);
}

/** The named fields and the id. One unknown field refuses the whole request, as Graph does. */
function pick(all: JsonObject, fields: string | null, defaults: readonly string[]): JsonObject {
  const names = fields === null || fields === '' ? defaults : [...fields.split(',').map(nameOf), 'id'];
  for (const name of names) {
    if (!Object.hasOwn(all, name)) {
      throw new GraphFailure(100, { message: `(#100) Tried accessing nonexisting field (${name})` });
    }
  }
  return Object.fromEntries(names.filter((name) => all[name] !== undefined).map((name) => [name, all[name]]));
}

/** `throughput{level}` asks for `throughput`. */
function nameOf(field: string): string {
  return field.trim().replace(/[{(.].*$/, '');
}

function phoneFields(number: WorldNumber, life: NumberLife): JsonObject {
  return {
    id: number.id,
    verified_name: number.verifiedName,
    display_phone_number: number.displayPhoneNumber,
    quality_rating: life.quality,
    code_verification_status: life.isVerified ? 'VERIFIED' : 'NOT_VERIFIED',
    status: statusOf(life),
    name_status: life.nameStatus,
    new_display_name: life.requestedName?.name,
    new_name_status: life.requestedName?.status,
    account_mode: 'LIVE',
    platform_type: 'CLOUD_API',
    is_pin_enabled: life.pin !== null,
    is_official_business_account: true,
    is_on_biz_app: false,
    throughput: { level: number.messagesPerSecond >= 1_000 ? 'HIGH' : 'STANDARD' },
    whatsapp_business_manager_messaging_limit: life.messagingLimit,
    health_status: healthOf('PHONE_NUMBER', number.id),
    webhook_configuration: {},
    conversational_automation: life.conversationalAutomation,
  };
}

function wabaFields(waba: Waba): JsonObject {
  return {
    id: waba.id,
    name: waba.name,
    currency: 'USD',
    timezone_id: '1',
    country: 'US',
    status: 'ACTIVE',
    message_template_namespace: `namespace_${waba.id}`,
    account_review_status: 'APPROVED',
    business_verification_status: 'verified',
    ownership_type: 'CLIENT_OWNED',
    health_status: healthOf('WABA', waba.id),
  };
}

function templateFields(template: CompiledTemplate, lives: TemplateLives): JsonObject {
  return { ...templateNode(template), ...lives.fieldsOf(template), cta_url_link_tracking_opted_out: false };
}

function healthOf(type: string, id: string): JsonObject {
  return { can_send_message: 'AVAILABLE', entities: [{ entity_type: type, id, can_send_message: 'AVAILABLE' }] };
}
