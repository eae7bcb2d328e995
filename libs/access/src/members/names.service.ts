import { Injectable } from '@nestjs/common';
import { AgencyNames } from '#libs/agencies';
import { AgencyDatabase } from '#libs/database';
import type { AgencyContext, Uuid } from '#libs/kernel';
import { PeopleSealer } from '../account/people-sealer.js';
import { ApiKeysRepository } from '../api-keys/api-keys.repository.js';
import { MembersRepository } from './members.repository.js';

/**
 * Says who and what the ids of an agency's log mean: people who hold or held a role in it, people of the platform who acted
 * in it, its keys, departments and itself.
 */
@Injectable()
export class NamesService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly members: MembersRepository,
    private readonly keys: ApiKeysRepository,
    private readonly agencies: AgencyNames,
    private readonly sealer: PeopleSealer,
  ) {}

  /**
   * Ids of which nothing is known here are left out. One transaction of five statements, however many ids. For people only:
   * a program that copies the log would also copy names, which nobody could erase there.
   */
  async among(ctx: AgencyContext, ids: ReadonlySet<Uuid>): Promise<ReadonlyMap<Uuid, string>> {
    if (ctx.actor.kind !== 'user' || ids.size === 0) return new Map();
    const wanted = [...ids];
    const [members, actors, keys, others] = await this.database.agencyTransaction(ctx, (tx) =>
      Promise.all([
        this.members.sealedNames(tx, wanted),
        this.members.sealedActors(tx, wanted),
        this.keys.names(tx, wanted),
        this.agencies.among(tx, wanted),
      ]),
    );
    const people = new Map([...members, ...actors].map((row) => [row.id, row]));
    const opened = await Promise.all(
      [...people.values()].map(async (row) => ({ id: row.id, ...(await this.sealer.open(row.id, row)) })),
    );
    return new Map([...opened, ...keys, ...others].map(({ id, name }) => [id, name]));
  }
}
