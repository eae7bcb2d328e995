// Accepts messages many to a transaction, through the product's own acceptance, in a process of its own.
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { ConfigModule, loadEnv } from '../../dist/libs/config/src/index.js';
import { AgencyDatabase, DatabaseModule } from '../../dist/libs/database/src/index.js';
import { parseWireId, systemContext } from '../../dist/libs/kernel/src/index.js';
import { Logger, ObservabilityModule } from '../../dist/libs/observability/src/index.js';
import { QueueModule } from '../../dist/libs/queue/src/index.js';
import { AcceptService, SendingModule } from '../../dist/libs/sending/src/index.js';
import { messageTo } from './accept.mjs';
import { ratePerSecond } from './loops.mjs';

const PER_TRANSACTION = 100;
const LANES = 4;

const { agency, count } = JSON.parse(process.env.BENCH_INPUT);
const env = loadEnv(['DATABASE_URL']);
const imports = [
  ConfigModule.forRoot(env),
  ObservabilityModule.forRoot(new Logger({ app: 'bench', level: 'error' })),
  DatabaseModule,
  QueueModule,
  SendingModule,
];
const app = await NestFactory.createApplicationContext({ module: class Bench {}, imports }, { logger: false });
const database = app.get(AgencyDatabase);
const acceptance = app.get(AcceptService);
const ctx = systemContext(parseWireId('agency', agency.id));

const batches = await ratePerSecond(count / PER_TRANSACTION, LANES, (batch) =>
  database.agencyTransaction(ctx, (tx) => {
    const indexes = Array.from({ length: PER_TRANSACTION }, (_, index) => batch * PER_TRANSACTION + index);
    return acceptance.acceptAll(
      tx,
      indexes.map((index) => requestOf(messageTo(agency, index))),
    );
  }),
);
process.send({ perSecond: batches * PER_TRANSACTION });
await app.close();
process.exit(0);

function requestOf({ to, purpose, template, reference }) {
  return { recipient: { phone: to }, purpose, template, reference };
}
