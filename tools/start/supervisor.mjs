import { PlainError } from '../plain-error.mjs';
import { lastLines } from '../services/log-file.mjs';
import { interruptCommands } from '../setup/commands.mjs';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
// A process that ran this long was well; its next crash is a new trouble, not the old one again.
const STEADY_MS = 60_000;
const UNWIND_LIMIT_MS = 2_000;

const howItEnded = ({ code, signal }) => (signal ? `by ${signal}` : `with exit code ${code}`);
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Thrown through a start that a person interrupted. */
export class Interrupted extends Error {}

/** Keeps the processes of one run: ends the start when one dies, later starts it again, and stops all in reverse order. */
export class Supervisor {
  #parts = [];
  #state = 'starting';
  #say;
  #rejectStart;
  #startFailed = new Promise((_, reject) => {
    this.#rejectStart = reject;
  });
  #startOver = Promise.resolve();

  constructor(say) {
    this.#say = say;
    this.#startFailed.catch(() => {});
  }

  /** Runs the start, giving up at once when a process it started dies. */
  async start(work) {
    const started = work();
    this.#startOver = started.catch(() => {});
    await Promise.race([started, this.#startFailed]);
    this.proceed();
    this.#state = 'running';
  }

  /** Throws when the run is being stopped: between its steps, a start asks this. */
  proceed() {
    if (this.#state === 'stopping') throw new Interrupted();
  }

  /**
   * Starts a process and looks after it from then on.
   * @param {{ title: string, logPath: string, stopLimitMs: number, launch: (previous?: any) => any, onStart?: (server: any) => void,
   *   afterRestart?: () => Promise<void> }} part
   */
  async add(part) {
    this.proceed();
    const kept = { ...part, server: undefined, crashes: 0 };
    this.#parts.push(kept);
    await this.#launch(kept);
    this.proceed();
    return kept.server;
  }

  /** Stops everything, the last started first. */
  async stop() {
    this.#state = 'stopping';
    interruptCommands();
    await this.#stopParts();
    // A process may have been on its way up; it has to arrive before it can be stopped.
    await Promise.race([this.#startOver, pause(UNWIND_LIMIT_MS)]);
    await this.#stopParts();
  }

  /** Ends everything at once. Nothing acknowledged is lost: PostgreSQL replays its log at the next start. */
  kill() {
    for (const { server } of this.#parts) server?.stop({ limitMs: 0 }).catch(() => {});
  }

  async #stopParts() {
    for (const part of this.#parts.toReversed()) await part.server?.stop({ limitMs: part.stopLimitMs });
  }

  async #launch(part) {
    const server = await part.launch(part.server);
    part.server = server;
    part.onStart?.(server);
    const startedAt = Date.now();
    server.exited.then((exit) => this.#onExit(part, exit, Date.now() - startedAt));
    if (this.#state === 'stopping') await server.stop({ limitMs: part.stopLimitMs });
  }

  #onExit(part, exit, lifeMs) {
    if (this.#state === 'stopping') return;
    if (this.#state === 'running') return void this.#startAgain(part, exit, lifeMs);
    const words = part.server.written ? `\n${lastLines(part.server.written())}` : '';
    this.#rejectStart(
      new PlainError(`${part.title} ended ${howItEnded(exit)} before it was ready; its log is ${part.logPath}${words}`),
    );
  }

  async #startAgain(part, exit, lifeMs) {
    part.crashes = lifeMs > STEADY_MS ? 1 : part.crashes + 1;
    const waitMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (part.crashes - 1));
    this.#say(
      `${part.title} ended ${howItEnded(exit)}; starting it again in ${waitMs / 1000} s (log: ${part.logPath})`,
    );
    await pause(waitMs);
    if (this.#state === 'stopping') return;
    try {
      await this.#launch(part);
      part.afterRestart?.().catch((error) => this.#say(error.message));
    } catch (error) {
      this.#say(error.message);
      if (this.#state !== 'stopping') await this.#startAgain(part, { code: -1, signal: null }, 0);
    }
  }
}
