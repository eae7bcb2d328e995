// What the engine promises besides speed: urgent first, neighbours in peace, Meta's limits kept and used, no slower and no
// bigger with a long queue. Each has a system of its own and gives figures with what they must reach.
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { sequenceAccepted, withAdmin } from './dispatch.mjs';
import { withProduct } from './in-process.mjs';
import { percentile } from './loops.mjs';

const FAST = 1_000_000;
const HOUR_MS = 3_600_000;

const rounded = (value, digits = 2) => Number(value.toFixed(digits));

async function makeAgencies(system, prefix, count, messagesPerSecond) {
  return withProduct(system, 'agencies', { prefix, count, messagesPerSecond });
}

const fill = (system, ...fills) => withProduct(system, 'fill', { fills });

const one = async (client, sql, values = []) => (await client.query(sql, values)).rows[0];

/** Milliseconds of the wall clock at which the provider accepted each message, by our id. */
async function acceptsOf(system, { phoneNumberId }) {
  const accepts = new Map();
  let after = '';
  for (;;) {
    const { data, next } = await system.sim(
      `accepts?phoneNumberId=${phoneNumberId}&limit=10000${after}`,
      undefined,
      'GET',
    );
    for (const { callbackData, at } of data) accepts.set(callbackData.split(':')[2], Date.parse(at));
    if (next === null || data.length === 0) return accepts;
    after = `&after=${next}`;
  }
}

/** Alerts come in while a campaign is being sent. */
export async function lanes(system, { size, say }) {
  const bulk = size(100_000);
  const rounds = 5;
  const alertsARound = Math.max(10, size(1_000) / rounds);
  const [agency] = await makeAgencies(system, 'lanes', 1, 1_000);
  say(`lanes: ${bulk} bulk messages, ${rounds} times ${alertsARound} alerts`);
  await fill(system, { ...agency, count: bulk, lane: 'bulk' });
  await fill(system, {
    ...agency,
    count: rounds * alertsARound,
    lane: 'reply',
    sendAt: Date.now() + HOUR_MS,
    firstContact: 50_000_000,
  });
  return withAdmin(system, async (client) => {
    await sequenceAccepted(system, client);
    const worker = await system.startWorker();
    const begun = [];
    for (let round = 0; round < rounds; round += 1) {
      await pause(2_000);
      // Alerts need two people; for the measure their lane is set where the engine reads it.
      const { at, ids } = await one(
        client,
        `WITH next AS (SELECT message_id FROM outbox_messages WHERE lane = 1 AND state = 0 AND run_at > now() LIMIT $1),
           now_due AS (UPDATE outbox_messages o SET lane = 0, run_at = now() FROM next
             WHERE o.message_id = next.message_id RETURNING o.message_id)
         SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS at, array_agg(message_id) AS ids FROM now_due`,
        [alertsARound],
      );
      begun.push({ at, ids });
      await pause(Math.max(3_000, (alertsARound / 1_000) * 4_000));
    }
    await system.end(worker);
    return lanesReport(await acceptsOf(system, agency), begun, bulk);
  });
}

async function lanesReport(accepts, rounds, bulk) {
  const { toWireId } = await import('../../dist/libs/kernel/src/index.js');
  const alerts = new Set(rounds.flatMap(({ ids }) => ids.map((id) => toWireId('message', id))));
  const measured = rounds.map(({ at, ids }) => {
    const times = ids.map((id) => accepts.get(toWireId('message', id)) ?? Number.POSITIVE_INFINITY);
    const last = Math.max(...times);
    const besides = [...accepts].filter(([id, time]) => !alerts.has(id) && time >= at && time <= last).length;
    return { first: Math.min(...times) - at, last: last - at, besides };
  });
  return {
    bulk,
    alerts: alerts.size,
    firstAlertMs: rounded(Math.max(...measured.map(({ first }) => first)), 0),
    lastAlertMs: rounded(Math.max(...measured.map(({ last }) => last)), 0),
    bulkSentMeanwhileShare: rounded(Math.max(...measured.map(({ besides }) => besides)) / bulk, 4),
    rounds: measured.map(({ first, last, besides }) => [rounded(first, 0), rounded(last, 0), besides]),
    mustReach: { firstAlertMs: '<= 2000', bulkSentMeanwhileShare: '<= 0.05' },
  };
}

