import { Injectable } from '@nestjs/common';
import { NamesService } from '#libs/access';
import type { LogLine } from '#libs/audit';
import type { AgencyContext, Uuid } from '#libs/kernel';

/** Names of who and what entries speak of. They are not part of the entries, which hold ids, so that names can be erased. */
@Injectable()
export class EntryNames {
  constructor(private readonly names: NamesService) {}

  async of(ctx: AgencyContext, lines: readonly LogLine[]): Promise<ReadonlyMap<Uuid, string>> {
    const ids = lines.flatMap(({ says: { actor, target } }) => [
      ...(actor.kind === 'user' || actor.kind === 'api_key' ? [actor.id] : []),
      ...(target ? [target.id] : []),
    ]);
    return this.names.among(ctx, new Set(ids));
  }
}
