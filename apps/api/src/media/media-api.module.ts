import { Module } from '@nestjs/common';
import { MediaModule } from '#libs/media';
import { LinkedFilesController } from './linked-files.controller.js';
import { MediaController } from './media.controller.js';

@Module({ imports: [MediaModule], controllers: [MediaController, LinkedFilesController] })
export class MediaApiModule {}