/** Twenty small agencies, first alone and then beside one with a campaign. */
export async function neighbours(system, { size, say }) {
  const small = await makeAgencies(system, 'small', 20, 80);
  const [large] = await makeAgencies(system, 'large', 1, 1_000);
  const perAgency = 100;
  const campaign = size(100_000);
  const run = async (beside) => {
    say(`neighbours: 20 agencies with ${perAgency} messages, ${beside ? `beside one with ${campaign}` : 'alone'}`);
    const sendAt = Date.now() + HOUR_MS;
    await fill(system, ...small.map((agency) => ({ ...agency, count: perAgency, lane: 'bulk', sendAt })));
    if (beside) await fill(system, { ...large, count: campaign, lane: 'bulk' });
    return withAdmin(system, async (client) => {
      await sequenceAccepted(system, client);
      await client.query('UPDATE number_turns SET tokens = 0, refilled_at = now()');
      const worker = await system.startWorker();
      await pause(3_000);
      const ids = small.map(({ agencyId }) => agencyId);
      const { at } = await one(client, 'SELECT clock_timestamp() AS at');
      await client.query('UPDATE outbox_messages SET run_at = now() WHERE agency_id = ANY ($1) AND run_at > now()', [
        ids,
      ]);
      const left = () => one(client, 'SELECT 1 FROM outbox_messages WHERE agency_id = ANY ($1) LIMIT 1', [ids]);
      while (await left()) await pause(50);
      await system.end(worker);
      const { rows } = await client.query(
        `SELECT extract(epoch FROM p.recorded_at - $2::timestamptz) * 1000 AS ms FROM provider_ids p
         WHERE p.agency_id = ANY ($1) AND p.recorded_at >= $2`,
        [ids, at],
      );
      return percentile(
        rows.map(({ ms }) => Number(ms)),
        0.95,
      );
    });
  };
  const aloneP95Ms = await run(false);
  const besideP95Ms = await run(true);
  return {
    campaign,
    aloneP95Ms: rounded(aloneP95Ms, 0),
    besideP95Ms: rounded(besideP95Ms, 0),
    ratio: rounded(besideP95Ms / aloneP95Ms),
    mustReach: { ratio: '<= 2' },
  };
}

/** A number with more to send than it may, against a provider that counts. */
export async function limits(system, { size, say }) {
  const figures = {};
  await system.sim('profile', { name: 'bench', limits: true });
  for (const rate of [80, 1_000]) {
    const seconds = Math.max(5, size(30));
    const [agency] = await makeAgencies(system, `limit-${rate}`, 1, rate);
    say(`limits: ${rate} a second for ${seconds} s`);
    await fill(system, { ...agency, count: rate * (seconds + 10), lane: 'bulk' });
    figures[`at${rate}`] = await withAdmin(system, async (client) => {
      await sequenceAccepted(system, client);
      const worker = await system.startWorker();
      const sent = async () => (await one(client, 'SELECT count(*)::int AS n FROM provider_ids WHERE agency_id = $1', [agency.agencyId])).n; // biome-ignore format: one line
      // The burst is no measure of the rate.
      while ((await sent()) < rate * 1.5) await pause(20);
      const [before, begun] = [await sent(), performance.now()];
      await pause(seconds * 1_000);
      const [after, ended] = [await sent(), performance.now()];
      await system.end(worker);
      const { refused, tried } = await one(
        client,
        `SELECT count(*) FILTER (WHERE kind = 'outcome' AND provider_code = 130429)::int AS refused,
           count(*) FILTER (WHERE kind = 'attempt')::int AS tried FROM message_events WHERE agency_id = $1`,
        [agency.agencyId],
      );
      return {
        usedShare: rounded((after - before) / ((rate * (ended - begun)) / 1_000), 3),
        refusedShare: rounded(refused / tried, 5),
      };
    });
  }
  await system.sim('profile', { name: 'bench' });
  return { ...figures, mustReach: { usedShare: '>= 0.95', refusedShare: '<= 0.001' } };
}

