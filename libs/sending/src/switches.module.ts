import { Module } from '@nestjs/common';
import { AuditModule } from '#libs/audit';
import { LanesService } from './lanes.service.js';
import { OutboxRepository } from './outbox.repository.js';
import { SendingLimitsRepository } from './sending-limits.repository.js';
import { SendingLimitsService } from './sending-limits.service.js';
import { SpendRepository } from './spend.repository.js';
import { SpendService } from './spend.service.js';
import { StoppedSending } from './stopped-sending.js';
import { SwitchesRepository } from './switches.repository.js';
import { SwitchesService } from './switches.service.js';

/** Stopping, limits and prices, apart from sending itself: commands use it without a queue. */
@Module({
  imports: [AuditModule],
  providers: [
    LanesService,
    OutboxRepository,
    SendingLimitsRepository,
    SendingLimitsService,
    SpendRepository,
    SpendService,
    StoppedSending,
    SwitchesRepository,
    SwitchesService,
  ],
  exports: [
    LanesService,
    OutboxRepository,
    SendingLimitsRepository,
    SendingLimitsService,
    SpendRepository,
    SpendService,
    StoppedSending,
    SwitchesRepository,
    SwitchesService,
  ],
})
export class SwitchesModule {}
