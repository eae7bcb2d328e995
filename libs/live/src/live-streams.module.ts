import { Module } from '@nestjs/common';
import { AccessModule } from '#libs/access';
import { LiveModule } from './live.module.js';
import { LiveHub } from './live-hub.service.js';

/** Listening: the open streams of the API. */
@Module({ imports: [AccessModule, LiveModule], providers: [LiveHub], exports: [LiveHub] })
export class LiveStreamsModule {}
