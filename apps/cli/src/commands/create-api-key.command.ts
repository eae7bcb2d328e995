import { Command, Option } from 'nest-commander';
import { BelfryCommand } from '../belfry-command.js';
import { notEmpty, oneOf, wholeNumber } from '../option-values.js';
import { withProduct } from '../product.js';
import { Terminal } from '../terminal.js';

interface CreateApiKeyOptions {
  readonly agency: string;
  readonly department: string;
  readonly name: string;
  readonly scopes?: string;
  readonly mode: 'live' | 'test';
  readonly expiresInDays: number;
}

/** Gives a department a key to the API. */
@Command({
  name: 'create-api-key',
  description: 'Make an API key for a department. The secret is printed once and never stored.',
})
export class CreateApiKeyCommand extends BelfryCommand {
  constructor(private readonly terminal: Terminal) {
    super();
  }

  async run(_: string[], { agency, department, ...key }: CreateApiKeyOptions): Promise<void> {
    const { createApiKey, readScopes } = await import('../create-api-key.js');
    const scopes = readScopes(key.scopes);
    const { id, secret } = await withProduct((product) =>
      createApiKey(product, { ...key, agency, department, scopes }),
    );
    this.terminal.print(`id:     ${id}`);
    this.terminal.print(`secret: ${secret}   (shown only now)`);
  }

  @Option({ flags: '--agency <slug>', description: 'slug of the agency', required: true })
  parseAgency(text: string): string {
    return notEmpty(text);
  }

  @Option({ flags: '--department <name>', description: 'name of the department', required: true })
  parseDepartment(text: string): string {
    return notEmpty(text);
  }

  @Option({ flags: '--name <name>', description: 'what the key is for', required: true })
  parseName(text: string): string {
    return notEmpty(text);
  }

  @Option({ flags: '--scopes <list>', description: 'comma-separated (messages:send,messages:read,templates:read)' })
  parseScopes(text: string): string {
    return notEmpty(text);
  }

  @Option({ flags: '--mode <mode>', description: 'live, or test for the sandbox number', defaultValue: 'live' })
  parseMode(text: string): 'live' | 'test' {
    return oneOf(text, ['live', 'test']);
  }

  @Option({ flags: '--expires-in-days <days>', description: 'days until it ends', defaultValue: 365 })
  parseExpiresInDays(text: string): number {
    return wholeNumber(text, 1, 366);
  }
}
