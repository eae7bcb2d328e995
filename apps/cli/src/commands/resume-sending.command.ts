import { Command, Option } from 'nest-commander';
import { BelfryCommand } from '../belfry-command.js';
import { notEmpty } from '../option-values.js';
import { withProduct } from '../product.js';
import { Terminal } from '../terminal.js';

/** Lifts a kill switch. */
@Command({
  name: 'resume-sending',
  description: 'Lift a kill switch. What a command stopped for all agencies, a person lifts over the API.',
})
export class ResumeSendingCommand extends BelfryCommand {
  constructor(private readonly terminal: Terminal) {
    super();
  }

  async run(_: string[], { id, agency }: { id: string; agency?: string }): Promise<void> {
    const { describeSwitch, resumeSending } = await import('../switches.js');
    this.terminal.print(describeSwitch(await withProduct((product) => resumeSending(product, id, agency))));
  }

  @Option({ flags: '--id <id>', description: 'id of the switch (swi_…)', required: true })
  parseId(text: string): string {
    return notEmpty(text);
  }

  @Option({ flags: '--agency <slug>', description: 'slug of the agency; left out for the switch of the platform' })
  parseAgency(text: string): string {
    return notEmpty(text);
  }
}
