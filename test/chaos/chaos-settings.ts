import { randomInt } from 'node:crypto';

/** What a run is made of. `npm run chaos` sets it through the environment; in `npm test` each run draws a new seed. */
export const CHAOS = {
  messages: wholeNumber('CHAOS_MESSAGES', 2_000),
  kills: wholeNumber('CHAOS_KILLS', 10),
  callbacks: wholeNumber('CHAOS_CALLBACKS', 60),
  callbackKills: wholeNumber('CHAOS_CALLBACK_KILLS', 2),
  seed: wholeNumber('CHAOS_SEED', randomInt(1, 2 ** 31)),
  /** Where each spec leaves its part of the report; nowhere when it is not asked for. */
  reportDirectory: process.env['CHAOS_REPORT_DIR'],
};

function wholeNumber(name: string, fallback: number): number {
  const value = Number(process.env[name] ?? fallback);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new Error(`${name} is a whole number above 0`);
}
