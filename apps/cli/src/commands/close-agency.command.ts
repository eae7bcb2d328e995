import { Command, Option } from 'nest-commander';
import { BelfryCommand } from '../belfry-command.js';
import { notEmpty } from '../option-values.js';
import { withProduct } from '../product.js';
import { Terminal } from '../terminal.js';

/** Ends an agency for good. */
@Command({
  name: 'close-agency',
  description: 'Close an agency for good. It cannot be opened again.',
})
export class CloseAgencyCommand extends BelfryCommand {
  constructor(private readonly terminal: Terminal) {
    super();
  }

  async run(_: string[], { agency, reason }: { agency: string; reason: string }): Promise<void> {
    const { closeAgency } = await import('../agency-status.js');
    const { slug, status } = await withProduct((product) => closeAgency(product, agency, reason));
    this.terminal.print(`${slug} is ${status}`);
  }

  @Option({ flags: '--agency <slug>', description: 'slug of the agency', required: true })
  parseAgency(text: string): string {
    return notEmpty(text);
  }

  @Option({ flags: '--reason <text>', description: 'why; its people read it', required: true })
  parseReason(text: string): string {
    return notEmpty(text);
  }
}
