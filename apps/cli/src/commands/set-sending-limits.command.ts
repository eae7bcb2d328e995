import { Command, Option } from 'nest-commander';
import { BelfryCommand } from '../belfry-command.js';
import { notEmpty, wholeNumber } from '../option-values.js';
import { withProduct } from '../product.js';
import { Terminal } from '../terminal.js';

interface Options {
  readonly agency: string;
  readonly weight?: number;
  readonly bulkAgeMinutes?: number;
  readonly outbox?: number;
}

/** Sets what an agency gets of what is shared. */
@Command({
  name: 'set-sending-limits',
  description: "Set an agency's share of the workers, and when more of its messages are refused for those that wait.",
})
export class SetSendingLimitsCommand extends BelfryCommand {
  constructor(private readonly terminal: Terminal) {
    super();
  }

  async run(_: string[], { agency, weight, bulkAgeMinutes, outbox }: Options): Promise<void> {
    const { setSendingLimits } = await import('../switches.js');
    const change = {
      ...(weight !== undefined && { weight }),
      ...(bulkAgeMinutes !== undefined && { bulkAgeSeconds: bulkAgeMinutes * 60 }),
      ...(outbox !== undefined && { outboxRows: outbox }),
    };
    const limits = await withProduct((product) => setSendingLimits(product, agency, change));
    const age = limits.bulkAgeSeconds === null ? 'as configured' : `${limits.bulkAgeSeconds / 60} min`;
    const rows = limits.outboxRows ?? 'as configured';
    this.terminal.print(`${agency}: weight ${limits.weight}, bulk age ${age}, waiting messages ${rows}`);
  }

  @Option({ flags: '--agency <slug>', description: 'slug of the agency', required: true })
  parseAgency(text: string): string {
    return notEmpty(text);
  }

  @Option({ flags: '--weight <n>', description: 'share of the workers beside others, 1 to 100' })
  parseWeight(text: string): number {
    return wholeNumber(text, 1, 100);
  }

  @Option({ flags: '--bulk-age-minutes <n>', description: 'bulk messages older than this stop more of them' })
  parseBulkAge(text: string): number {
    return wholeNumber(text, 1, 10_080);
  }

  @Option({ flags: '--outbox <n>', description: 'messages that may wait' })
  parseOutbox(text: string): number {
    return wholeNumber(text, 1, 100_000_000);
  }
}
