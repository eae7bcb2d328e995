import { type DynamicModule, Module } from '@nestjs/common';
import { InjectCommander } from 'nest-commander';
import type { BelfryCommand } from './belfry-command.js';
import { AddNumberCommand } from './commands/add-number.command.js';
import { CloseAgencyCommand } from './commands/close-agency.command.js';
import { CreateAdminCommand } from './commands/create-admin.command.js';
import { CreateAgencyCommand } from './commands/create-agency.command.js';
import { CreateApiKeyCommand } from './commands/create-api-key.command.js';
import { CreateDepartmentCommand } from './commands/create-department.command.js';
import { CreateMasterKeyCommand } from './commands/create-master-key.command.js';
import { EnvExampleCommand } from './commands/env-example.command.js';
import { GoLiveCommand } from './commands/go-live.command.js';
import { ImportPricesCommand } from './commands/import-prices.command.js';
import { InviteCommand } from './commands/invite.command.js';
import { LinkNumberCommand } from './commands/link-number.command.js';
import { ListNumbersCommand } from './commands/list-numbers.command.js';
import { MigrateCommand } from './commands/migrate.command.js';
import { NumberDeregisterCommand } from './commands/number-deregister.command.js';
import { NumberRefreshCommand } from './commands/number-refresh.command.js';
import { NumberRegisterCommand } from './commands/number-register.command.js';
import { NumberRequestCodeCommand } from './commands/number-request-code.command.js';
import { NumberVerifyCodeCommand } from './commands/number-verify-code.command.js';
import { ReactivateAgencyCommand } from './commands/reactivate-agency.command.js';
import { ResetSecondStepCommand } from './commands/reset-second-step.command.js';
import { ResumeSendingCommand } from './commands/resume-sending.command.js';
import { RevokeApiKeyCommand } from './commands/revoke-api-key.command.js';
import { RotateApiKeyCommand } from './commands/rotate-api-key.command.js';
import { SeedDemoCommand } from './commands/seed-demo.command.js';
import { SetBudgetCommand } from './commands/set-budget.command.js';
import { SetSendingLimitsCommand } from './commands/set-sending-limits.command.js';
import { StopSendingCommand } from './commands/stop-sending.command.js';
import { SuspendAgencyCommand } from './commands/suspend-agency.command.js';
import { Terminal } from './terminal.js';

const COMMANDS = [
  MigrateCommand,
  CreateMasterKeyCommand,
  CreateAgencyCommand,
  CreateDepartmentCommand,
  AddNumberCommand,
  LinkNumberCommand,
  ListNumbersCommand,
  NumberRequestCodeCommand,
  NumberVerifyCodeCommand,
  NumberRegisterCommand,
  NumberDeregisterCommand,
  NumberRefreshCommand,
  CreateApiKeyCommand,
  RotateApiKeyCommand,
  RevokeApiKeyCommand,
  InviteCommand,
  CreateAdminCommand,
  ResetSecondStepCommand,
  GoLiveCommand,
  SuspendAgencyCommand,
  ReactivateAgencyCommand,
  CloseAgencyCommand,
  StopSendingCommand,
  ResumeSendingCommand,
  SetSendingLimitsCommand,
  ImportPricesCommand,
  SetBudgetCommand,
  SeedDemoCommand,
  EnvExampleCommand,
];

type Program = Parameters<BelfryCommand['setCommand']>[0];

/** The commands. None of them holds a part of the product before it runs. */
@Module({})
export class CliModule {
  constructor(@InjectCommander() program: Program) {
    program.name('belfry').description('Sets up and looks after an installation of Belfry.');
  }

  static forTerminal(terminal: Terminal): DynamicModule {
    return { module: CliModule, providers: [{ provide: Terminal, useValue: terminal }, ...COMMANDS] };
  }
}
