import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { ContactsService } from '#libs/contacts';
import type { AgencyTx } from '#libs/database';
import { Clock, type Uuid } from '#libs/kernel';
import { LiveEvents } from '#libs/live';
import type { SendingNumber } from '#libs/phone-numbers';
import { LANES } from './lanes.js';
import type { Leaving } from './portfolio-limit.service.js';
import { formatMicros, PriceList } from './prices.js';
import { type Budget, SpendRepository, type Spent } from './spend.repository.js';

interface Seen<T> {
  readonly value: T;
  readonly untilMs: number;
}

/** With one row, the claims of all numbers of an agency would wait for each other. */
const SLOTS = 16;
const BUDGET_SEEN_FOR_MS = 1_000;
const PRICES_SEEN_FOR_MS = 60_000;
/** Inside this after a citizen wrote, a utility template is free. https://developers.facebook.com/documentation/business-messaging/whatsapp/pricing */
const WINDOW_MS = 24 * 3_600_000;
/** A budget may be raised at any time; held messages look again this often. */
const LOOK_AGAIN_MS = 3_600_000;

/**
 * What an agency may spend in a month. Template messages count with the price of the day when they leave; at the budget
 * transactional and bulk messages wait, the agency is told once, and alerts and replies go on.
 */
@Injectable()
export class SpendLimit {
  private readonly budgets = new Map<Uuid, Seen<Budget | null>>();
  private readonly prices = new Map<string, Seen<PriceList>>();

  constructor(
    private readonly repository: SpendRepository,
    private readonly contacts: ContactsService,
    private readonly audit: AuditService,
    private readonly live: LiveEvents,
    private readonly clock: Clock,
  ) {}

  /** Which of them must wait, and until when. An agency without a budget costs no statement. */
  async holdBack(
    tx: AgencyTx,
    number: SendingNumber,
    leaving: readonly Leaving[],
    now: Date,
  ): Promise<ReadonlyMap<Uuid, Date>> {
    const charged = leaving.filter(({ category }) => category !== null);
    if (number.mode === 'sandbox' || charged.length === 0) return new Map();
    const budget = await this.budgetOf(tx);
    if (!budget) return new Map();
    const [prices, spent, windows] = await Promise.all([
      this.pricesOf(budget.currency, now),
      this.repository.spent(tx, budget.currency, now),
      this.contacts.windows(tx, number.id, [...new Set(charged.map(({ contactId }) => contactId))]),
    ]);
    const opensAfter = now.getTime() - WINDOW_MS;
    const isFree = ({ category, contactId }: Leaving) =>
      category === 'UTILITY' && (windows.get(contactId)?.getTime() ?? 0) > opensAfter;
    const priceOf = (one: Leaving) => (isFree(one) ? 0n : prices.of(one.body().to, one.category ?? ''));
    const { micros, held } = divide(charged, priceOf, budget.monthlyMicros - spent.micros);
    if (micros > 0n) {
      const { month } = spent;
      await this.repository.add(tx, { month, currency: budget.currency, slot: randomInt(SLOTS), micros });
    }
    if (held.length > 0) await this.tell(tx, budget, spent);
    const until = new Date(Math.min(now.getTime() + LOOK_AGAIN_MS, spent.nextMonth.getTime()));
    return new Map(held.map((id) => [id, until]));
  }

  private async tell(tx: AgencyTx, budget: Budget, { month }: Spent): Promise<void> {
    if (!(await this.repository.markTold(tx, month, budget))) return;
    const detail = { month, budget: formatMicros(budget.monthlyMicros), currency: budget.currency };
    await this.audit.record(tx, { type: 'control.budget.reached', detail });
    await this.live.tell(tx, [{ topic: 'agency', ids: [tx.agencyId] }]);
  }

  private async budgetOf(tx: AgencyTx): Promise<Budget | null> {
    const nowMs = this.clock.monotonicMs();
    const known = this.budgets.get(tx.agencyId);
    if (known && known.untilMs > nowMs) return known.value;
    const value = await this.repository.budget(tx);
    this.budgets.set(tx.agencyId, { value, untilMs: nowMs + BUDGET_SEEN_FOR_MS });
    return value;
  }

  private async pricesOf(currency: string, now: Date): Promise<PriceList> {
    const nowMs = this.clock.monotonicMs();
    const known = this.prices.get(currency);
    if (known && known.untilMs > nowMs) return known.value;
    const value = new PriceList(await this.repository.pricesAcrossAgencies(currency, now));
    this.prices.set(currency, { value, untilMs: nowMs + PRICES_SEEN_FOR_MS });
    return value;
  }
}

/** In the order of their coming; what is urgent goes in any case and counts. */
function divide(
  leaving: readonly Leaving[],
  priceOf: (one: Leaving) => bigint,
  room: bigint,
): { micros: bigint; held: Uuid[] } {
  let micros = 0n;
  const held: Uuid[] = [];
  for (const one of leaving) {
    const price = priceOf(one);
    if (one.lane > LANES.reply && price > 0n && micros + price > room) held.push(one.messageId);
    else micros += price;
  }
  return { micros, held };
}
