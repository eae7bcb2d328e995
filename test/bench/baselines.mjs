// What dispatching is compared with, in the same run on the same machine: the bare HTTP loop, and one job per message.
// Nothing of the product is in it.
import Bull from 'bull';
import pg from 'pg';
import { Agent, request } from 'undici';
import { ratePerSecond } from './loops.mjs';

const CONCURRENCY = 128;

const { kind, simulatorUrl, redisUrl, adminUrl, phoneNumberId, accessToken, count } = JSON.parse(
  process.env.BENCH_INPUT,
);
const dispatcher = new Agent({ connections: CONCURRENCY });

async function post(index) {
  const answer = await request(`${simulatorUrl}/v25.0/${phoneNumberId}/messages`, {
    method: 'POST',
    dispatcher,
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: `+44770090${String(index % 500).padStart(4, '0')}`,
      biz_opaque_callback_data: `bench:${index}`,
      type: 'template',
      template: { name: 'clinic_reminder', language: { code: 'en' }, components: [bodyParameters()] },
    }),
  });
  const body = await answer.body.json();
  if (answer.statusCode !== 200)
    throw new Error(`the simulator answered ${answer.statusCode}: ${JSON.stringify(body)}`);
  return body.messages[0].id;
}

function bodyParameters() {
  const text = (parameter_name, value) => ({ type: 'text', parameter_name, text: value });
  return { type: 'body', parameters: [text('name', 'Fatima'), text('day', 'Saturday')] };
}

/** Nothing but requests: the ceiling. */
async function bareHttp() {
  await ratePerSecond(2000, CONCURRENCY, post);
  return ratePerSecond(count, CONCURRENCY, post);
}

/** Of a run, this part warms the process up, as in the bare loop and in the dispatch. */
const WARM_UP = 0.25;

/**
 * The common design: a job for each message, which reads its row, says that it is being sent, sends, and writes the outcome
 * with the provider's id, by which statuses find their message. Postgres flushes each step, and the queue, whose loss would
 * lose messages in this design, is written to disk each second.
 */
async function jobPerMessage() {
  const pool = new pg.Pool({ connectionString: adminUrl, max: 20 });
  await pool.query(`CREATE TABLE IF NOT EXISTS bench_jobs
    (id int PRIMARY KEY, body jsonb NOT NULL, state text NOT NULL, wamid text UNIQUE)`);
  await pool.query('TRUNCATE bench_jobs');
  await pool.query(
    `INSERT INTO bench_jobs SELECT i, '{"name":"Fatima","day":"Saturday"}', 'queued' FROM generate_series(1, $1) AS i`,
    [count],
  );
  const queue = new Bull('bench-job-per-message', redisUrl);
  await queue.isReady();
  await queue.client.config('SET', 'appendonly', 'yes');
  await queue.addBulk(
    Array.from({ length: count }, (_, index) => ({ data: { id: index + 1 }, opts: { removeOnComplete: true } })),
  );
  const warm = Math.ceil(count * WARM_UP);
  let done = 0;
  let begun = 0;
  await new Promise((resolve) => {
    void queue.process(CONCURRENCY, async ({ data }) => {
      await pool.query('SELECT body FROM bench_jobs WHERE id = $1', [data.id]);
      await pool.query(`UPDATE bench_jobs SET state = 'sending' WHERE id = $1`, [data.id]);
      const wamid = await post(data.id);
      await pool.query(`UPDATE bench_jobs SET state = 'sent', wamid = $2 WHERE id = $1`, [data.id, wamid]);
      done += 1;
      if (done === warm) begun = performance.now();
      if (done === count) resolve();
    });
  });
  const rate = (count - warm) / ((performance.now() - begun) / 1000);
  await queue.client.config('SET', 'appendonly', 'no');
  await queue.close();
  await pool.query('DROP TABLE bench_jobs');
  await pool.end();
  return rate;
}

process.send({ perSecond: kind === 'bare-http' ? await bareHttp() : await jobPerMessage() });
await dispatcher.close();
process.exit(0);
