import { createHash, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { Env } from '#libs/config';
import { FieldSealer, KeyRing } from '#libs/crypto';
import { AgencyDatabase } from '#libs/database';
import { Clock, newId, PLATFORM_AGENCY_ID, platformContext } from '#libs/kernel';
import { WakeUps } from '#libs/queue';
import { isWebhookSignatureValid, readWebhook, webhookClass } from '#libs/whatsapp';
import { rawPlace } from './raw-place.js';
import { type WebhookClass, WebhookInboxRepository } from './webhook-inbox.repository.js';
import { verifyTokenWrong, webhookBodyUnreadable, webhookSignatureInvalid } from './webhooks.errors.js';

/** A flood of forgeries must not flood the audit log: one entry stands for all of a minute. */
const FORGERY_ENTRY_EVERY_MS = 60_000;

/** What Meta calls: the handshake, and bodies that are stored and acknowledged before anything else. */
@Injectable()
export class WebhookIntake {
  private lastForgeryEntryMs = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly env: Env,
    private readonly database: AgencyDatabase,
    private readonly inbox: WebhookInboxRepository,
    private readonly audit: AuditService,
    private readonly wakeUps: WakeUps,
    private readonly keyRing: KeyRing,
    private readonly sealer: FieldSealer,
    private readonly clock: Clock,
  ) {}

  /** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/create-webhook-endpoint */
  confirmHandshake(query: { mode?: unknown; verifyToken?: unknown; challenge?: unknown }): string {
    const isOurs = typeof query.verifyToken === 'string' && isSameText(query.verifyToken, this.env.META_VERIFY_TOKEN);
    if (query.mode !== 'subscribe' || !isOurs || typeof query.challenge !== 'string') throw verifyTokenWrong();
    return query.challenge;
  }

  /** Stores the raw body. Whoever answers 200 after this has promised that nothing of it is lost. */
  async receive(rawBody: Buffer, signature: string | undefined): Promise<void> {
    if (!isWebhookSignatureValid(rawBody, signature, this.env.META_APP_SECRETS)) {
      await this.recordForgery();
      throw webhookSignatureInvalid();
    }
    const kind = classOf(rawBody);
    const isNew = await this.store(rawBody, kind);
    if (isNew) void this.wakeUps.wake(kind === 0 ? 'readCitizenWebhooks' : 'readStatusWebhooks', `inbox:${kind}`, {});
  }

  private async store(rawBody: Buffer, kind: WebhookClass): Promise<boolean> {
    const id = newId();
    const keys = await this.keyRing.load(PLATFORM_AGENCY_ID);
    const row = {
      id,
      class: kind,
      bodyHash: createHash('sha256').update(rawBody).digest(),
      rawSealed: this.sealer.sealForAgency(keys, rawPlace(id), rawBody),
      receivedAt: this.clock.now(),
    };
    return this.database.platformTransaction(platformContext(), (tx) => this.inbox.add(tx, row));
  }

  private async recordForgery(): Promise<void> {
    const now = this.clock.monotonicMs();
    if (now - this.lastForgeryEntryMs < FORGERY_ENTRY_EVERY_MS) return;
    this.lastForgeryEntryMs = now;
    await this.database.platformTransaction(platformContext(), (tx) =>
      this.audit.record(tx, { type: 'webhook_in.signature_failed', outcome: 'denied' }),
    );
  }
}

/** Signed by Meta but not JSON: refused, because nothing could ever be made of it. */
function classOf(rawBody: Buffer): WebhookClass {
  try {
    return webhookClass(readWebhook(rawBody));
  } catch {
    throw webhookBodyUnreadable();
  }
}

function isSameText(given: string, expected: string): boolean {
  const [a, b] = [given, expected].map((text) => createHash('sha256').update(text).digest());
  return expected !== '' && a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
