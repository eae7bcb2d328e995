import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { AgencyDatabase } from '#libs/database';
import { systemContext, type Uuid } from '#libs/kernel';
import { Logger } from '#libs/observability';
import { ConsoleEventsRepository } from './console-events.repository.js';
import type { LiveChange } from './live-change.js';
import type { EventTopic } from './live-topics.js';

/** Half of what a stream waits between two looks, so that the longest way to a screen stays under a second. */
const WAIT_MS = 250;

/**
 * Tells of changes that are committed already, at most one event each quarter of a second for an agency and topic. An agency
 * that sends a thousand messages a second, each in a request of its own, writes four events in that time and not a thousand.
 * Only for what is followed by another change: a process that dies takes a quarter of a second of hints with it.
 */
@Injectable()
export class LiveSoon implements BeforeApplicationShutdown {
  private waiting = new Map<Uuid, Map<EventTopic, Set<Uuid>>>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: AgencyDatabase,
    private readonly events: ConsoleEventsRepository,
    private readonly logger: Logger,
  ) {}

  tell(agencyId: Uuid, { topic, ids }: LiveChange): void {
    const topics = this.waiting.get(agencyId) ?? new Map<EventTopic, Set<Uuid>>();
    const named = topics.get(topic) ?? new Set<Uuid>();
    for (const id of ids) named.add(id);
    this.waiting.set(agencyId, topics.set(topic, named));
    this.timer ??= setTimeout(() => void this.flush(), WAIT_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.flush();
  }

  private async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { waiting } = this;
    this.waiting = new Map();
    for (const [agencyId, topics] of waiting) {
      await this.write(
        agencyId,
        [...topics].map(([topic, ids]) => ({ topic, ids: [...ids] })),
      );
    }
  }

  /** What could not be written waits with what comes next: nothing is told twice, and nothing is forgotten. */
  private async write(agencyId: Uuid, changes: readonly LiveChange[]): Promise<void> {
    try {
      await this.database.agencyTransaction(systemContext(agencyId), (tx) => this.events.add(tx, changes));
    } catch (error) {
      this.logger.failure('live events not written', error, { agencyId });
      for (const change of changes) this.tell(agencyId, change);
    }
  }
}
