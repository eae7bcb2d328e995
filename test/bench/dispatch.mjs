import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { cpuMicros } from './loops.mjs';

// What the sequencer and the statuses write is not part of dispatching.
const NOT_DISPATCH = ['audit.entries%', 'audit.logs', 'webhook%', 'orphan%'];

/** Of a connection that went idle, PostgreSQL counts the last writes this much later: those of accepting are not dispatch's. */
const STATISTICS_LAG_MS = 10_500;

/** A connection of the superuser for as long as the work lasts. */
export async function withAdmin(system, work) {
  const client = new pg.Client({ connectionString: system.adminUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Rows inserted, updated and deleted so far, in all tables that dispatching touches. */
async function rowWrites(system) {
  return withAdmin(system, async (client) => {
    const { rows } = await client.query(
      `SELECT schemaname || '.' || relname AS name, n_tup_ins AS ins, n_tup_upd AS upd, n_tup_del AS del FROM pg_stat_user_tables`,
    );
    const isCounted = (name) => !NOT_DISPATCH.some((pattern) => matches(name.replace(/^public\./, ''), pattern));
    return rows
      .filter(({ name }) => isCounted(name))
      .reduce((sum, { name, ins, upd, del }) => {
        // Staged entries are deleted by the sequencer; only their insertion belongs to the message.
        const writes = name === 'audit.staging' ? Number(ins) : Number(ins) + Number(upd) + Number(del);
        return sum + writes;
      }, 0);
  });
}

function matches(name, pattern) {
  return pattern.endsWith('%') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

/** Lets the number send as fast as it can; the simulator's bench profile sets no limit either. */
export async function unlimitNumbers(system) {
  await withAdmin(system, async (client) => {
    await client.query('UPDATE phone_numbers SET messages_per_second = 1000000');
    await client.query('TRUNCATE number_turns');
  });
}

/** Cheap, unlike a count: it is asked often while the dispatch is measured. */
async function isEmpty(client) {
  return (await client.query('SELECT 1 FROM outbox_messages LIMIT 1')).rowCount === 0;
}

async function outboxSize(client) {
  const { rows } = await client.query('SELECT count(*)::int AS n FROM outbox_messages');
  return rows[0].n;
}

/** Lets a worker put the entries of acceptance into the audit log first: they are not part of dispatching. */
export async function sequenceAccepted(system, client) {
  await client.query(`UPDATE phone_numbers SET held_until = now() + interval '1 hour'`);
  const worker = await system.startWorker();
  const waiting = () => client.query('SELECT 1 FROM audit.staging LIMIT 1');
  while ((await waiting()).rowCount > 0) await pause(50);
  await system.end(worker);
  await client.query('UPDATE phone_numbers SET held_until = NULL');
}

/**
 * One worker empties a full outbox, from the first claim to the last settled message.
 * @returns rates, row writes and processor time per message
 */
export async function dispatch(system) {
  return withAdmin(system, async (client) => {
    await sequenceAccepted(system, client);
    const messages = await outboxSize(client);
    await pause(STATISTICS_LAG_MS);
    const writesBefore = await rowWrites(system);
    const worker = await system.startWorker({ SENDING_CONCURRENCY: '1000' });
    // A fresh process is slow until its code is compiled, as the bare loop's is: the first quarter warms it up.
    while ((await outboxSize(client)) > messages * 0.75) await pause(100);
    const begun = performance.now();
    const left = await outboxSize(client);
    const cpuBefore = cpuMicros(worker.pid);
    while (!(await isEmpty(client))) await pause(50);
    const seconds = (performance.now() - begun) / 1000;
    const cpu = cpuMicros(worker.pid) - cpuBefore;
    await system.end(worker);
    // Counters reach the statistics when the connections of the worker are gone.
    await pause(1500);
    const writes = (await rowWrites(system)) - writesBefore;
    return {
      dispatchPerSecond: left / seconds,
      rowWritesPerMessage: writes / messages,
      cpuMicrosPerMessage: cpu === null ? null : cpu / left,
    };
  });
}

export async function countInState(system, state) {
  return withAdmin(system, async (client) => {
    const { rows } = await client.query('SELECT count(*)::int AS n FROM messages WHERE state = $1', [state]);
    return rows[0].n;
  });
}

export async function durabilitySettings(system) {
  return withAdmin(system, async (client) => {
    const { rows } = await client.query(
      `SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit')`,
    );
    return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
  });
}
