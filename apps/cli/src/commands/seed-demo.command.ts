import { Command, Option } from 'nest-commander';
import { BelfryCommand } from '../belfry-command.js';
import { httpUrl, notEmpty } from '../option-values.js';
import { withProduct } from '../product.js';
import { Terminal } from '../terminal.js';

interface SeedDemoOptions {
  readonly simulatorUrl: string;
  readonly apiUrl: string;
  readonly output: string;
}

/** Fills an installation with two agencies to play with. */
@Command({
  name: 'seed-demo',
  description:
    'Make two demo agencies, tell the simulator about them, and write how to use them. Safe to run again: agencies, keys and passwords stay.',
})
export class SeedDemoCommand extends BelfryCommand {
  constructor(private readonly terminal: Terminal) {
    super();
  }

  async run(_: string[], { output, ...urls }: SeedDemoOptions): Promise<void> {
    const { seedDemo } = await import('../seed-demo/seed-demo.js');
    const { agencies } = await withProduct(
      (product, env) => seedDemo(product, env, { output, ...urls }),
      ['DATABASE_URL', 'META_APP_SECRETS', 'META_VERIFY_TOKEN'],
    );
    this.terminal.print(`Seeded ${agencies.map((agency) => agency.slug).join(', ')}; see ${output}`);
  }

  @Option({ flags: '--simulator-url <url>', description: 'where the simulator listens', required: true })
  parseSimulatorUrl(text: string): string {
    return httpUrl(text);
  }

  @Option({ flags: '--api-url <url>', description: 'where the API listens', required: true })
  parseApiUrl(text: string): string {
    return httpUrl(text);
  }

  @Option({
    flags: '--output <path>',
    description: 'file to write, with keys and passwords (mode 0600)',
    required: true,
  })
  parseOutput(text: string): string {
    return notEmpty(text);
  }
}
