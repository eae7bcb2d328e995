import { Command, Option } from 'nest-commander';
import type { Mode } from '#libs/kernel';
import { BelfryCommand } from '../belfry-command.js';
import { notEmpty, oneOf, wholeNumber } from '../option-values.js';
import { withProduct } from '../product.js';
import { Terminal } from '../terminal.js';

interface AddNumberOptions {
  readonly agency: string;
  readonly portfolio: string;
  readonly portfolioName?: string;
  readonly phoneNumberId: string;
  readonly waba: string;
  readonly display: string;
  readonly verifiedName: string;
  readonly mode: Mode;
  readonly messagesPerSecond?: number;
}

/** Gives an agency a WhatsApp number. */
@Command({
  name: 'add-number',
  description:
    "Add a WhatsApp number to an agency. Its access token is read from standard input, so that it stays out of the shell's history.",
})
export class AddNumberCommand extends BelfryCommand {
  constructor(private readonly terminal: Terminal) {
    super();
  }

  async run(_: string[], options: AddNumberOptions): Promise<void> {
    const accessToken = await this.terminal.readInput('access token');
    const { addNumber } = await import('../add-number.js');
    const { toWireId } = await import('#libs/kernel');
    const { agency, portfolio, portfolioName = portfolio, waba: wabaId, display, ...number } = options;
    const added = await withProduct((product) =>
      addNumber(
        product,
        agency,
        { metaPortfolioId: portfolio, name: portfolioName },
        {
          ...number,
          wabaId,
          displayPhoneNumber: display,
          accessToken,
        },
      ),
    );
    this.terminal.print(`Added ${added.mode} number ${added.displayPhoneNumber}: ${toWireId('phoneNumber', added.id)}`);
  }

  @Option({ flags: '--agency <slug>', description: 'slug of the agency', required: true })
  parseAgency(text: string): string {
    return notEmpty(text);
  }

  @Option({ flags: '--portfolio <id>', description: "Meta's id of the business portfolio", required: true })
  parsePortfolio(text: string): string {
    return notEmpty(text);
  }

  @Option({ flags: '--portfolio-name <name>', description: 'name of the portfolio (its id)' })
  parsePortfolioName(text: string): string {
    return notEmpty(text);
  }

  @Option({ flags: '--waba <id>', description: "Meta's id of the WhatsApp Business account", required: true })
  parseWaba(text: string): string {
    return notEmpty(text);
  }

  @Option({ flags: '--phone-number-id <id>', description: "Meta's id of the number", required: true })
  parsePhoneNumberId(text: string): string {
    return notEmpty(text);
  }

  @Option({ flags: '--display <number>', description: 'the number as people see it', required: true })
  parseDisplay(text: string): string {
    return notEmpty(text);
  }

  @Option({ flags: '--verified-name <name>', description: 'the name that citizens see', required: true })
  parseVerifiedName(text: string): string {
    return notEmpty(text);
  }

  @Option({ flags: '--mode <mode>', description: 'live or sandbox', defaultValue: 'live' })
  parseMode(text: string): Mode {
    return oneOf(text, ['live', 'sandbox']);
  }

  @Option({ flags: '--messages-per-second <n>', description: 'throughput that Meta grants (80)' })
  parseMessagesPerSecond(text: string): number {
    return wholeNumber(text, 1, 1_000_000);
  }
}
