import { Command, Option } from 'nest-commander';
import { BelfryCommand } from '../belfry-command.js';
import { notEmpty } from '../option-values.js';
import { withProduct } from '../product.js';
import { Terminal } from '../terminal.js';

/** Undoes a suspension. */
@Command({
  name: 'reactivate-agency',
  description: 'Reactivate a suspended agency: it is on trial or live again, as before.',
})
export class ReactivateAgencyCommand extends BelfryCommand {
  constructor(private readonly terminal: Terminal) {
    super();
  }

  async run(_: string[], { agency }: { agency: string }): Promise<void> {
    const { reactivateAgency } = await import('../agency-status.js');
    const { slug, status } = await withProduct((product) => reactivateAgency(product, agency));
    this.terminal.print(`${slug} is ${status}`);
  }

  @Option({ flags: '--agency <slug>', description: 'slug of the agency', required: true })
  parseAgency(text: string): string {
    return notEmpty(text);
  }
}
