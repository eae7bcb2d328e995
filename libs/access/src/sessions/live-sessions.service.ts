import { Injectable } from '@nestjs/common';
import { AgencyDatabase } from '#libs/database';
import { platformContext, type Uuid } from '#libs/kernel';
import { RecentRows } from '../recent-rows.js';
import type { CurrentSession } from './current-session.js';
import { type LiveSessionRow, SessionsRepository } from './sessions.repository.js';

export interface LiveSession extends CurrentSession {
  readonly epoch: number;
}

/** Which sessions are open, at most half a second old. Looking one up also writes down, once a minute, that it is in use. */
@Injectable()
export class LiveSessions {
  private readonly recent: RecentRows<LiveSession>;

  constructor(database: AgencyDatabase, repository: SessionsRepository) {
    this.recent = new RecentRows((id) =>
      database.agencyTransaction(platformContext(), async (tx) => {
        const row = await repository.findLive(tx, id);
        if (row?.is_touch_due) await repository.touch(tx, id);
        return row ? [toLive(row)] : [];
      }),
    );
  }

  async find(id: Uuid): Promise<LiveSession | null> {
    return (await this.recent.find(id))[0] ?? null;
  }

  forget(...ids: readonly Uuid[]): void {
    for (const id of ids) this.recent.forget(id);
  }
}

function toLive(row: LiveSessionRow): LiveSession {
  const { id, user_id: userId, epoch, must_enrol: mustEnrol, stepped_up_until: steppedUpUntil } = row;
  return { id, userId, epoch, mustEnrol, steppedUpUntil };
}
