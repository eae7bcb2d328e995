import { Injectable } from '@nestjs/common';
import { Env } from '#libs/config';
import { AgencyDatabase } from '#libs/database';
import { Clock, firstIdAt, systemContext, type Uuid } from '#libs/kernel';
import { MediaRepository } from './media.repository.js';
import { MediaService } from './media.service.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Longer than any upload takes: the process that had it in hand is gone. */
const BROKEN_AFTER_MS = HOUR_MS;
/** Long enough to look into why. */
const REFUSED_DAYS = 30;
const PORTION = 200;

/** Takes away what is kept no longer than promised, and what broke off on its way in. */
@Injectable()
export class MediaRetention {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly media: MediaRepository,
    private readonly library: MediaService,
    private readonly env: Env,
    private readonly clock: Clock,
  ) {}

  /** A portion of one agency. @returns how many files went */
  async sweep(agencyId: Uuid): Promise<number> {
    const now = this.clock.now().getTime();
    const ago = (ms: number) => firstIdAt(new Date(now - ms));
    return this.database.agencyTransaction(systemContext(agencyId), async (tx) => {
      const [left, received] = await Promise.all([
        this.media.leftBehind(tx, ago(BROKEN_AFTER_MS), ago(REFUSED_DAYS * DAY_MS), PORTION),
        this.media.receivedBefore(tx, ago(this.env.MEDIA_RECEIVED_DAYS * DAY_MS), PORTION),
      ]);
      const ids = [...new Set([...left, ...received])].sort();
      return ids.length === 0 ? 0 : this.library.removeIn(tx, ids, 'retention');
    });
  }
}
