import { Command, Option } from 'nest-commander';
import { BelfryCommand } from '../belfry-command.js';
import { emailAddress, oneOf, wholeNumber } from '../option-values.js';
import { withProduct } from '../product.js';
import { Terminal } from '../terminal.js';

interface CreateAgencyOptions {
  readonly slug: string;
  readonly name: string;
  readonly language?: string;
  readonly timeZone?: string;
  readonly legalName?: string;
  readonly country?: string;
  readonly emailDomains?: string[];
  readonly retentionDays?: number;
  readonly admin?: string;
  readonly status: 'trial' | 'live';
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

  async run(_: string[], { language, admin, ...agency }: CreateAgencyOptions): Promise<void> {
    const { createAgency } = await import('../create-agency.js');
    const { toWireId } = await import('#libs/kernel');
    const made = await withProduct((product) =>
      createAgency(product, { ...agency, defaultLanguage: language, firstAdmin: admin ? { email: admin } : undefined }),
    );
    this.terminal.print(`Created agency ${made.slug} (${made.status}): ${toWireId('agency', made.id)}`);
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

  @Option({ flags: '--legal-name <name>', description: 'name as it stands in the register' })
  parseLegalName(text: string): string {
    return text;
  }

  @Option({ flags: '--country <code>', description: 'ISO 3166-1, two capital letters' })
  parseCountry(text: string): string {
    return text;
  }

  @Option({ flags: '--email-domains <list>', description: 'comma-separated; only their addresses are invited' })
  parseEmailDomains(text: string): string[] {
    return text.split(',').map((domain) => domain.trim());
  }

  @Option({ flags: '--retention-days <days>', description: 'days for which the content of messages is kept (365)' })
  parseRetentionDays(text: string): number {
    return wholeNumber(text, 30, 3650);
  }

  @Option({ flags: '--admin <address>', description: 'e-mail address of its first administrator, who is invited' })
  parseAdmin(text: string): string {
    return emailAddress(text);
  }

  @Option({
    flags: '--status <status>',
    description: 'trial: only to guests, until two people approve; live: at once',
    defaultValue: 'trial',
  })
  parseStatus(text: string): 'trial' | 'live' {
    return oneOf(text, ['trial', 'live']);
  }
}
