import { describe, expect, it } from 'vitest';
import { runCli } from './cli.js';
import { Terminal } from './terminal.js';

class RecordingTerminal extends Terminal {
  out = '';
  err = '';

  override print(line: string): void {
    this.out += `${line}\n`;
  }

  override complain(line: string): void {
    this.err += `${line}\n`;
  }
}

async function run(...args: string[]) {
  const terminal = new RecordingTerminal();
  const exitCode = await runCli(args, terminal);
  return { exitCode, out: terminal.out, err: terminal.err };
}

const COMMANDS = [
  'migrate',
  'create-master-key',
  'create-agency',
  'create-department',
  'add-number',
  'link-number',
  'list-numbers',
  'number-request-code',
  'number-verify-code',
  'number-register',
  'number-deregister',
  'number-refresh',
  'create-api-key',
  'create-admin',
  'go-live',
  'suspend-agency',
  'stop-sending',
  'resume-sending',
  'set-sending-limits',
  'import-prices',
  'set-budget',
  'reactivate-agency',
  'close-agency',
  'seed-demo',
  'env-example',
];

const KEY = ['create-api-key', '--agency', 'a', '--department', 'd', '--name', 'n'];

const MISUSES: readonly [string, string[], RegExp][] = [
  ['an unknown command', ['seed'], /unknown command 'seed'/],
  ['an unknown option', ['migrate', '--force'], /unknown option '--force'/],
  ['an argument too many', ['migrate', 'now'], /too many arguments/],
  ['an option that is missing', ['create-agency', '--slug', 'a'], /required option '--name <name>' not specified/],
  ['a stop without a reason', ['stop-sending', '--agency', 'a'], /required option '--reason <text>'/],
  ['a stop of an unknown scope', ['stop-sending', '--scope', 'city', '--reason', 'x'], /must be one of agency/],
  ['a suspension without a reason', ['suspend-agency', '--agency', 'a'], /required option '--reason <text>'/],
  [
    'a status that nobody chooses',
    ['create-agency', '--slug', 'a', '--status', 'closed'],
    /It must be one of trial, live/,
  ],
  ['an option without its value', ['create-agency', '--slug'], /option '--slug <slug>' argument missing/],
  ['a number out of range', [...KEY, '--expires-in-days', '0'], /whole number from 1 to 366/],
  ['a word that is not in the list', [...KEY, '--mode', 'sandbox'], /It must be one of live, test/],
  [
    'an unknown scope',
    [...KEY, '--scopes', 'messages:send,everything'],
    /--scopes: "[a-z:]+" is none of messages:send, /,
  ],
  [
    'a scope of the platform',
    [...KEY, '--scopes', 'platform:agencies'],
    /--scopes: "[a-z:]+" is none of messages:send, /,
  ],
  ['a code that is not one', ['number-verify-code', '--agency', 'a', '--number', 'n', '--code', '12'], /six digits/],
  ['an unknown scope', [...KEY, '--scopes', 'messages:send,everything'], /--scopes: "everything" is none of /],
  ['a scope of the platform', [...KEY, '--scopes', 'platform:agencies'], /--scopes: "platform:agencies" is none of /],
  ['an address that is not one', ['create-admin', '--email', 'ada', '--name', 'Ada'], /It must be an e-mail address/],
];

describe('belfry', () => {
  it('lists every command', async () => {
    const { exitCode, out } = await run('--help');
    expect(exitCode).toBe(0);
    for (const command of COMMANDS) expect(out).toContain(command);
  });

  it.each(COMMANDS)('explains %s and its options', async (command) => {
    const { exitCode, out, err } = await run(command, '--help');
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    expect(out).toMatch(new RegExp(`^Usage: belfry ${command} `));
  });

  it.each(MISUSES)('answers %s with one sentence and exit code 2', async (_, args, sentence) => {
    const { exitCode, out, err } = await run(...args);
    expect(err).toMatch(sentence);
    expect({ exitCode, out, lines: err.trim().split('\n').length }).toEqual({ exitCode: 2, out: '', lines: 1 });
  });

  it('prints help when no command is given', async () => {
    const { exitCode, err } = await run();
    expect(exitCode).toBe(2);
    expect(err).toContain('Usage: belfry');
  });

  it('prints every environment variable', async () => {
    const { exitCode, out } = await run('env-example');
    expect(exitCode).toBe(0);
    expect(out).toContain('GRAPH_BASE_URL=https://graph.facebook.com');
  });
});
