import { Command } from 'nest-commander';
import { NumberCommand, type NumberOptions } from '../number-command.js';
import { InvalidOption } from '../option-values.js';
import { Terminal } from '../terminal.js';

/** Third step of a new number. */
@Command({
  name: 'number-register',
  description:
    'Register a verified number, so that it can send. Its two-step PIN of six digits is read from standard input; nothing stands for the one that is kept.',
})
export class NumberRegisterCommand extends NumberCommand {
  constructor(terminal: Terminal) {
    super(terminal);
  }

  async run(_: string[], options: NumberOptions): Promise<void> {
    const pin = (await this.terminal.readInput('two-step PIN')).trim();
    if (!/^(\d{6})?$/.test(pin)) throw new InvalidOption('The PIN must be six digits.');
    await this.step((product, { registerNumber }) => registerNumber(product, options, pin));
  }
}
