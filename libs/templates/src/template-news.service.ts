import { Injectable } from '@nestjs/common';
import type { AgencyContext } from '#libs/kernel';
import type { TemplateEvent } from '#libs/whatsapp';
import { TemplateSyncService } from './template-sync.service.js';

/**
 * Hears what Meta tells of templates and has them read again at once: news may come late, twice or in another order, and
 * Meta's list is right whenever it is read.
 */
@Injectable()
export class TemplateNewsService {
  constructor(private readonly sync: TemplateSyncService) {}

  async hear(ctx: AgencyContext, _wabaId: string, events: readonly TemplateEvent[]): Promise<void> {
    if (events.length > 0) await this.sync.sync(ctx);
  }
}
