import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { Env } from '#libs/config';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, Clock, DomainError, type Mode, type Uuid } from '#libs/kernel';
import type { AccountsClient, NewWabaNumber, NumberFields } from '#libs/whatsapp';
import { AccountsClients } from './accounts-clients.service.js';
import { meaningOf } from './graph-failure.js';
import type { NumberDetails } from './number-details.js';
import { NumberOnboardingRepository } from './number-onboarding.repository.js';
import { NumberRefreshService } from './number-refresh.service.js';
import { stateByFacts } from './onboarding-state.js';
import { numberNotInAccount, signupUnavailable } from './phone-numbers.errors.js';
import { PhoneNumbersService } from './phone-numbers.service.js';

/** The account that a number belongs to, and the right to speak for it. */
export interface NumberAccount {
  readonly portfolioId: Uuid;
  readonly wabaId: string;
  readonly accessToken: string;
  readonly mode: Mode;
  /** Null for a token that does not expire, or of which we do not know. */
  readonly tokenExpiresAt?: Date | null;
}

/** A number that its account has, by Meta's id, or one that the account is to get. */
export type WantedNumber = { readonly phoneNumberId: string } | NewWabaNumber;

/** What Embedded Signup hands to the page. https://developers.facebook.com/documentation/business-messaging/whatsapp/embedded-signup/overview */
export interface EmbeddedSignup {
  readonly code: string;
  readonly wabaId: string;
  readonly phoneNumberId: string;
}

/**
 * Gives an agency a number: finds or makes it at Meta, has our app hear its account, and stores it as far as it has come.
 * Doing it again finds what the first time left, so a lost answer is mended by a second click.
 */
@Injectable()
export class NumberLinkingService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly numbers: PhoneNumbersService,
    private readonly repository: NumberOnboardingRepository,
    private readonly clients: AccountsClients,
    private readonly refreshes: NumberRefreshService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {}

  async link(ctx: AgencyContext, account: NumberAccount, wanted: WantedNumber): Promise<NumberDetails> {
    const fields = await this.asked(ctx, 'add-number', this.numbers.baseUrl(account.mode), (client) =>
      findOrAdd(client, account, wanted),
    );
    const id = await this.database.agencyTransaction(ctx, (tx) => this.store(tx, account, fields));
    return this.refreshes.refresh(ctx, id);
  }

  /** The code lives 30 seconds and works once, so it is exchanged before anything else is asked. */
  async signUp(ctx: AgencyContext, portfolioId: Uuid, signup: EmbeddedSignup): Promise<NumberDetails> {
    const { code, wabaId, phoneNumberId } = signup;
    const token = await this.exchange(ctx, code);
    return this.link(ctx, { ...token, portfolioId, wabaId, mode: 'live' }, { phoneNumberId });
  }

  private async exchange(
    ctx: AgencyContext,
    code: string,
  ): Promise<{ accessToken: string; tokenExpiresAt: Date | null }> {
    const [secret] = this.env.META_APP_SECRETS;
    if (this.env.META_APP_ID === '' || secret === undefined) throw signupUnavailable();
    const app = { id: this.env.META_APP_ID, secret };
    const token = await this.asked(ctx, 'embedded-signup', this.numbers.baseUrl('live'), (client) =>
      client.exchangeSignupCode(app, code),
    );
    const { accessToken, expiresInSeconds } = token;
    const now = this.clock.now().getTime();
    return { accessToken, tokenExpiresAt: expiresInSeconds === null ? null : new Date(now + expiresInSeconds * 1000) };
  }

  private async asked<T>(
    ctx: AgencyContext,
    step: string,
    baseUrl: string,
    ask: (client: AccountsClient) => Promise<T>,
  ): Promise<T> {
    try {
      return await this.clients.with(baseUrl, ask);
    } catch (error) {
      const refusal = error instanceof DomainError ? error : meaningOf(step, error).error;
      await this.recordRefusal(ctx, refusal);
      throw refusal;
    }
  }

  private async recordRefusal(ctx: AgencyContext, { code }: DomainError): Promise<void> {
    await this.database.agencyTransaction(ctx, (tx) =>
      this.audit.record(tx, { type: 'agency.number.added', outcome: 'failure', reason: code }),
    );
  }

  private async store(tx: AgencyTx, account: NumberAccount, fields: NumberFields): Promise<Uuid> {
    const { tokenExpiresAt = null, ...rest } = account;
    const known = await this.numbers.findByMetaId(tx, fields.id);
    const id = known?.id ?? (await this.numbers.addIn(tx, { ...rest, ...toNewNumber(fields) })).id;
    if (known) await this.numbers.replaceTokenIn(tx, id, account.accessToken);
    else await this.audit.record(tx, { type: 'agency.waba.linked', target: { kind: 'phoneNumber', id } });
    await this.repository.setTokenExpiry(tx, id, tokenExpiresAt);
    return id;
  }
}

function toNewNumber(fields: NumberFields) {
  const { id: phoneNumberId, displayPhoneNumber, verifiedName } = fields;
  return { phoneNumberId, displayPhoneNumber, verifiedName, state: stateByFacts('added', fields) };
}

async function findOrAdd(
  client: AccountsClient,
  { wabaId, accessToken }: NumberAccount,
  wanted: WantedNumber,
): Promise<NumberFields> {
  const waba = { id: wabaId, accessToken };
  const listed = await client.numbersOf(waba);
  const isWanted =
    'phoneNumberId' in wanted
      ? ({ id }: { id: string }) => id === wanted.phoneNumberId
      : ({ displayPhoneNumber }: { displayPhoneNumber: string }) =>
          digitsOf(displayPhoneNumber) === digitsOf(wanted.countryCode + wanted.nationalNumber);
  const found = listed.find(isWanted);
  if (!found && 'phoneNumberId' in wanted) throw numberNotInAccount();
  const id = found?.id ?? (await client.addNumber(waba, wanted as NewWabaNumber));
  await client.subscribe(waba);
  return client.numberFields({ id, accessToken });
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
