import { acceptBatch, acceptSingle, apiCaller, makeContacts } from './accept.mjs';
import { dispatch, durabilitySettings, unlimitNumbers } from './dispatch.mjs';
import { endToEndP99Ms } from './end-to-end.mjs';
import { inProcess } from './in-process.mjs';
import { media } from './media.mjs';
import { startSystem } from './processes.mjs';
import { churn, growth, lanes, limits, neighbours } from './scenarios.mjs';
import { SIGN_IN_PEOPLE, signIn } from './sign-in.mjs';
import { statuses } from './statuses.mjs';
import { webhooks } from './webhooks.mjs';

/** Below this the simulator, and not Belfry, would be what is measured. */
const LEAST_BARE_HTTP = 5000;

/** The rate of two runs of the same size taken together. */
const rateOfBoth = (a, b) => 2 / (1 / a + 1 / b);

const rounded = (value, digits = 0) => (value === null ? null : Number(value.toFixed(digits)));

const SCENARIOS = { lanes, neighbours, limits, growth, churn, media };

/** What `--only` takes: the throughput of everything, or one promise. */
export const NAMES = ['throughput', ...Object.keys(SCENARIOS)];

/** What else it takes; `--full` leaves it out, because they are parts of it or need no system. */
export const PARTS = ['sign-in', 'webhooks'];

/**
 * @param scale of the full sizes of the scenarios, 1 for all of them
 * @returns the figures by name; ratios are within one run and machine
 */
export async function bench({ only, messages, scale, say }) {
  const figures = {};
  for (const name of only) {
    if (name === 'throughput') Object.assign(figures, await throughput({ messages, say }));
    else if (name === 'sign-in') figures.signIn = await inSystem((system) => measureSignIn(system));
    else if (name === 'webhooks') figures.webhooks = webhooks();
    else figures[name] = { scale, ...(await scenario(name, { scale, say })) };
  }
  return figures;
}

function scenario(name, { scale, say }) {
  return inSystem(async (system) => {
    await system.sim('profile', { name: 'bench' });
    const size = (full) => Math.ceil(full * scale);
    return SCENARIOS[name](system, { size, say });
  });
}

async function inSystem(work) {
  const system = await startSystem();
  try {
    return await work(system);
  } finally {
    await system.stop();
  }
}

async function throughput({ messages, say }) {
  const system = await startSystem();
  try {
    const [agency] = system.demo.agencies;
    const call = apiCaller(system, agency);
    await system.sim('profile', { name: 'bench' });
    const { simulatorUrl, adminUrl, env } = system;
    const baseline = { simulatorUrl, adminUrl, redisUrl: env.REDIS_URL, ...(await addBareAccount(system)) };

    // Measured before and after the dispatch: these machines swing, and one short moment is no measure.
    const bareLoop = async (when) => {
      say(`bare HTTP loop, ${when} the dispatch`);
      const part = { ...baseline, kind: 'bare-http', count: 30_000 };
      const { perSecond: rate } = await inProcess('baselines.mjs', system.env, part);
      if (rate >= LEAST_BARE_HTTP) return rate;
      throw new Error(
        `the simulator answered only ${Math.round(rate)} requests a second; at least ${LEAST_BARE_HTTP} are needed for a fair measure`,
      );
    };
    say('signing in');
    const signInFigures = await measureSignIn(system);
    const bareBefore = await bareLoop('before');
    say('one job per message');
    const part = { ...baseline, kind: 'job-per-message', count: 5000 };
    const { perSecond: jobPerMessage } = await inProcess('baselines.mjs', system.env, part);

    await makeContacts(call);
    await unlimitNumbers(system);
    say('accepting, one message a request');
    const acceptSinglePerSecond = await acceptSingle(call, agency, 2000);
    say('accepting, 500 messages a request');
    const acceptBatchPerSecond = await acceptBatch(call, agency, messages);
    say('dispatching');
    const dispatched = await dispatch(system);
    const bareHttp = rateOfBoth(bareBefore, await bareLoop('after'));
    say('statuses');
    const statusesPerSecond = await statuses(system, agency, messages);
    say('end to end');
    const p99 = await endToEndP99Ms(system, call, agency);

    return {
      bareHttpPerSecond: rounded(bareHttp),
      jobPerMessagePerSecond: rounded(jobPerMessage),
      acceptSinglePerSecond: rounded(acceptSinglePerSecond),
      acceptBatchPerSecond: rounded(acceptBatchPerSecond),
      dispatchPerSecond: rounded(dispatched.dispatchPerSecond),
      statusesPerSecond: rounded(statusesPerSecond),
      endToEndP99Ms: rounded(p99),
      rowWritesPerMessage: rounded(dispatched.rowWritesPerMessage, 2),
      cpuMicrosPerMessage: rounded(dispatched.cpuMicrosPerMessage),
      ratioToBareHttp: rounded(dispatched.dispatchPerSecond / bareHttp, 3),
      ratioToJobPerMessage: rounded(dispatched.dispatchPerSecond / jobPerMessage, 2),
      signIn: signInFigures,
      messages,
      settings: await durabilitySettings(system),
    };
  } finally {
    await system.stop();
  }
}

/** With what checking one password costs alone: no sign-in is faster, and so many side by side share the processors. */
async function measureSignIn(system) {
  const [agency] = system.demo.agencies;
  const { perSecond: checksPerSecond } = await inProcess('sign-in-people.mjs', system.env, {
    agency,
    people: SIGN_IN_PEOPLE,
  });
  const { perSecond, p50Ms, p95Ms, firstP95Ms, apiCpuMs } = await signIn(system);
  return {
    perSecond: rounded(perSecond),
    p50Ms: rounded(p50Ms),
    p95Ms: rounded(p95Ms),
    firstP95Ms: rounded(firstP95Ms),
    apiCpuMs: rounded(apiCpuMs, 1),
    bareArgon2Ms: rounded(1000 / checksPerSecond, 1),
  };
}

const BARE = {
  id: '900000000000001',
  name: 'Bench',
  accessToken: 'EAAbenchbenchbenchbench',
  phoneNumbers: [{ id: '900000000000002', displayPhoneNumber: '+44 1632 960999', verifiedName: 'Bench' }],
};

/** An account of its own for the comparisons, with the template of the agency: the agency's token is sealed. */
async function addBareAccount(system) {
  const { wabas } = await system.sim('world', undefined, 'GET');
  const templates = wabas
    .flatMap((waba) => waba.templates)
    .filter(({ name, language }) => name === 'clinic_reminder' && language === 'en')
    .slice(0, 1)
    .map(({ id: _, ...template }) => template);
  await system.sim('world', { wabas: [{ ...BARE, templates }] }, 'PUT');
  return { accessToken: BARE.accessToken, phoneNumberId: BARE.phoneNumbers[0].id };
}
