import { Command, Option } from 'nest-commander';
import { BelfryCommand } from '../belfry-command.js';
import { emailAddress, notEmpty } from '../option-values.js';
import { withProduct } from '../product.js';
import { Terminal } from '../terminal.js';

interface InviteOptions {
  readonly agency: string;
  readonly email: string;
  readonly name?: string;
  readonly roles: string;
}

/** Asks somebody to work with an agency. */
@Command({
  name: 'invite',
  description: 'Invite somebody by mail. The worker sends the link; it works once, for seven days.',
})
export class InviteCommand extends BelfryCommand {
  constructor(private readonly terminal: Terminal) {
    super();
  }

  async run(_: string[], options: InviteOptions): Promise<void> {
    const { invite } = await import('../invite.js');
    const id = await withProduct((product) => invite(product, options));
    this.terminal.print(`invited: ${options.email} (${id})`);
  }

  @Option({ flags: '--agency <slug>', description: 'slug of the agency, or platform', required: true })
  parseAgency(text: string): string {
    return notEmpty(text);
  }

  @Option({ flags: '--email <address>', description: 'where the mail goes', required: true })
  parseEmail(text: string): string {
    return emailAddress(text);
  }

  @Option({ flags: '--name <name>', description: 'name of the person' })
  parseName(text: string): string {
    return notEmpty(text);
  }

  @Option({ flags: '--roles <list>', description: 'comma-separated, such as editor,agent', required: true })
  parseRoles(text: string): string {
    return notEmpty(text);
  }
}
