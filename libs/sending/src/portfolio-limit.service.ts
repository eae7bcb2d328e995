import { Injectable } from '@nestjs/common';
import { Env } from '#libs/config';
import { ContactsService } from '#libs/contacts';
import { blindIndex, KeyRing } from '#libs/crypto';
import type { AgencyTx } from '#libs/database';
import { PLATFORM_AGENCY_ID, type Uuid } from '#libs/kernel';
import type { SendingNumber } from '#libs/phone-numbers';
import type { SendBody } from '#libs/whatsapp';
import { LANES } from './lanes.js';
import { limitOf, withoutReserve } from './messaging-limit.js';
import { PortfolioLimitsRepository } from './portfolio-limits.repository.js';
import { planWithinLimit, type Usage } from './portfolio-plan.js';

/** A message that is about to leave. */
export interface Leaving {
  readonly messageId: Uuid;
  readonly contactId: Uuid;
  readonly lane: number;
  readonly kind: string;
  /** Of its template; null for what costs nothing. */
  readonly category: string | null;
  readonly body: () => SendBody;
}

const RECIPIENT_LABEL = 'portfolio-recipient-v1';
/** Whoever wrote within this is replied to, which counts towards no limit. */
const WINDOW_MS = 24 * 3_600_000;

/**
 * The messaging limit: citizens whom the numbers of one portfolio write to first, in moving 24 hours. What does not fit
 * waits for its place in the plan and uses no attempt up; a part of the limit is kept for alerts.
 */
@Injectable()
export class PortfolioLimit {
  constructor(
    private readonly repository: PortfolioLimitsRepository,
    private readonly contacts: ContactsService,
    private readonly keyRing: KeyRing,
    private readonly env: Env,
  ) {}

  /** Which of them must wait, and until when. Nothing is asked where no limit is known. */
  async holdBack(
    tx: AgencyTx,
    number: SendingNumber,
    leaving: readonly Leaving[],
    now: Date,
  ): Promise<ReadonlyMap<Uuid, Date>> {
    const limit = number.mode === 'live' ? limitOf(number.messagingLimit) : null;
    const templates = leaving.filter(({ kind }) => kind === 'template');
    if (limit === null || templates.length === 0) return new Map();
    const first = await this.outsideWindows(tx, number, templates, now);
    const hmacs = await this.hmacsOf(first);
    const share = withoutReserve(limit, this.env.PORTFOLIO_ALERT_RESERVE_PERCENT);
    const [alerts, others] = [first.filter(isAlert), first.filter((one) => !isAlert(one))];
    const parts = [
      { most: limit, messages: alerts },
      { most: share, messages: others },
    ];
    const waits = new Map<Uuid, Date>();
    for (const { most, messages } of parts) {
      const refused = await this.refused(tx, number, { most, messages, hmacs, now });
      for (const [id, at] of await this.plan(tx, number, most, refused, now)) waits.set(id, at);
    }
    return waits;
  }

  private async outsideWindows(
    tx: AgencyTx,
    number: SendingNumber,
    messages: readonly Leaving[],
    now: Date,
  ): Promise<Leaving[]> {
    const contactIds = [...new Set(messages.map(({ contactId }) => contactId))];
    const windows = await this.contacts.windows(tx, number.id, contactIds);
    const opensAfter = now.getTime() - WINDOW_MS;
    return messages.filter(({ contactId }) => (windows.get(contactId)?.getTime() ?? 0) <= opensAfter);
  }

  /** The platform's key: two agencies of one portfolio that write to the same citizen count once. */
  private async hmacsOf(messages: readonly Leaving[]): Promise<ReadonlyMap<Uuid, Buffer>> {
    const { key } = (await this.keyRing.load(PLATFORM_AGENCY_ID)).current('index');
    return new Map(
      messages.map(({ messageId, body }) => [messageId, blindIndex(key, RECIPIENT_LABEL, nameOf(body()))]),
    );
  }

  private async refused(
    tx: AgencyTx,
    { portfolioId }: SendingNumber,
    wanted: {
      readonly most: number;
      readonly messages: readonly Leaving[];
      readonly hmacs: ReadonlyMap<Uuid, Buffer>;
      readonly now: Date;
    },
  ): Promise<Uuid[]> {
    const { most, messages, hmacs, now } = wanted;
    if (messages.length === 0) return [];
    const asked = messages.flatMap(({ messageId }) => hmacs.get(messageId) ?? []);
    const granted = await this.repository.reserve(tx, portfolioId, { hmacs: asked, most, now });
    const known = new Set(granted.map((hmac) => hmac.toString('base64')));
    const isRefused = ({ messageId }: Leaving) => !known.has(hmacs.get(messageId)?.toString('base64') ?? '');
    return messages.filter(isRefused).map(({ messageId }) => messageId);
  }

  /** Each gets its place in the plan; what has none within the plan's days is looked at again then. */
  private async plan(
    tx: AgencyTx,
    { portfolioId }: SendingNumber,
    most: number,
    messageIds: readonly Uuid[],
    now: Date,
  ): Promise<[Uuid, Date][]> {
    if (messageIds.length === 0) return [];
    const [usage, timeZone] = await Promise.all([
      this.repository.usage(tx, portfolioId, now),
      this.repository.timeZone(tx),
    ]);
    const plan = planWithinLimit({ most, usage, wanted: messageIds.length, now, timeZone });
    return messageIds.map((id, place) => [id, timeOf(plan, place) ?? new Date(now.getTime() + WINDOW_MS)]);
  }
}

function isAlert({ lane }: Leaving): boolean {
  return lane === LANES.alert;
}

function nameOf({ to, recipient }: SendBody): string {
  return to ?? recipient ?? '';
}

function timeOf(plan: readonly Usage[], place: number): Date | undefined {
  let places = 0;
  return plan.find(({ n }) => {
    places += n;
    return place < places;
  })?.at;
}
