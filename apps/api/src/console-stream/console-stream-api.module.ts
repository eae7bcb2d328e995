import { Module } from '@nestjs/common';
import { LiveStreamsModule } from '#libs/live';
import { ConsoleStreamController } from './console-stream.controller.js';

@Module({ imports: [LiveStreamsModule], controllers: [ConsoleStreamController] })
export class ConsoleStreamApiModule {}