/** The same work at the head of longer and longer queues, and spread over more and more numbers. */
export async function growth(system, { size, say }) {
  const measured = 5_000;
  const byQueue = {};
  const [agency] = await makeAgencies(system, 'queue', 1, FAST);
  let queued = 0;
  for (const wanted of [10_000, 100_000, 1_000_000].map((count) => size(count))) {
    say(`growth: ${wanted} queued`);
    await fill(system, {
      ...agency,
      count: Math.max(100, wanted - queued),
      lane: 'bulk',
      firstContact: queued,
    });
    const { rate, rssMb, outboxMb } = await dispatchSome(system, Math.min(measured, wanted / 2));
    byQueue[wanted] = { perSecond: rounded(rate, 0), workerRssMb: rounded(rssMb, 0), outboxMb: rounded(outboxMb, 1) };
    queued = await withAdmin(system, async (client) => (await one(client, 'SELECT count(*)::int AS n FROM outbox_messages')).n); // biome-ignore format: one line
  }
  const rates = Object.values(byQueue).map(({ perSecond }) => perSecond);
  const byNumbers = {};
  for (const count of [1, 10, 100]) {
    say(`growth: ${count} numbers`);
    await withAdmin(system, (client) => client.query(`UPDATE phone_numbers SET held_until = 'infinity'`));
    const some = await makeAgencies(system, `numbers-${count}`, count, FAST);
    await fill(
      system,
      ...some.map((agency) => ({ ...agency, count: Math.ceil((2 * measured) / count), lane: 'bulk' })),
    );
    const { rate } = await dispatchSome(system, measured, false);
    byNumbers[count] = { perSecond: rounded(rate, 0) };
  }
  return {
    byQueue,
    byNumbers,
    rateRatio: rounded((rates.at(-1) ?? 0) / (rates[0] ?? 1)),
    workerRssMb: Math.max(...Object.values(byQueue).map(({ workerRssMb }) => workerRssMb)),
    mustReach: { rateRatio: '>= 0.8', workerRssMb: '<= 300' },
  };
}

/** One worker sends so many of what is due. */
async function dispatchSome(system, count, isSequenced = true) {
  return withAdmin(system, async (client) => {
    if (isSequenced) await sequenceAccepted(system, client);
    const sent = async () => (await one(client, 'SELECT count(*)::int AS n FROM provider_ids')).n;
    const before = await sent();
    const worker = await system.startWorker({ SENDING_CONCURRENCY: '500' });
    // A fresh process is slow until its code is compiled.
    while ((await sent()) - before < count / 4) await pause(20);
    const [from, begun] = [await sent(), performance.now()];
    while ((await sent()) - before < count) await pause(20);
    const [until, ended] = [await sent(), performance.now()];
    const rssMb = peakRssMb(worker.pid);
    await system.end(worker);
    const { bytes } = await one(client, `SELECT pg_total_relation_size('outbox_messages')::float8 AS bytes`);
    return { rate: (until - from) / ((ended - begun) / 1_000), rssMb, outboxMb: bytes / 1e6 };
  });
}

/** Linux only; 0 elsewhere. */
function peakRssMb(pid) {
  try {
    const [, kilobytes] = readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmHWM:\s+(\d+) kB/) ?? [];
    return Number(kilobytes ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Wave after wave through the outbox: its size must follow what waits, not what passed through. */
export async function churn(system, { size, say }) {
  const [agency] = await makeAgencies(system, 'churn', 1, FAST);
  const waves = Math.max(4, size(40));
  const perWave = 5_000;
  say(`churn: ${waves} waves of ${perWave} messages`);
  const worker = await system.startWorker({ SENDING_CONCURRENCY: '500' });
  const megabytes = [];
  await withAdmin(system, async (client) => {
    for (let wave = 0; wave < waves; wave += 1) {
      await fill(system, { ...agency, count: perWave, lane: 'bulk', firstContact: wave * 1_000 });
      while (await one(client, 'SELECT 1 FROM outbox_messages LIMIT 1')) await pause(50);
      const { bytes } = await one(client, `SELECT pg_total_relation_size('outbox_messages')::float8 AS bytes`);
      megabytes.push(bytes / 1e6);
    }
  });
  await system.end(worker);
  const half = megabytes.slice(0, Math.ceil(waves / 2));
  return {
    messages: waves * perWave,
    largestMb: rounded(Math.max(...megabytes)),
    // Growth that goes on shows as a second half that is larger than the first.
    ratioOfHalves: rounded(Math.max(...megabytes) / Math.max(...half)),
    mustReach: { ratioOfHalves: '<= 1.5' },
  };
}
