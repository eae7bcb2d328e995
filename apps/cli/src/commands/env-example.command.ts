import { writeFile } from 'node:fs/promises';
import { Command, Option } from 'nest-commander';
import { BelfryCommand } from '../belfry-command.js';
import { notEmpty } from '../option-values.js';
import { Terminal } from '../terminal.js';

/** Writes `.env.example` from the declarations. */
@Command({ name: 'env-example', description: 'Print every environment variable with its meaning and default.' })
export class EnvExampleCommand extends BelfryCommand {
  constructor(private readonly terminal: Terminal) {
    super();
  }

  async run(_: string[], { output }: { output?: string }): Promise<void> {
    const { renderEnvExample } = await import('#libs/config');
    if (output === undefined) return this.terminal.print(renderEnvExample().trimEnd());
    await writeFile(output, renderEnvExample());
  }

  @Option({ flags: '--output <path>', description: 'write to this file instead' })
  parseOutput(text: string): string {
    return notEmpty(text);
  }
}
