// Makes agencies and fills their outboxes through the product's own services, in a process of its own.
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AgenciesModule, AgenciesService } from '../../dist/libs/agencies/src/index.js';
import { ConfigModule, loadEnv } from '../../dist/libs/config/src/index.js';
import { ConsentRecorder } from '../../dist/libs/consent/src/consent-recorder.js';
import { PurposesService } from '../../dist/libs/consent/src/index.js';
import { ContactsService } from '../../dist/libs/contacts/src/index.js';
import { AgencyDatabase, DatabaseModule } from '../../dist/libs/database/src/index.js';
import { newId, platformContext, systemContext } from '../../dist/libs/kernel/src/index.js';
import { Logger, ObservabilityModule } from '../../dist/libs/observability/src/index.js';
import { PhoneNumbersService, PortfoliosService } from '../../dist/libs/phone-numbers/src/index.js';
import { QueueModule } from '../../dist/libs/queue/src/index.js';
import { MessageBatches, SendingModule } from '../../dist/libs/sending/src/index.js';
import { TemplatesService } from '../../dist/libs/templates/src/index.js';
import { ratePerSecond } from './loops.mjs';

const PER_TRANSACTION = 500;
const AT_ONCE = 4;
const ACCESS_TOKEN = 'EAAbenchagencybenchagency';
/** Far below what the pair rule lets through at once. */
const MESSAGES_PER_CONTACT = 20;

const input = JSON.parse(process.env.BENCH_INPUT);
// Nothing that is filled in may be refused for how much waits: that is what is measured.
const env = loadEnv(['DATABASE_URL'], { ...process.env, SENDING_OUTBOX_ROWS: '100000000' });
const imports = [
  ConfigModule.forRoot(env),
  ObservabilityModule.forRoot(new Logger({ app: 'bench', level: 'error' })),
  DatabaseModule,
  QueueModule,
  AgenciesModule,
  SendingModule,
];
const app = await NestFactory.createApplicationContext({ module: class Bench {}, imports }, { logger: false });
const get = (service) => app.get(service, { strict: false });

const tasks = { agencies, fill };
process.send({ result: await tasks[input.task](input) });
await app.close();
process.exit(0);

/** So many agencies, each with a number of its own and the same template. */
async function agencies({ count, messagesPerSecond, simulatorUrl, prefix }) {
  const made = [];
  for (let index = 0; index < count; index += 1) {
    made.push(await makeAgency(`${prefix}-${index}`, messagesPerSecond, simulatorUrl));
  }
  return made;
}

async function makeAgency(slug, messagesPerSecond, simulatorUrl) {
  const { id } = await get(AgenciesService).create(platformContext(), { slug, name: slug, status: 'live' });
  const ctx = systemContext(id);
  await get(AgencyDatabase).agencyTransaction(ctx, (tx) => get(PurposesService).ensureBuiltIn(tx));
  await get(PurposesService).create(ctx, { code: 'bench', title: 'Bench', category: 'service', basis: 'public_task' });
  const digits = String(BigInt(`0x${newId().replaceAll('-', '').slice(0, 12)}`) * 1000n + BigInt(made()));
  const { id: portfolioId } = await get(PortfoliosService).ensure(platformContext(), {
    metaPortfolioId: digits,
    name: slug,
  });
  const number = { id: `1${digits}`, displayPhoneNumber: '+44 1632 960001', verifiedName: slug, messagesPerSecond };
  await putWorld(simulatorUrl, digits, number);
  const { id: numberId } = await get(PhoneNumbersService).add(ctx, {
    portfolioId,
    phoneNumberId: number.id,
    wabaId: digits,
    displayPhoneNumber: number.displayPhoneNumber,
    verifiedName: slug,
    accessToken: ACCESS_TOKEN,
    mode: 'live',
    messagesPerSecond,
  });
  await get(TemplatesService).sync(ctx);
  return { agencyId: id, numberId, phoneNumberId: number.id };
}

function made() {
  made.count = (made.count ?? 0) + 1;
  return made.count;
}

async function putWorld(simulatorUrl, wabaId, number) {
  const template = {
    name: 'bench_note',
    language: 'en',
    category: 'UTILITY',
    status: 'APPROVED',
    parameterFormat: 'NAMED',
    components: [{ type: 'BODY', text: 'Hello {{name}}, we expect you on {{day}}.' }],
  };
  const waba = { id: wabaId, name: 'Bench', accessToken: ACCESS_TOKEN, phoneNumbers: [number], templates: [template] };
  const answer = await fetch(`${simulatorUrl}/_sim/world`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ wabas: [waba] }),
  });
  if (!answer.ok) throw new Error(`the simulator answered ${answer.status}: ${await answer.text()}`);
}

/** Messages as `POST /v1/messages/batch` accepts them, for one agency after the other. */
async function fill({ fills }) {
  for (const one of fills) await fillOne(one);
}

async function fillOne({ agencyId, count, lane, sendAt, firstContact = 0 }) {
  const ctx = systemContext(agencyId);
  const contacts = Math.max(1, Math.ceil(count / MESSAGES_PER_CONTACT));
  const phoneOf = (index) => `+4477${String(firstContact + index).padStart(8, '0')}`;
  await inBatches(contacts, (places) => enrol(ctx, places.map(phoneOf)));
  const requestOf = (index) => ({
    recipient: { phone: phoneOf(index % contacts) },
    purpose: 'bench',
    lane,
    ...(sendAt && { sendAt: new Date(sendAt) }),
    template: { name: 'bench_note', variables: { name: 'Fatima', day: 'Saturday' } },
  });
  await inBatches(count, (places) => accept(ctx, places.map(requestOf)));
}

/** Citizens who opted in, so that messages to them pass the gate. */
async function enrol(ctx, phones) {
  const at = new Date(Date.now() - 60_000);
  await get(AgencyDatabase).agencyTransaction(ctx, async (tx) => {
    const made = await get(ContactsService).createAll(
      tx,
      phones.map((phone) => ({ recipient: { phone } })),
    );
    const optIn = { purpose: null, event: 'granted', method: 'web', at, actor: tx.actor };
    await get(ConsentRecorder).append(
      tx,
      made.map(({ id: contactId }) => ({ ...optIn, id: newId(), contactId })),
    );
  });
}

async function accept(ctx, requests) {
  const once = { key: undefined, route: 'POST /v1/messages/batch', body: {} };
  const results = await get(MessageBatches).send(ctx, requests, once, (all) => all);
  const { refusal } = results.body.find((result) => 'refusal' in result) ?? {};
  if (refusal) throw refusal;
}

async function inBatches(count, work) {
  await ratePerSecond(Math.ceil(count / PER_TRANSACTION), AT_ONCE, (batch) => {
    const begin = batch * PER_TRANSACTION;
    return work(Array.from({ length: Math.min(PER_TRANSACTION, count - begin) }, (_, index) => begin + index));
  });
}
