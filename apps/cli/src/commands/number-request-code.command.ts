import { Command, Option } from 'nest-commander';
import { NumberCommand, type NumberOptions } from '../number-command.js';
import { notEmpty, oneOf } from '../option-values.js';
import { Terminal } from '../terminal.js';

interface RequestCodeOptions extends NumberOptions {
  readonly method: 'sms' | 'voice';
  readonly language: string;
}

/** First step of a new number. */
@Command({
  name: 'number-request-code',
  description: 'Have WhatsApp send a code to a number, by text message or by a call.',
})
export class NumberRequestCodeCommand extends NumberCommand {
  constructor(terminal: Terminal) {
    super(terminal);
  }

  async run(_: string[], options: RequestCodeOptions): Promise<void> {
    await this.step((product, { requestCode }) => requestCode(product, options, options));
  }

  @Option({ flags: '--method <method>', description: 'sms, or voice for a call', defaultValue: 'sms' })
  parseMethod(text: string): 'sms' | 'voice' {
    return oneOf(text, ['sms', 'voice']);
  }

  @Option({ flags: '--language <code>', description: 'language of the text or call', defaultValue: 'en_US' })
  parseLanguage(text: string): string {
    return notEmpty(text);
  }
}
