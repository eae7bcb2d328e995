import { BullModule } from '@nestjs/bull';
import { Global, Module } from '@nestjs/common';
import { Env } from '#libs/config';
import { QUEUE_NAMES } from './queues.js';
import { WakeUps } from './wake-ups.service.js';

/** Bull on Redis, for wake-ups only. The prefix is hash-tagged, so that a Redis Cluster keeps a queue on one node. */
@Global()
@Module({
  imports: [
    BullModule.forRootAsync({ inject: [Env], useFactory: (env: Env) => ({ url: env.REDIS_URL, prefix: '{belfry}' }) }),
    BullModule.registerQueue(...QUEUE_NAMES.map((name) => ({ name }))),
  ],
  providers: [WakeUps],
  exports: [BullModule, WakeUps],
})
export class QueueModule {}
