import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { AgencyTx } from '#libs/database';
import type { TodayFigures, TodaySource } from '#libs/home';
import { firstIdAt, type Uuid } from '#libs/kernel';
import type { MessageState } from './message-state.js';
import { MessagesRepository, type StateCount } from './messages.repository.js';

/** A hundred officers with home open must not count the same messages a hundred times. */
const FRESH_MS = 5_000;
const MAX_HELD = 1_000;

/** Each state counts in all steps that it implies. */
const STEPS: readonly (readonly [keyof TodayFigures, readonly MessageState[]])[] = [
  ['sent', ['sent', 'delivered', 'read', 'played']],
  ['delivered', ['delivered', 'read', 'played']],
  ['read', ['read', 'played']],
  ['failed', ['failed', 'rejected', 'expired']],
];

/** What today came to. */
@Injectable()
export class TodayService implements TodaySource {
  private readonly recent = new LRUCache<Uuid, TodayFigures>({ max: MAX_HELD, ttl: FRESH_MS });

  constructor(private readonly messages: MessagesRepository) {}

  async today(tx: AgencyTx): Promise<TodayFigures> {
    const known = this.recent.get(tx.agencyId);
    if (known) return known;
    const since = firstIdAt(await this.messages.startOfDay(tx));
    const figures = figuresOf(await this.messages.countSince(tx, since));
    this.recent.set(tx.agencyId, figures);
    return figures;
  }
}

function figuresOf(counts: readonly StateCount[]): TodayFigures {
  const sum = (isMeant: (count: StateCount) => boolean) =>
    counts.filter(isMeant).reduce((total, { n }) => total + n, 0);
  const outbound = counts.filter(({ direction }) => direction === 'outbound');
  const steps = STEPS.map(([name, states]) => [
    name,
    outbound.filter(({ state }) => states.includes(state)).reduce((total, { n }) => total + n, 0),
  ]);
  return {
    accepted: sum(({ direction }) => direction === 'outbound'),
    received: sum(({ direction }) => direction === 'inbound'),
    ...(Object.fromEntries(steps) as Pick<TodayFigures, 'sent' | 'delivered' | 'read' | 'failed'>),
  };
}
