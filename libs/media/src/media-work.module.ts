import { Module } from '@nestjs/common';
import { PhoneNumbersModule } from '#libs/phone-numbers';
import { MediaModule } from './media.module.js';
import { MediaDownload } from './media-download.service.js';
import { MediaHandover } from './media-handover.service.js';
import { MediaRemoval } from './media-removal.service.js';
import { MediaWork } from './media-work.service.js';

/** What the worker does with files. It wakes numbers, so it needs the queue, which whoever only asks for files does not. */
@Module({
  imports: [MediaModule, PhoneNumbersModule],
  providers: [MediaDownload, MediaHandover, MediaRemoval, MediaWork],
  exports: [MediaWork],
})
export class MediaWorkModule {}
