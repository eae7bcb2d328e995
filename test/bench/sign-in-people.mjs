// Makes the people who sign in, through the product's own service, and measures what checking one password costs alone.
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AccessModule, UsersService } from '../../dist/libs/access/src/index.js';
import { ConfigModule, loadEnv } from '../../dist/libs/config/src/index.js';
import { hashPassword, verifyPassword } from '../../dist/libs/crypto/src/index.js';
import { DatabaseModule } from '../../dist/libs/database/src/index.js';
import { parseWireId, platformContext, systemContext } from '../../dist/libs/kernel/src/index.js';
import { Logger, ObservabilityModule } from '../../dist/libs/observability/src/index.js';
import { ratePerSecond } from './loops.mjs';

const CHECKS = 50;

const { agency, people } = JSON.parse(process.env.BENCH_INPUT);
const imports = [
  ConfigModule.forRoot(loadEnv(['DATABASE_URL'])),
  ObservabilityModule.forRoot(new Logger({ app: 'bench', level: 'error' })),
  DatabaseModule,
  AccessModule,
];
const app = await NestFactory.createApplicationContext({ module: class Bench {}, imports }, { logger: false });
const users = app.get(UsersService);
const ctx = systemContext(parseWireId('agency', agency.id));

for (const { email, password } of people) {
  const { id } = await users.create(platformContext(), { email, name: email, password });
  await users.grantRole(ctx, { userId: id, role: 'auditor' });
}
const [{ password }] = people;
const hash = await hashPassword(password);
process.send({ perSecond: await ratePerSecond(CHECKS, 1, () => verifyPassword(hash, password)) });
await app.close();
process.exit(0);
