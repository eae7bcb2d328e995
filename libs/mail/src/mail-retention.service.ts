import { Injectable } from '@nestjs/common';
import { Env } from '#libs/config';
import type { AgencyTx } from '#libs/database';
import { Clock } from '#libs/kernel';
import { MailsRepository } from './mails.repository.js';

const DAY_MS = 86_400_000;
const BATCH = 1000;

/** Takes away the rows of mails that are long over. They are empty by then and tell only that there was a mail. */
@Injectable()
export class MailRetention {
  constructor(
    private readonly repository: MailsRepository,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {}

  /** Of one agency. @returns how many went */
  sweep(tx: AgencyTx): Promise<number> {
    const before = new Date(this.clock.now().getTime() - this.env.MAILS_KEPT_DAYS * DAY_MS);
    return this.repository.removeSettled(tx, before, BATCH);
  }
}
