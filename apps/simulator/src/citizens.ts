import { createHash } from 'node:crypto';
import type { WebhookContact } from '#libs/whatsapp';
import { countryOf } from './calling-codes.js';
import type { Personas } from './personas.js';
import type { WorldNumber } from './world.js';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/pricing (customer service window) */
const WINDOW_MS = 24 * 3_600_000;

/** The people on the other side: their names, their business-scoped ids and their 24-hour windows. */
export class Citizens {
  private readonly names = new Map<string, string>();
  private readonly phones = new Map<string, string>();
  private readonly windows = new Map<string, number>();
  /** How often somebody got a new id. */
  private readonly generations = new Map<string, number>();

  constructor(private readonly personas: Personas) {}

  nameOf(key: string): string {
    return this.names.get(key) ?? `Citizen ${key.slice(-4)}`;
  }

  rename(key: string, name: string): void {
    this.names.set(key, name);
  }

  phoneOf(userId: string): string | null {
    return this.phones.get(userId) ?? null;
  }

  /** One id per person and account, the same in each run; two accounts cannot tell that it is the same person. */
  userIdOf(phone: string, number: WorldNumber): string {
    const generation = this.generations.get(phone) ?? 0;
    const person = generation === 0 ? phone : `${phone}/${generation}`;
    const hash = createHash('sha256').update(`${number.waba.id}/${person}`).digest();
    const userId = `${countryOf(phone)}.${hash.readBigUInt64BE(0)}`;
    this.phones.set(userId, phone);
    return userId;
  }

  /** The id before it names nobody from now on. */
  renewUserId(phone: string, number: WorldNumber): string {
    this.generations.set(phone, (this.generations.get(phone) ?? 0) + 1);
    return this.userIdOf(phone, number);
  }

  /** Across portfolios that are linked; only who has one. */
  parentIdOf(phone: string): string | null {
    if (!this.personas.of(phone).hasParentId) return null;
    const hash = createHash('sha256').update(`parent/${phone}`).digest();
    return `${countryOf(phone)}.ENT.${hash.readBigUInt64BE(0)}`;
  }

  hidesPhone(key: string): boolean {
    return this.personas.hidesPhone(key);
  }

  openWindow(key: string, number: WorldNumber, at: number): void {
    this.windows.set(`${number.id}/${key}`, at);
  }

  isWindowOpen(key: string, number: WorldNumber, at: number): boolean {
    const lastInboundAt = this.windows.get(`${number.id}/${key}`);
    return lastInboundAt !== undefined && at - lastInboundAt < WINDOW_MS;
  }

  /** `contacts[]` of a webhook about this citizen. */
  contact(person: { readonly key: string; readonly userId: string; readonly phone: string | null }): WebhookContact {
    const { username } = this.personas.of(person.key);
    const parentId = this.parentIdOf(person.key);
    return {
      profile: { name: this.nameOf(person.key), ...(username !== null && { username: `@${username}` }) },
      ...(person.phone !== null && { wa_id: person.phone }),
      user_id: person.userId,
      ...(parentId !== null && { parent_user_id: parentId }),
    };
  }
}
