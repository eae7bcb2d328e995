import { Injectable } from '@nestjs/common';
import { AgencyDatabase } from '#libs/database';
import { type AgencyContext, Clock } from '#libs/kernel';
import type { SendingNumber } from '#libs/phone-numbers';
import { limitOf } from './messaging-limit.js';
import { NumberTurnsRepository } from './number-turns.repository.js';
import { OutboxRepository } from './outbox.repository.js';
import { PortfolioLimitsRepository } from './portfolio-limits.repository.js';

/** What goes through a number now, and how much of its portfolio's limit is used. */
export interface NumberTraffic {
  /** Citizens written to first in moving 24 hours by all numbers of the portfolio. */
  readonly people: {
    readonly used: number;
    /** By this agency. */
    readonly yours: number;
    /** Null where Meta sets none, or where none is known. */
    readonly limit: number | null;
    /** Numbers that share it. */
    readonly numbers: number;
  };
  readonly pace: {
    /** Messages a second that it may send now: less than granted for a while after Meta refused some. */
    readonly now: number;
    readonly granted: number;
    readonly waiting: number;
    readonly oldestDueAt: Date | null;
  };
  /** The second in which its newest webhook came. */
  readonly lastWebhookAt: Date | null;
}

/** Reads how a number is used, for people who look after it. */
@Injectable()
export class NumberTrafficService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly limits: PortfolioLimitsRepository,
    private readonly turns: NumberTurnsRepository,
    private readonly outbox: OutboxRepository,
    private readonly clock: Clock,
  ) {}

  async of(ctx: AgencyContext, number: SendingNumber): Promise<NumberTraffic> {
    const now = this.clock.now();
    return this.database.agencyTransaction(ctx, async (tx) => {
      const [usage, share, flow, waiting] = await Promise.all([
        this.limits.usage(tx, number.portfolioId, now),
        this.limits.share(tx, number.portfolioId, now),
        this.turns.flow(tx, number.id),
        this.outbox.waiting(tx, number.id, now),
      ]);
      const used = usage.reduce((sum, { n }) => sum + n, 0);
      const granted = number.messagesPerSecond;
      return {
        people: { used, yours: share.yours, limit: limitOf(number.messagingLimit), numbers: share.numbers },
        pace: { now: Math.min(flow.rate ?? granted, granted), granted, ...waiting },
        lastWebhookAt: flow.lastWebhookAt,
      };
    });
  }
}
