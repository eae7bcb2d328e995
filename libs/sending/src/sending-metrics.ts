import { Injectable } from '@nestjs/common';
import { toWireId, type Uuid } from '#libs/kernel';
import { Metrics } from '#libs/observability';
import { laneName } from './lanes.js';

export interface OldestDueAge {
  readonly agencyId: Uuid;
  readonly lane: number;
  readonly seconds: number;
}

/** What an operator must see of sending. Age and not depth tells whether somebody waits. */
@Injectable()
export class SendingMetrics {
  private readonly outcomes;
  private readonly decisions;
  private readonly duplicates;
  private readonly oldestDue;

  constructor(metrics: Metrics) {
    this.outcomes = metrics.counter({
      name: 'belfry_send_outcomes_total',
      help: 'Attempts by what the provider answered',
      labels: ['outcome'],
    });
    this.decisions = metrics.counter({
      name: 'belfry_in_doubt_decisions_total',
      help: 'Attempts in doubt by how they were settled without an echo',
      labels: ['decision'],
    });
    this.duplicates = metrics.counter({
      name: 'duplicate_provider_accepts_total',
      help: 'Messages that the provider accepted more than once, by agency',
      labels: ['agency'],
    });
    this.oldestDue = metrics.gauge({
      name: 'belfry_oldest_due_seconds',
      help: 'Age of the oldest message that is due and has not left, by agency and lane',
      labels: ['agency', 'lane'],
    });
  }

  countOutcomes(outcomes: readonly string[]): void {
    for (const outcome of outcomes) this.outcomes.inc({ outcome });
  }

  countDecisions(decision: string, count: number): void {
    if (count > 0) this.decisions.inc({ decision }, count);
  }

  countDuplicates(agencyId: Uuid, count: number): void {
    if (count > 0) this.duplicates.inc({ agency: toWireId('agency', agencyId) }, count);
  }

  /** Whoever has nothing due any more is not shown. */
  showOldestDue(ages: readonly OldestDueAge[]): void {
    this.oldestDue.reset();
    for (const { agencyId, lane, seconds } of ages) {
      this.oldestDue.set({ agency: toWireId('agency', agencyId), lane: laneName(lane) }, seconds);
    }
  }
}
