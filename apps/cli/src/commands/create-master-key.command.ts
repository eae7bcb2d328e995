import { Command, Option } from 'nest-commander';
import { BelfryCommand } from '../belfry-command.js';
import { notEmpty } from '../option-values.js';
import { Terminal } from '../terminal.js';

/** The first thing of an installation: without it nothing can be sealed. */
@Command({
  name: 'create-master-key',
  description: 'Write a new master key file (mode 0600) for KEY_FILE. An existing file is never replaced.',
})
export class CreateMasterKeyCommand extends BelfryCommand {
  constructor(private readonly terminal: Terminal) {
    super();
  }

  async run(_: string[], { file }: { file: string }): Promise<void> {
    const { createMasterKeyFile } = await import('#libs/crypto');
    await createMasterKeyFile(file);
    this.terminal.print(
      `Wrote ${file}. Keep a copy apart from the backups of the database: without it they cannot be read.`,
    );
  }

  @Option({ flags: '--file <path>', description: 'where to write it', required: true })
  parseFile(text: string): string {
    return notEmpty(text);
  }
}
