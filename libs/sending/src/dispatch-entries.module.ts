import { Global, Module } from '@nestjs/common';
import { ENTRY_LINES } from '#libs/audit';
import { DispatchEntries } from './dispatch-entries.service.js';
import { MessageEventsRepository } from './message-events.repository.js';

/** Global, because the audit log asks it and knows nothing of messages. */
@Global()
@Module({
  providers: [DispatchEntries, MessageEventsRepository, { provide: ENTRY_LINES, useExisting: DispatchEntries }],
  exports: [MessageEventsRepository, ENTRY_LINES],
})
export class DispatchEntriesModule {}
