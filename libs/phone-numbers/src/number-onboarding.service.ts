import { Injectable } from '@nestjs/common';
import { AgencyDatabase } from '#libs/database';
import { type AgencyContext, Clock, DomainError, type Uuid } from '#libs/kernel';
import { SAME_CLICK_MS } from './code-room.js';
import type { CodeMethod, NumberDetails } from './number-details.js';
import { NumberOnboardingRepository } from './number-onboarding.repository.js';
import { NumberPins } from './number-pins.service.js';
import { NumberRefreshService } from './number-refresh.service.js';
import { NumberStepsService } from './number-steps.service.js';
import { type OnboardingStep, TRANSITIONS } from './onboarding-state.js';
import { registrationsExhausted, stepNotDue } from './phone-numbers.errors.js';

/** Brings a number from added to connected. A step that was done already is answered as done, and Meta is not asked. */
@Injectable()
export class NumberOnboardingService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: NumberOnboardingRepository,
    private readonly steps: NumberStepsService,
    private readonly pins: NumberPins,
    private readonly refreshes: NumberRefreshService,
    private readonly clock: Clock,
  ) {}

  async list(ctx: AgencyContext): Promise<NumberDetails[]> {
    return this.database.agencyTransaction(ctx, (tx) => this.repository.list(tx, this.clock.now()));
  }

  async get(ctx: AgencyContext, numberId: Uuid): Promise<NumberDetails> {
    return this.database.agencyTransaction(ctx, (tx) => this.repository.get(tx, numberId, this.clock.now()));
  }

  /** Meta sends the code to the number itself, by SMS or by a call. */
  async requestCode(
    ctx: AgencyContext,
    numberId: Uuid,
    { method, language }: { readonly method: CodeMethod; readonly language: string },
  ): Promise<NumberDetails> {
    await this.steps.take(ctx, numberId, {
      name: 'request-code',
      entryType: 'agency.number.code_requested',
      isDue: (number, now) => isDue('request-code', number) && !isSameCode(number, method, now),
      ask: (client, subject) => client.requestCode(subject, method, language),
      record: (tx, _, now) => this.repository.setCodeRequested(tx, numberId, method, now),
    });
    return this.get(ctx, numberId);
  }

  async verifyCode(ctx: AgencyContext, numberId: Uuid, code: string): Promise<NumberDetails> {
    await this.steps.take(ctx, numberId, {
      name: 'verify-code',
      entryType: 'agency.number.code_verified',
      isDue: (number) => isDue('verify-code', number),
      ask: (client, subject) => client.verifyCode(subject, code),
      record: (tx) => this.repository.setState(tx, numberId, 'code-verified'),
    });
    return this.get(ctx, numberId);
  }

  /** Without a PIN the one that is kept is used. Registering again also puts an approved display name into force. */
  async register(ctx: AgencyContext, numberId: Uuid, pin?: string): Promise<NumberDetails> {
    let usedPin = pin ?? '';
    const wasAsked = await this.steps.take(ctx, numberId, {
      name: 'register',
      entryType: 'agency.number.registered',
      isDue: mayRegister,
      prepare: async (tx) => {
        usedPin = pin ?? (await this.pins.open(tx, numberId));
        await this.pins.propose(tx, numberId, usedPin);
      },
      ask: (client, subject) => client.register(subject, usedPin),
      record: async (tx) => {
        await this.pins.keep(tx, numberId);
        await this.repository.setState(tx, numberId, 'registered');
      },
      undo: (tx) => this.pins.forget(tx, numberId),
    });
    return wasAsked ? this.refreshAfter(ctx, numberId) : this.get(ctx, numberId);
  }

  /** Nothing is sent from the number until it is registered again. */
  async deregister(ctx: AgencyContext, numberId: Uuid): Promise<NumberDetails> {
    await this.steps.take(ctx, numberId, {
      name: 'deregister',
      entryType: 'agency.number.deregistered',
      isDue: (number, now) => {
        assertRoom(number, now);
        return number.state === 'registered' || number.state === 'connected';
      },
      ask: (client, subject) => client.deregister(subject),
      record: (tx) => this.repository.setState(tx, numberId, 'code-verified'),
    });
    return this.get(ctx, numberId);
  }

  /** The two-step PIN of a registered number. Meta does not ask for the old one, so this also mends a forgotten one. */
  async changePin(ctx: AgencyContext, numberId: Uuid, pin: string): Promise<NumberDetails> {
    await this.steps.take(ctx, numberId, {
      name: 'pin',
      entryType: 'agency.number.pin_changed',
      isDue: ({ state }) => {
        if (state !== 'registered' && state !== 'connected') throw stepNotDue('pin');
        return true;
      },
      prepare: (tx) => this.pins.propose(tx, numberId, pin),
      ask: (client, subject) => client.setPin(subject, pin),
      record: (tx) => this.pins.keep(tx, numberId),
      undo: (tx) => this.pins.forget(tx, numberId),
    });
    return this.get(ctx, numberId);
  }

  /** Has our app hear the webhooks of the number's account, which somebody may have taken away in WhatsApp Manager. */
  async subscribe(ctx: AgencyContext, numberId: Uuid): Promise<NumberDetails> {
    await this.steps.take(ctx, numberId, {
      name: 'subscribe',
      entryType: 'agency.number.subscribed',
      isDue: () => true,
      ask: (client, { accessToken }, { wabaId }) => client.subscribe({ id: wabaId, accessToken }),
      record: (tx) => this.repository.setHearsWebhooks(tx, numberId, true),
    });
    return this.get(ctx, numberId);
  }

  /** The registration stands, whether or not Meta can tell at once that the number is connected. */
  private async refreshAfter(ctx: AgencyContext, numberId: Uuid): Promise<NumberDetails> {
    try {
      return await this.refreshes.refresh(ctx, numberId);
    } catch (error) {
      if (error instanceof DomainError) return this.get(ctx, numberId);
      throw error;
    }
  }
}

function isDue(step: OnboardingStep, { state }: NumberDetails): boolean {
  const { from, done } = TRANSITIONS[step];
  if (done.includes(state)) return false;
  if (!from.includes(state)) throw stepNotDue(step);
  return true;
}

function isSameCode({ codeMethod, codeRequestedAt }: NumberDetails, method: CodeMethod, now: Date): boolean {
  return codeMethod === method && codeRequestedAt !== null && isRecent(codeRequestedAt, now);
}

function mayRegister(number: NumberDetails, now: Date): boolean {
  const hasNewName = number.state === 'connected' && number.requestedNameStatus === 'APPROVED';
  if (!hasNewName && !isDue('register', number)) return false;
  if (wasJustRegistered(number, now)) return false;
  assertRoom(number, now);
  return true;
}

function wasJustRegistered({ lastAttempt }: NumberDetails, now: Date): boolean {
  return lastAttempt?.step === 'register' && lastAttempt.outcome === 'succeeded' && isRecent(lastAttempt.at, now);
}

/** Better refused here: Meta counts a refused registration as well, and blocks the number for three days. */
function assertRoom({ registrations }: NumberDetails, now: Date): void {
  if (registrations.freeAt) throw registrationsExhausted(registrations.freeAt, now);
}

function isRecent(at: Date, now: Date): boolean {
  return now.getTime() - at.getTime() < SAME_CLICK_MS;
}
