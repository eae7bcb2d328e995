import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { HomeNeed } from '#libs/home';
import { TemplatesRepository } from './templates.repository.js';

/** Templates that Meta refused. */
@Injectable()
export class RejectedTemplates implements HomeNeed {
  readonly kind = 'templates-rejected';
  readonly permission = 'templates:read';

  constructor(private readonly repository: TemplatesRepository) {}

  count(tx: AgencyTx): Promise<number> {
    return this.repository.countRejected(tx);
  }
}
