import { Agent, request } from 'undici';
import { cpuMicros, percentile, ratePerSecond } from './loops.mjs';

const PARALLEL = 20;
/** One pause of the machine makes all that are under way late: of 400 it would be the slowest twentieth all by itself. */
const SIGN_INS = 1000;
/** A process that has just begun still compiles its code and opens its connections: its first answers are told apart. */
const FIRST_SIGN_INS = 200;
/** More than are signing in at once: nobody signs in twice at the same time. */
const ACCOUNTS = 25;

/** Who signs in. Tries count by account, so one account alone would be told to wait. */
export const SIGN_IN_PEOPLE = Array.from({ length: ACCOUNTS }, (_, index) => ({
  email: `sign-in-${index}@bench.example`,
  password: `long enough to be taken ${index}`,
}));

/** `POST /v1/sessions` by so many people at once, from the request to the whole answer. @returns milliseconds */
export async function signIn(system) {
  const dispatcher = new Agent({ connections: PARALLEL });
  const taken = [];
  const once = async (index) => {
    const begun = performance.now();
    const answer = await request(`${system.apiUrl}/v1/sessions`, {
      method: 'POST',
      dispatcher,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(SIGN_IN_PEOPLE[index % ACCOUNTS]),
    });
    const text = await answer.body.text();
    if (answer.statusCode !== 201) throw new Error(`signing in answered ${answer.statusCode}: ${text}`);
    taken.push(performance.now() - begun);
  };
  await ratePerSecond(FIRST_SIGN_INS, PARALLEL, once);
  const firstP95Ms = percentile(taken.splice(0), 0.95);
  const cpuBefore = cpuMicros(system.apiPid);
  const perSecond = await ratePerSecond(SIGN_INS, PARALLEL, once);
  await dispatcher.close();
  const apiCpuMs = cpuBefore === null ? null : (cpuMicros(system.apiPid) - cpuBefore) / SIGN_INS / 1000;
  return { perSecond, p50Ms: percentile(taken, 0.5), p95Ms: percentile(taken, 0.95), firstP95Ms, apiCpuMs };
}
