import { Command, Option } from 'nest-commander';
import { BelfryCommand } from '../belfry-command.js';
import { notEmpty, wholeNumber } from '../option-values.js';
import { withProduct } from '../product.js';
import { Terminal } from '../terminal.js';

interface RotateApiKeyOptions {
  readonly agency: string;
  readonly id: string;
  readonly overlapHours: number;
}

/** Makes a key that takes over from another. */
@Command({
  name: 'rotate-api-key',
  description: 'Make a key that takes over. Both work until the overlap is over; the new secret is printed once.',
})
export class RotateApiKeyCommand extends BelfryCommand {
  constructor(private readonly terminal: Terminal) {
    super();
  }

  async run(_: string[], options: RotateApiKeyOptions): Promise<void> {
    const { rotateApiKey } = await import('../rotate-api-key.js');
    const { id, secret, oldExpiresAt } = await withProduct((product) => rotateApiKey(product, options));
    this.terminal.print(`id:     ${id}`);
    this.terminal.print(`secret: ${secret}   (shown only now)`);
    this.terminal.print(`The old key works until ${oldExpiresAt.toISOString()}`);
  }

  @Option({ flags: '--agency <slug>', description: 'slug of the agency', required: true })
  parseAgency(text: string): string {
    return notEmpty(text);
  }

  @Option({ flags: '--id <key>', description: 'id of the old key (key_…)', required: true })
  parseId(text: string): string {
    return notEmpty(text);
  }

  @Option({ flags: '--overlap-hours <hours>', description: 'how long the old key works on', defaultValue: 24 })
  parseOverlapHours(text: string): number {
    return wholeNumber(text, 0, 168);
  }
}
