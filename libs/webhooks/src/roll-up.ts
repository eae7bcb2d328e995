import type { AuditEntryType } from '#libs/audit';
import { AuditService } from '#libs/audit';
import { AgencyDatabase } from '#libs/database';
import { type Clock, platformContext } from '#libs/kernel';

/** One entry stands for everything of this time after the first. */
const WINDOW_MS = 60_000;

/**
 * Puts refusals on record without letting a flood of them flood the log: the first at once, and all further ones of a minute
 * together, with how many they were.
 */
export class RollUp {
  private opened = Number.NEGATIVE_INFINITY;
  private more = 0;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly type: AuditEntryType,
    private readonly database: AgencyDatabase,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  async note(): Promise<void> {
    const now = this.clock.monotonicMs();
    if (now - this.opened < WINDOW_MS) {
      this.more += 1;
      this.timer ??= setTimeout(() => void this.flush().catch(this.onFailure), WINDOW_MS).unref();
      return;
    }
    this.opened = now;
    await this.record();
  }

  /** Writes what was counted and is not on record yet. */
  async flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const count = this.more;
    this.more = 0;
    if (count > 0) await this.record(count);
  }

  private async record(count = 1): Promise<void> {
    await this.database.platformTransaction(platformContext(), (tx) =>
      this.audit.record(tx, { type: this.type, outcome: 'denied', ...(count > 1 && { detail: { count } }) }),
    );
  }
}
