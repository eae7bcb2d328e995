import { Command, Option } from 'nest-commander';
import type { AgencyScope } from '#libs/sending';
import { BelfryCommand } from '../belfry-command.js';
import { notEmpty, oneOf } from '../option-values.js';
import { withProduct } from '../product.js';
import type { Stopping } from '../switches.js';
import { Terminal } from '../terminal.js';

/** Written out, so that help does not load the product; the type keeps the table complete. */
const SCOPES: { readonly [scope in AgencyScope]: scope } = {
  agency: 'agency',
  number: 'number',
  template: 'template',
  campaign: 'campaign',
  'api-key': 'api-key',
};
const SCOPE_NAMES = Object.values(SCOPES);

/** Stops sending, for all agencies or a part of one. */
@Command({
  name: 'stop-sending',
  description:
    'Stop sending within two seconds: of all agencies, or of one, or of one of its numbers, templates, campaigns or keys.',
})
export class StopSendingCommand extends BelfryCommand {
  constructor(private readonly terminal: Terminal) {
    super();
  }

  async run(_: string[], stopping: Stopping): Promise<void> {
    const { describeSwitch, stopSending } = await import('../switches.js');
    this.terminal.print(describeSwitch(await withProduct((product) => stopSending(product, stopping))));
  }

  @Option({ flags: '--agency <slug>', description: 'slug of the agency; left out, all agencies are stopped' })
  parseAgency(text: string): string {
    return notEmpty(text);
  }

  @Option({ flags: '--scope <scope>', description: `one of ${SCOPE_NAMES.join(', ')}; agency when left out` })
  parseScope(text: string): AgencyScope {
    return oneOf(text, SCOPE_NAMES);
  }

  @Option({ flags: '--target <id>', description: 'id of the number, template, campaign or API key' })
  parseTarget(text: string): string {
    return notEmpty(text);
  }

  @Option({ flags: '--reason <text>', description: 'why; it stands in the log', required: true })
  parseReason(text: string): string {
    return notEmpty(text);
  }
}
