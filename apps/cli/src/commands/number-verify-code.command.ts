import { Command, Option } from 'nest-commander';
import { NumberCommand, type NumberOptions } from '../number-command.js';
import { InvalidOption } from '../option-values.js';
import { Terminal } from '../terminal.js';

/** Second step of a new number. */
@Command({ name: 'number-verify-code', description: 'Verify a number with the code that WhatsApp sent to it.' })
export class NumberVerifyCodeCommand extends NumberCommand {
  constructor(terminal: Terminal) {
    super(terminal);
  }

  async run(_: string[], options: NumberOptions & { readonly code: string }): Promise<void> {
    await this.step((product, { verifyCode }) => verifyCode(product, options, options.code));
  }

  @Option({ flags: '--code <digits>', description: 'the six digits', required: true })
  parseCode(text: string): string {
    const digits = text.replace(/[- ]/g, '');
    if (!/^\d{6}$/.test(digits)) throw new InvalidOption('It must be six digits.');
    return digits;
  }
}
