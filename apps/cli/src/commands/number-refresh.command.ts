import { Command } from 'nest-commander';
import { NumberCommand, type NumberOptions } from '../number-command.js';
import { Terminal } from '../terminal.js';

/** Asks Meta how a number stands. */
@Command({ name: 'number-refresh', description: 'Ask WhatsApp how a number stands: state, display name, quality.' })
export class NumberRefreshCommand extends NumberCommand {
  constructor(terminal: Terminal) {
    super(terminal);
  }

  async run(_: string[], options: NumberOptions): Promise<void> {
    await this.step((product, { refreshNumber }) => refreshNumber(product, options));
  }
}
