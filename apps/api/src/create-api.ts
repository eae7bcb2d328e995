import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Env } from '#libs/config';
import { buildOpenApi, configureHttp, serveOpenApi } from '#libs/http';
import { Logger } from '#libs/observability';
import { ApiModule } from './api.module.js';
import { CALLBACK_WEBHOOKS } from './callbacks/callback-webhooks.js';
import { serveConsole } from './console/serve-console.js';

/** The version of the API and not of the release: the document changes only when the API does. */
export const API_VERSION = '1';

/** The API, ready to listen. Tests start it as `main` does. */
export async function createApi(env: Env, logger: Logger): Promise<NestExpressApplication> {
  const app = await createHttpApp(ApiModule.forRoot(env, logger), logger);
  serveConsole(app, env.BELFRY_MODE);
  return app;
}

/** The same house around other routes, for tests of the house. */
export async function createHttpApp(module: DynamicModule, logger: Logger): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(module, {
    logger,
    bodyParser: false,
    abortOnError: false,
  });
  configureHttp(app);
  serveOpenApi(app, buildOpenApi(app, API_VERSION, CALLBACK_WEBHOOKS));
  return app;
}
