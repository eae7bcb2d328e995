// Queues work on files through the product's own services, in a process of its own.
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { ConfigModule, loadEnv } from '../../dist/libs/config/src/index.js';
import { AgencyDatabase, DatabaseModule } from '../../dist/libs/database/src/index.js';
import { newId, parseWireId, systemContext, toWireId } from '../../dist/libs/kernel/src/index.js';
import { InboundMediaService, MediaModule, ProviderMediaService } from '../../dist/libs/media/src/index.js';
import { Logger, ObservabilityModule } from '../../dist/libs/observability/src/index.js';
import { PhoneNumbersService } from '../../dist/libs/phone-numbers/src/index.js';

const input = JSON.parse(process.env.BENCH_INPUT);
const env = loadEnv(['DATABASE_URL'], process.env);
const logger = new Logger({ app: 'bench', level: 'error' });
const imports = [ConfigModule.forRoot(env), ObservabilityModule.forRoot(logger), DatabaseModule, MediaModule];
const app = await NestFactory.createApplicationContext({ module: class Bench {}, imports }, { logger: false });
const get = (service) => app.get(service, { strict: false });

const ctx = systemContext(parseWireId('agency', input.agencyId));
const tasks = { handOver, receive };
process.send({
  result: await get(AgencyDatabase).agencyTransaction(ctx, async (tx) => {
    const number = await get(PhoneNumbersService).findByMetaId(tx, input.phoneNumberId);
    return tasks[input.task](tx, number.id);
  }),
});
await app.close();
process.exit(0);

async function handOver(tx, numberId) {
  await get(ProviderMediaService).request(tx, numberId, [parseWireId('media', input.mediaId)]);
  return input.mediaId;
}

async function receive(tx, numberId) {
  const { id: providerMediaId, mime_type: mimeType, sha256 } = input.planted;
  const messageId = newId();
  await get(InboundMediaService).receiveIn(tx, [{ messageId, numberId, providerMediaId, mimeType, sha256 }]);
  const [file] = (await get(InboundMediaService).ofMessages(tx, [messageId])).get(messageId);
  return toWireId('media', file.id);
}
