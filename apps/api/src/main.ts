import 'reflect-metadata';
import { assertNoDemo } from '#libs/agencies';
import { describeEnv, type Env, loadEnv } from '#libs/config';
import { assertSchema } from '#libs/database';
import { type LogFields, Logger, shutDownWhenTold, startSentence } from '#libs/observability';
import { migrations } from '#migrations';
import { createApi } from './create-api.js';

const REQUIRED = [
  'DATABASE_URL',
  'REDIS_URL',
  'META_APP_SECRETS',
  'META_VERIFY_TOKEN',
] as const satisfies (keyof Env)[];

async function start(): Promise<void> {
  const env = loadEnv(REQUIRED);
  const logger = new Logger({ app: 'api', level: env.LOG_LEVEL });
  logger.info('configuration read', describeEnv(env) as LogFields);
  const app = await createApi(env, logger);
  await assertSchema(app, migrations);
  await assertNoDemo(app, env.BELFRY_MODE);
  await app.listen(env.PORT, '0.0.0.0');
  shutDownWhenTold(app, logger);
  logger.info('listening', { port: env.PORT });
}

start().catch((error: unknown) => {
  process.stderr.write(`Belfry cannot start. ${startSentence(error)}\n`);
  process.exit(1);
});
