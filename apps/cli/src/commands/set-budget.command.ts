import { Command, Option } from 'nest-commander';
import { BelfryCommand } from '../belfry-command.js';
import { notEmpty } from '../option-values.js';
import { withProduct } from '../product.js';
import { Terminal } from '../terminal.js';

/** Sets what an agency may spend. */
@Command({
  name: 'set-budget',
  description:
    'Set what an agency may spend on template messages in a month. At the budget all but alerts and replies wait.',
})
export class SetBudgetCommand extends BelfryCommand {
  constructor(private readonly terminal: Terminal) {
    super();
  }

  async run(
    _: string[],
    { agency, monthly, currency }: Record<'agency' | 'monthly' | 'currency', string>,
  ): Promise<void> {
    const { setBudget } = await import('../spend.js');
    this.terminal.print(await withProduct((product) => setBudget(product, agency, monthly, currency)));
  }

  @Option({ flags: '--agency <slug>', description: 'slug of the agency', required: true })
  parseAgency(text: string): string {
    return notEmpty(text);
  }

  @Option({ flags: '--monthly <amount>', description: 'for example 1500.00', required: true })
  parseMonthly(text: string): string {
    return notEmpty(text);
  }

  @Option({ flags: '--currency <code>', description: 'three letters, as in the prices', required: true })
  parseCurrency(text: string): string {
    return notEmpty(text);
  }
}
