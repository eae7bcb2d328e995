import { Command } from 'nest-commander';
import { BelfryCommand } from '../belfry-command.js';
import { withProduct } from '../product.js';
import { Terminal } from '../terminal.js';

/** Makes roles and tables where they are missing, and the platform's keys. */
@Command({
  name: 'migrate',
  description:
    'Bring the database to the newest schema. Reads DATABASE_ADMIN_URL (may create roles), DATABASE_URL (belfry_app) and, when set, SEQUENCER_DATABASE_URL. Safe to run again.',
})
export class MigrateCommand extends BelfryCommand {
  constructor(private readonly terminal: Terminal) {
    super();
  }

  async run(): Promise<void> {
    const names = await migrateDatabase();
    for (const name of names) this.terminal.print(`migrated  ${name}`);
    await withProduct(async (product) => {
      const { PlatformSetup } = await import('#libs/agencies');
      await product.get(PlatformSetup).ensure();
    });
    this.terminal.print(names.length === 0 ? 'The database is up to date.' : `${names.length} migrations were run.`);
  }
}

async function migrateDatabase(): Promise<string[]> {
  const [{ loadEnv }, { migrate }, { migrations }] = await Promise.all([
    import('#libs/config'),
    import('#libs/database'),
    import('#migrations'),
  ]);
  const env = loadEnv(['DATABASE_ADMIN_URL', 'DATABASE_URL']);
  return migrate({
    adminUrl: env.DATABASE_ADMIN_URL ?? '',
    appUrl: env.DATABASE_URL,
    sequencerUrl: env.SEQUENCER_DATABASE_URL || undefined,
    migrations,
  });
}
