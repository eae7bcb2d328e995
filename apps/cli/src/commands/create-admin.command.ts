import { Command, Option } from 'nest-commander';
import { BelfryCommand } from '../belfry-command.js';
import { emailAddress, notEmpty } from '../option-values.js';
import { withProduct } from '../product.js';
import { Terminal } from '../terminal.js';

interface CreateAdminOptions {
  readonly email: string;
  readonly name: string;
  readonly passwordStdin?: boolean;
}

/** Makes the first person who can sign in. */
@Command({
  name: 'create-admin',
  description: 'Make a platform administrator. Without --password-stdin a password is generated and printed once.',
})
export class CreateAdminCommand extends BelfryCommand {
  constructor(private readonly terminal: Terminal) {
    super();
  }

  async run(_: string[], { email, name, passwordStdin }: CreateAdminOptions): Promise<void> {
    const { createAdmin, newPassword } = await import('../create-admin.js');
    const password = passwordStdin ? await this.terminal.readInput('password') : newPassword();
    await withProduct((product) => createAdmin(product, { email, name, password }));
    this.terminal.print(`Created platform administrator ${email}`);
    if (!passwordStdin) this.terminal.print(`password: ${password}   (shown only now)`);
  }

  @Option({ flags: '--email <address>', description: 'with which the person signs in', required: true })
  parseEmail(text: string): string {
    return emailAddress(text);
  }

  @Option({ flags: '--name <name>', description: 'name of the person', required: true })
  parseName(text: string): string {
    return notEmpty(text);
  }

  @Option({ flags: '--password-stdin', description: 'read the password from standard input' })
  parsePasswordStdin(): boolean {
    return true;
  }
}
