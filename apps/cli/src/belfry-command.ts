import { CommandRunner } from 'nest-commander';

type Command = Parameters<CommandRunner['setCommand']>[0];

/** What every command shares: wrong options end in one sentence and exit code 2, not in the middle of the process. */
export abstract class BelfryCommand extends CommandRunner {
  override setCommand(command: Command): this {
    // Commands that are added to commander do not inherit this from their parent.
    command.exitOverride().allowExcessArguments(false);
    return super.setCommand(command);
  }
}
