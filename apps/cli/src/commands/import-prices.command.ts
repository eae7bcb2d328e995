import { Command, Option } from 'nest-commander';
import { BelfryCommand } from '../belfry-command.js';
import { notEmpty } from '../option-values.js';
import { withProduct } from '../product.js';
import { Terminal } from '../terminal.js';

/** Reads what template messages cost. */
@Command({
  name: 'import-prices',
  description:
    'Read prices of template messages from a file: lines of currency, calling code, category, first day and amount, e.g. EUR,44,UTILITY,2026-01-01,0.0159',
})
export class ImportPricesCommand extends BelfryCommand {
  constructor(private readonly terminal: Terminal) {
    super();
  }

  async run(_: string[], { file }: { file: string }): Promise<void> {
    const { importPrices } = await import('../spend.js');
    const count = await withProduct((product) => importPrices(product, file));
    this.terminal.print(`${count} prices are stored`);
  }

  @Option({ flags: '--file <path>', description: 'the file', required: true })
  parseFile(text: string): string {
    return notEmpty(text);
  }
}
