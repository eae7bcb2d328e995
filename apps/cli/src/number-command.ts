import { Option } from 'nest-commander';
import type { NumberDetails } from '#libs/phone-numbers';
import { BelfryCommand } from './belfry-command.js';
import type { NamedNumber } from './numbers.js';
import { notEmpty } from './option-values.js';
import { type Product, withProduct } from './product.js';
import { Terminal } from './terminal.js';

/** A step with one number; it ends by saying how the number stands. */
export abstract class NumberCommand extends BelfryCommand {
  constructor(protected readonly terminal: Terminal) {
    super();
  }

  protected async step(
    work: (product: Product, numbers: typeof import('./numbers.js')) => Promise<NumberDetails>,
  ): Promise<void> {
    const numbers = await import('./numbers.js');
    const number = await withProduct((product) => work(product, numbers));
    for (const line of numbers.numberLines(number)) this.terminal.print(line);
  }

  @Option({ flags: '--agency <slug>', description: 'slug of the agency', required: true })
  parseAgency(text: string): string {
    return notEmpty(text);
  }

  @Option({
    flags: '--number <id>',
    description: 'id of the number (num_…), as list-numbers prints it',
    required: true,
  })
  parseNumber(text: string): string {
    return notEmpty(text);
  }
}

export type NumberOptions = NamedNumber;
