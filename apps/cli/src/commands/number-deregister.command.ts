import { Command } from 'nest-commander';
import { NumberCommand, type NumberOptions } from '../number-command.js';
import { Terminal } from '../terminal.js';

/** Takes a number out of use. */
@Command({
  name: 'number-deregister',
  description: 'Deregister a number: nothing is sent from it until it is registered again.',
})
export class NumberDeregisterCommand extends NumberCommand {
  constructor(terminal: Terminal) {
    super(terminal);
  }

  async run(_: string[], options: NumberOptions): Promise<void> {
    await this.step((product, { deregisterNumber }) => deregisterNumber(product, options));
  }
}
