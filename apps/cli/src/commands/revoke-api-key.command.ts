import { Command, Option } from 'nest-commander';
import { BelfryCommand } from '../belfry-command.js';
import { notEmpty } from '../option-values.js';
import { withProduct } from '../product.js';
import { Terminal } from '../terminal.js';

interface RevokeApiKeyOptions {
  readonly agency: string;
  readonly id: string;
}

/** Takes a key back, for good. */
@Command({
  name: 'revoke-api-key',
  description: 'Revoke an API key. It stops working within a second and cannot be restored.',
})
export class RevokeApiKeyCommand extends BelfryCommand {
  constructor(private readonly terminal: Terminal) {
    super();
  }

  async run(_: string[], { agency, id }: RevokeApiKeyOptions): Promise<void> {
    const { revokeApiKey } = await import('../revoke-api-key.js');
    await withProduct((product) => revokeApiKey(product, agency, id));
    this.terminal.print(`revoked: ${id}`);
  }

  @Option({ flags: '--agency <slug>', description: 'slug of the agency', required: true })
  parseAgency(text: string): string {
    return notEmpty(text);
  }

  @Option({ flags: '--id <key>', description: 'id of the key (key_…), as create-api-key printed it', required: true })
  parseId(text: string): string {
    return notEmpty(text);
  }
}
