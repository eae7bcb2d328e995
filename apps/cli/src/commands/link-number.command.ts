import { Command, Option } from 'nest-commander';
import type { Mode } from '#libs/kernel';
import type { WantedNumber } from '#libs/phone-numbers';
import { BelfryCommand } from '../belfry-command.js';
import { InvalidOption, notEmpty, oneOf } from '../option-values.js';
import { withProduct } from '../product.js';
import { Terminal } from '../terminal.js';

interface LinkNumberOptions {
  readonly agency: string;
  readonly portfolio: string;
  readonly portfolioName?: string;
  readonly waba: string;
  readonly phoneNumberId?: string;
  readonly countryCode?: string;
  readonly nationalNumber?: string;
  readonly verifiedName?: string;
  readonly mode: Mode;
}

/** Gives an agency a number as far as it has come at Meta; `add-number` is for one that is registered already. */
@Command({
  name: 'link-number',
  description:
    'Give an agency a number of its WhatsApp account: one that is there (--phone-number-id), or a new one (--country-code, --national-number, --verified-name). The access token is read from standard input.',
})
export class LinkNumberCommand extends BelfryCommand {
  constructor(private readonly terminal: Terminal) {
    super();
  }

  async run(_: string[], options: LinkNumberOptions): Promise<void> {
    const wanted = toWanted(options);
    const accessToken = await this.terminal.readInput('access token');
    const { linkNumber, numberLines } = await import('../numbers.js');
    const { agency, portfolio, portfolioName = portfolio, waba: wabaId, mode } = options;
    const number = await withProduct((product) =>
      linkNumber(
        product,
        agency,
        { metaPortfolioId: portfolio, name: portfolioName },
        { wabaId, accessToken, mode },
        wanted,
      ),
    );
    for (const line of numberLines(number)) this.terminal.print(line);
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

  @Option({ flags: '--phone-number-id <id>', description: "Meta's id of a number that the account has" })
  parsePhoneNumberId(text: string): string {
    return notEmpty(text);
  }

  @Option({ flags: '--country-code <digits>', description: 'of a new number: country calling code' })
  parseCountryCode(text: string): string {
    return digits(text);
  }

  @Option({ flags: '--national-number <digits>', description: 'of a new number: the rest of it' })
  parseNationalNumber(text: string): string {
    return digits(text);
  }

  @Option({ flags: '--verified-name <name>', description: 'of a new number: the name that citizens see' })
  parseVerifiedName(text: string): string {
    return notEmpty(text);
  }

  @Option({ flags: '--mode <mode>', description: 'live or sandbox', defaultValue: 'live' })
  parseMode(text: string): Mode {
    return oneOf(text, ['live', 'sandbox']);
  }
}

function toWanted({ phoneNumberId, countryCode, nationalNumber, verifiedName }: LinkNumberOptions): WantedNumber {
  if (phoneNumberId !== undefined) return { phoneNumberId };
  if (countryCode !== undefined && nationalNumber !== undefined && verifiedName !== undefined) {
    return { countryCode, nationalNumber, verifiedName };
  }
  throw new InvalidOption(
    'Name the number: --phone-number-id, or --country-code, --national-number and --verified-name together.',
  );
}

function digits(text: string): string {
  if (!/^\d+$/.test(text)) throw new InvalidOption('It must be digits only.');
  return text;
}
