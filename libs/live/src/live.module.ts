import { Global, Module } from '@nestjs/common';
import { ACTION_OBSERVER } from '#libs/audit';
import { ConsoleEventsRepository } from './console-events.repository.js';
import { LiveEvents } from './live-events.service.js';
import { LiveSoon } from './live-soon.service.js';

/** Telling. Global, because the audit log tells through it from wherever something is put on record. */
@Global()
@Module({
  providers: [ConsoleEventsRepository, LiveEvents, LiveSoon, { provide: ACTION_OBSERVER, useExisting: LiveEvents }],
  exports: [ConsoleEventsRepository, LiveEvents, LiveSoon, ACTION_OBSERVER],
})
export class LiveModule {}
