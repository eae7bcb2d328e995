import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { assertNoDemo } from '#libs/agencies';
import { describeEnv, type Env, loadEnv } from '#libs/config';
import { assertSchema } from '#libs/database';
import { type LogFields, Logger, shutDownWhenTold, startSentence } from '#libs/observability';
import { migrations } from '#migrations';
import { WorkerModule } from './worker.module.js';

const REQUIRED = ['DATABASE_URL', 'SEQUENCER_DATABASE_URL', 'REDIS_URL'] as const satisfies (keyof Env)[];

async function start(): Promise<void> {
  const env = loadEnv(REQUIRED);
  const logger = new Logger({ app: 'worker', level: env.LOG_LEVEL });
  logger.info('configuration read', describeEnv(env) as LogFields);
  const module = WorkerModule.forRoot(env, logger);
  const app = await NestFactory.create<NestExpressApplication>(module, { logger, abortOnError: false });
  await assertSchema(app, migrations);
  await assertNoDemo(app, env.BELFRY_MODE);
  await app.listen(env.WORKER_PORT, '0.0.0.0');
  shutDownWhenTold(app, logger);
  logger.info('listening', { port: env.WORKER_PORT });
}

start().catch((error: unknown) => {
  process.stderr.write(`The worker cannot start. ${startSentence(error)}\n`);
  process.exit(1);
});
