import { Command, Option } from 'nest-commander';
import { BelfryCommand } from '../belfry-command.js';
import { notEmpty } from '../option-values.js';
import { withProduct } from '../product.js';
import { Terminal } from '../terminal.js';

/** Shows how far the numbers of an agency have come. */
@Command({ name: 'list-numbers', description: 'List the WhatsApp numbers of an agency and what each needs next.' })
export class ListNumbersCommand extends BelfryCommand {
  constructor(private readonly terminal: Terminal) {
    super();
  }

  async run(_: string[], { agency }: { readonly agency: string }): Promise<void> {
    const { listNumbers, numberLines } = await import('../numbers.js');
    const numbers = await withProduct((product) => listNumbers(product, agency));
    for (const line of numbers.flatMap(numberLines)) this.terminal.print(line);
    if (numbers.length === 0) this.terminal.print('none yet; link-number adds one');
  }

  @Option({ flags: '--agency <slug>', description: 'slug of the agency', required: true })
  parseAgency(text: string): string {
    return notEmpty(text);
  }
}
