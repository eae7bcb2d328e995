import { Command, Option } from 'nest-commander';
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
    'Show the go-live checklist of an agency, or approve its request in the name of a platform administrator.',
})
export class GoLiveCommand extends BelfryCommand {
  constructor(private readonly terminal: Terminal) {
    super();
  }

  async run(_: string[], { agency, approveAs }: GoLiveOptions): Promise<void> {
    const { approveGoLive, goLiveLines, showGoLive } = await import('../go-live.js');
    const view = await withProduct((product) =>
      approveAs === undefined ? showGoLive(product, agency) : approveGoLive(product, agency, approveAs),
    );
    for (const line of goLiveLines(view)) this.terminal.print(line);
  }

  @Option({ flags: '--agency <slug>', description: 'slug of the agency', required: true })
  parseAgency(text: string): string {
    return notEmpty(text);
  }

  @Option({ flags: '--approve-as <address>', description: 'e-mail address of the platform administrator who approves' })
  parseApproveAs(text: string): string {
    return emailAddress(text);
  }
}
