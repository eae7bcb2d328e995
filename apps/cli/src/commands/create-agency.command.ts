import { Command, Option } from 'nest-commander';
import { BelfryCommand } from '../belfry-command.js';
import { withProduct } from '../product.js';
import { Terminal } from '../terminal.js';

interface CreateAgencyOptions {
  readonly slug: string;
  readonly name: string;
  readonly language?: string;
  readonly timeZone?: string;
}

/** Onboards an agency. */
@Command({
  name: 'create-agency',
  description: 'Onboard an agency: its row, its keys, its audit log and its built-in purpose.',
})
export class CreateAgencyCommand extends BelfryCommand {
  constructor(private readonly terminal: Terminal) {
    super();
  }

  async run(_: string[], { slug, name, language, timeZone }: CreateAgencyOptions): Promise<void> {
    const { createAgency } = await import('../create-agency.js');
    const { toWireId } = await import('#libs/kernel');
    const agency = await withProduct((product) =>
      createAgency(product, { slug, name, defaultLanguage: language, timeZone }),
    );
    this.terminal.print(`Created agency ${agency.slug}: ${toWireId('agency', agency.id)}`);
  }

  @Option({ flags: '--slug <slug>', description: 'short name: lower-case letters, digits, hyphens', required: true })
  parseSlug(text: string): string {
    return text;
  }

  @Option({ flags: '--name <name>', description: 'full name', required: true })
  parseName(text: string): string {
    return text;
  }

  @Option({ flags: '--language <code>', description: 'default language of its messages (en)' })
  parseLanguage(text: string): string {
    return text;
  }

  @Option({ flags: '--time-zone <zone>', description: 'IANA time zone (UTC)' })
  parseTimeZone(text: string): string {
    return text;
  }
}
