import { type INestApplicationContext, Injectable } from '@nestjs/common';
import type { Env } from '#libs/config';
import { AgencyDatabase } from '#libs/database';
import { platformContext } from '#libs/kernel';
import { StartError } from '#libs/observability';
import { AgenciesRepository } from './agencies.repository.js';

/** Knows whether this installation was filled with demo people, whose passwords and keys stand in a file. */
@Injectable()
export class DemoMark {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: AgenciesRepository,
  ) {}

  /** Before the first password or key is made. */
  async set(): Promise<void> {
    await this.database.agencyTransaction(platformContext(), (tx) => this.repository.markDemo(tx));
  }

  async isSet(): Promise<boolean> {
    return this.database.agencyTransaction(platformContext(), (tx) => this.repository.isDemo(tx));
  }
}

/** Refuses to serve people with passwords and keys that stand in a file. */
export async function assertNoDemo(app: Pick<INestApplicationContext, 'get'>, mode: Env['BELFRY_MODE']): Promise<void> {
  if (mode === 'demo' || !(await app.get(DemoMark, { strict: false }).isSet())) return;
  throw new StartError(
    'The database was filled by seed-demo, whose passwords and keys stand in a file: BELFRY_MODE=production needs a database of its own.',
  );
}
