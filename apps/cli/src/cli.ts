import { CommandFactory, CommandRunnerService } from 'nest-commander';
import { CliModule } from './cli.module.js';
import { failureLines } from './failure-lines.js';
import { InvalidOption } from './option-values.js';
import type { Terminal } from './terminal.js';

const FAILED = 1;
const MISUSED = 2;

/** What commander throws after it has printed help (exit code 0) or what is wrong with the options. */
interface CommanderError extends Error {
  readonly code: string;
  readonly exitCode: number;
}

/** Runs one command. @returns the exit code: 0 done, 1 failed, 2 wrong options */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode = 0;
  const app = await CommandFactory.createWithoutRunning(CliModule.forTerminal(terminal), {
    cliName: 'belfry',
    logger: false,
    abortOnError: false,
    errorHandler: (error) => {
      throw error;
    },
    serviceErrorHandler: (error) => {
      exitCode = exitCodeOf(error, terminal);
    },
    outputConfiguration: {
      writeOut: (text) => terminal.print(text.trimEnd()),
      writeErr: (text) => terminal.complain(text.trimEnd()),
    },
  });
  try {
    await app.get(CommandRunnerService).run(['node', 'belfry', ...args]);
  } finally {
    await app.close();
  }
  return exitCode;
}

function exitCodeOf(error: Error, terminal: Terminal): number {
  if (isCommanderError(error)) return error.exitCode === 0 ? 0 : MISUSED;
  if (error instanceof InvalidOption) {
    terminal.complain(`error: ${error.message}`);
    return MISUSED;
  }
  for (const line of failureLines(error)) terminal.complain(line);
  return FAILED;
}

/** Commander has then printed what there is to say. */
function isCommanderError(error: Error): error is CommanderError {
  const { code } = error as Partial<CommanderError>;
  return typeof code === 'string' && code.startsWith('commander.') && !(error instanceof InvalidOption);
}
