import { Command, Option } from 'nest-commander';
import { BelfryCommand } from '../belfry-command.js';
import { emailAddress } from '../option-values.js';
import { withProduct } from '../product.js';
import { Terminal } from '../terminal.js';

/** The last way back for somebody who lost telephone, passkeys and recovery codes. */
@Command({
  name: 'reset-second-step',
  description: 'Remove every second step of a person and end their sessions. Make sure first that it is them who ask.',
})
export class ResetSecondStepCommand extends BelfryCommand {
  constructor(private readonly terminal: Terminal) {
    super();
  }

  async run(_: string[], { email }: { readonly email: string }): Promise<void> {
    const { resetSecondStep } = await import('../reset-second-step.js');
    await withProduct((product) => resetSecondStep(product, email));
    this.terminal.print(`reset: ${email} adds a new second step at the next sign-in`);
  }

  @Option({ flags: '--email <address>', description: 'with which the person signs in', required: true })
  parseEmail(text: string): string {
    return emailAddress(text);
  }
}
