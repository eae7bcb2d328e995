import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { NestFactory } from '@nestjs/core';
import { Env } from '#libs/config';
import { buildOpenApi } from '#libs/http';
import { Logger } from '#libs/observability';
import { ApiModule } from './api.module.js';
import { CALLBACK_WEBHOOKS } from './callbacks/callback-webhooks.js';
import { API_VERSION } from './create-api.js';

/**
 * Writes the OpenAPI document to the file named on the command line. The routes are known without a database, so nothing
 * of the application is started: Nest's preview leaves every provider unmade.
 */
async function exportOpenApi(path: string | undefined): Promise<void> {
  if (path === undefined) throw new Error('Name the file to write, e.g. openapi.json.');
  const module = ApiModule.forRoot(new Env(), new Logger({ app: 'api', level: 'silent' }));
  const app = await NestFactory.create(module, { preview: true, logger: false, abortOnError: false });
  await writeFile(path, `${JSON.stringify(buildOpenApi(app, API_VERSION, CALLBACK_WEBHOOKS), null, 2)}\n`);
}

exportOpenApi(process.argv[2]).catch((error: unknown) => {
  process.stderr.write(`openapi.json was not written: ${(error as Error).message}\n`);
  process.exitCode = 1;
});
