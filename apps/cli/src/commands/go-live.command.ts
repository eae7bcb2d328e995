import { Command, Option } from 'nest-commander';
import type { PersonProof } from '../act-as.js';
import { BelfryCommand } from '../belfry-command.js';
import { emailAddress, notEmpty } from '../option-values.js';
import { withProduct } from '../product.js';
import { Terminal } from '../terminal.js';

interface GoLiveOptions {
  readonly agency: string;
  readonly approveAs?: string;
}

/** Shows how far an agency has come, and approves. */
@Command({
  name: 'go-live',
  description:
    'Show the go-live checklist of an agency, or approve its request as a platform administrator who proves it.',
})
export class GoLiveCommand extends BelfryCommand {
  constructor(private readonly terminal: Terminal) {
    super();
  }

  async run(_: string[], { agency, approveAs }: GoLiveOptions): Promise<void> {
    const proof = approveAs === undefined ? null : await this.askFor(approveAs);
    const { approveGoLive, goLiveLines, showGoLive } = await import('../go-live.js');
    const view = await withProduct((product) =>
      proof ? approveGoLive(product, agency, proof) : showGoLive(product, agency),
    );
    for (const line of goLiveLines(view)) this.terminal.print(line);
  }

  private async askFor(email: string): Promise<PersonProof> {
    const [password = '', code = ''] = await this.terminal.readSecrets([
      `password of ${email}`,
      'code of the authenticator app (nothing without one)',
    ]);
    return { email, password, code };
  }

  @Option({ flags: '--agency <slug>', description: 'slug of the agency', required: true })
  parseAgency(text: string): string {
    return notEmpty(text);
  }

  @Option({
    flags: '--approve-as <address>',
    description:
      'e-mail address of the platform administrator who approves; asks for password and code, or reads a line of input for each',
  })
  parseApproveAs(text: string): string {
    return emailAddress(text);
  }
}
