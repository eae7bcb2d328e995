import { createHash, timingSafeEqual } from 'node:crypto';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { Env } from '#libs/config';
import { FieldSealer, KeyRing } from '#libs/crypto';
import { AgencyDatabase } from '#libs/database';
import { Clock, newId, PLATFORM_AGENCY_ID, platformContext } from '#libs/kernel';
import { Logger } from '#libs/observability';
import { WakeUps } from '#libs/queue';
import { isWebhookSignatureValid, readWebhook, webhookClass } from '#libs/whatsapp';
import { rawPlace } from './raw-place.js';
import { RollUp } from './roll-up.js';
import { type WebhookClass, WebhookInboxRepository } from './webhook-inbox.repository.js';
import { verifyTokenWrong, webhookSignatureInvalid } from './webhooks.errors.js';

/** Set on a body that is signed correctly and that nobody can read. */
export const UNREADABLE = 'unreadable';

/** What Meta calls: the handshake, and bodies that are stored and acknowledged before anything else. */
@Injectable()
export class WebhookIntake implements BeforeApplicationShutdown {
  private readonly forgeries: RollUp;
  private readonly unreadable: RollUp;

  constructor(
    private readonly env: Env,
    private readonly database: AgencyDatabase,
    private readonly inbox: WebhookInboxRepository,
    audit: AuditService,
    private readonly wakeUps: WakeUps,
    private readonly keyRing: KeyRing,
    private readonly sealer: FieldSealer,
    private readonly clock: Clock,
    logger: Logger,
  ) {
    const report = (error: unknown) => logger.failure('refused webhooks are not on record', error);
    this.forgeries = new RollUp('webhook_in.signature_failed', database, audit, clock, report);
    this.unreadable = new RollUp('webhook_in.schema_rejected', database, audit, clock, report);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([this.forgeries.flush(), this.unreadable.flush()]);
  }

  /** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/create-webhook-endpoint */
  confirmHandshake(query: { mode?: unknown; verifyToken?: unknown; challenge?: unknown }): string {
    const isOurs = typeof query.verifyToken === 'string' && isSameText(query.verifyToken, this.env.META_VERIFY_TOKEN);
    if (query.mode !== 'subscribe' || !isOurs || typeof query.challenge !== 'string') throw verifyTokenWrong();
    return query.challenge;
  }

  /** Stores the raw body. Whoever answers 200 after this has promised that nothing of it is lost. */
  async receive(rawBody: Buffer, signature: string | undefined): Promise<void> {
    if (!isWebhookSignatureValid(rawBody, signature, this.env.META_APP_SECRETS)) {
      await this.forgeries.note();
      throw webhookSignatureInvalid();
    }
    const kind = classOf(rawBody);
    const isNew = await this.store(rawBody, kind);
    if (isNew && kind === null) await this.unreadable.note();
    if (isNew && kind !== null) void this.wakeUps.wake(WAKE_UPS[kind], `inbox:${kind}`, {});
  }

  /** What nobody can read is kept for a person to look at: refused, it would come again for seven days and then be lost. */
  private async store(rawBody: Buffer, kind: WebhookClass | null): Promise<boolean> {
    const id = newId();
    const keys = await this.keyRing.load(PLATFORM_AGENCY_ID);
    const row = {
      id,
      class: kind ?? 1,
      error: kind === null ? UNREADABLE : null,
      bodyHash: createHash('sha256').update(rawBody).digest(),
      rawSealed: this.sealer.sealForAgency(keys, rawPlace(id), rawBody),
      receivedAt: this.clock.now(),
    };
    return this.database.platformTransaction(platformContext(), (tx) => this.inbox.add(tx, row));
  }
}

const WAKE_UPS = { 0: 'readCitizenWebhooks', 1: 'readStatusWebhooks' } as const;

/** Null for what is signed by Meta and no JSON. */
function classOf(rawBody: Buffer): WebhookClass | null {
  try {
    return webhookClass(readWebhook(rawBody));
  } catch {
    return null;
  }
}

function isSameText(given: string, expected: string): boolean {
  const [a, b] = [given, expected].map((text) => createHash('sha256').update(text).digest());
  return expected !== '' && a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
