import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { Env } from '#libs/config';
import { type AgencyKeys, FieldSealer, KeyRing, kidOf, type SealPlace } from '#libs/crypto';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, DomainError, invalidRequest, type Mode, newId, notFound, type Uuid } from '#libs/kernel';
import { newNumberProblems } from './new-number-rules.js';
import type { ListedNumber, NewPhoneNumber, NumberForSending, SendingNumber } from './phone-number.js';
import { numberMissing, numberNotConnected, sandboxUnavailable } from './phone-numbers.errors.js';
import { PhoneNumbersRepository, type SealedNumber } from './phone-numbers.repository.js';
import type { WabaAccess } from './waba-access.js';

/** The WhatsApp numbers of an agency, and which of them a message leaves from. */
@Injectable()
export class PhoneNumbersService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: PhoneNumbersRepository,
    private readonly audit: AuditService,
    private readonly keyRing: KeyRing,
    private readonly sealer: FieldSealer,
    private readonly env: Env,
  ) {}

  async add(ctx: AgencyContext, number: NewPhoneNumber): Promise<ListedNumber> {
    return this.database.agencyTransaction(ctx, (tx) => this.addIn(tx, number));
  }

  async addIn(tx: AgencyTx, number: NewPhoneNumber): Promise<ListedNumber> {
    const problems = newNumberProblems(number);
    if (problems.length > 0) throw invalidRequest(problems);
    const id = newId();
    const sealed = await this.sealToken(tx, id, number.accessToken);
    const added = await this.repository.insert(tx, id, number, sealed);
    await this.audit.record(tx, { type: 'agency.number.added', target: { kind: 'phoneNumber', id } });
    return added;
  }

  /** The agency's own number with this id of Meta. */
  async findByMetaId(tx: AgencyTx, phoneNumberId: string): Promise<ListedNumber | null> {
    return this.repository.findByMetaId(tx, phoneNumberId);
  }

  async list(ctx: AgencyContext): Promise<ListedNumber[]> {
    return this.database.agencyTransaction(ctx, (tx) => this.repository.list(tx));
  }

  /** Stores a new access token, for a number whose old one expired or leaked. */
  async replaceToken(ctx: AgencyContext, numberId: Uuid, accessToken: string): Promise<void> {
    await this.database.agencyTransaction(ctx, (tx) => this.replaceTokenIn(tx, numberId, accessToken));
  }

  async replaceTokenIn(tx: AgencyTx, numberId: Uuid, accessToken: string): Promise<void> {
    await this.repository.replaceToken(tx, numberId, await this.sealToken(tx, numberId, accessToken));
    await this.audit.record(tx, {
      type: 'agency.config.changed',
      target: { kind: 'phoneNumber', id: numberId },
      reason: 'access-token-replaced',
    });
  }

  /** The number that a message leaves from: the one asked for, or the agency's first connected one of that mode. */
  async pick(tx: AgencyTx, { numberId, mode }: { numberId?: Uuid; mode: Mode }): Promise<SendingNumber> {
    const [picked] = await this.pickAll(tx, mode, [numberId ?? null]);
    if (!picked || picked instanceof DomainError) throw picked ?? notFound();
    return picked;
  }

  /** The same for many, in order, with the refusal in the place of one that cannot send. One statement. */
  async pickAll(
    tx: AgencyTx,
    mode: Mode,
    numberIds: readonly (Uuid | null)[],
  ): Promise<(SendingNumber | DomainError)[]> {
    if (!this.isServed(mode)) return numberIds.map(() => sandboxUnavailable());
    const found = await this.repository.findAll(tx, mode, numberIds);
    return numberIds.map((numberId, index) => {
      const number = found[index];
      if (!number) return numberId ? notFound() : numberMissing(mode);
      return number.state === 'connected' ? number : numberNotConnected();
    });
  }

  /** With token and address, at each turn of the number. One statement. */
  async forSending(tx: AgencyTx, numberId: Uuid): Promise<NumberForSending> {
    const { accessTokenSealed, ...number } = await this.repository.getSealed(tx, numberId);
    const keys = await this.keyRing.load(tx.agencyId, [kidOf(accessTokenSealed)]);
    const accessToken = this.openToken(keys, number.id, accessTokenSealed);
    return { ...number, accessToken, baseUrl: this.baseUrl(number.mode) };
  }

  /** Nothing leaves from the number until then; `reason` is the stable code that the agency is shown. Goes on record once, not at each renewal. */
  async hold(tx: AgencyTx, numberId: Uuid, hold: { readonly reason: string; readonly until: Date }): Promise<void> {
    const isNew = await this.repository.hold(tx, numberId, hold.reason, hold.until);
    if (isNew) await this.recordHeld(tx, numberId, hold.reason);
  }

  /** Only its bulk lane waits, and transactional messages slow down. */
  async holdBulk(tx: AgencyTx, numberId: Uuid, hold: { readonly reason: string; readonly until: Date }): Promise<void> {
    const isNew = await this.repository.holdBulk(tx, numberId, hold.reason, hold.until);
    if (isNew) await this.recordHeld(tx, numberId, hold.reason);
  }

  /** Holds on for a reason that the caller has put on record. */
  async renewHold(
    tx: AgencyTx,
    numberId: Uuid,
    hold: { readonly reason: string; readonly until: Date },
  ): Promise<void> {
    await this.repository.hold(tx, numberId, hold.reason, hold.until);
  }

  /** Ends a hold for this reason. False when there is none. */
  async releaseHold(tx: AgencyTx, numberId: Uuid, reason: string): Promise<boolean> {
    return this.repository.release(tx, numberId, reason);
  }

  private async recordHeld(tx: AgencyTx, id: Uuid, reason: string): Promise<void> {
    await this.audit.record(tx, { type: 'agency.number.held', target: { kind: 'phoneNumber', id }, reason });
  }

  /** Each WhatsApp Business account of the agency that can be reached from here. */
  async wabas(ctx: AgencyContext): Promise<WabaAccess[]> {
    const numbers = await this.database.agencyTransaction(ctx, (tx) => this.repository.listOnePerWaba(tx));
    const keys = await this.keyRing.load(
      ctx.agencyId,
      numbers.map((number) => kidOf(number.accessTokenSealed)),
    );
    return numbers.filter((number) => this.isServed(number.mode)).map((number) => this.toWabaAccess(keys, number));
  }

  private toWabaAccess(keys: AgencyKeys, { id, wabaId, mode, accessTokenSealed }: SealedNumber): WabaAccess {
    return { wabaId, mode, accessToken: this.openToken(keys, id, accessTokenSealed), baseUrl: this.baseUrl(mode) };
  }

  private async sealToken({ agencyId }: AgencyContext, numberId: Uuid, accessToken: string): Promise<Buffer> {
    const keys = await this.keyRing.load(agencyId);
    return this.sealer.sealForAgency(keys, tokenPlace(agencyId, numberId), accessToken);
  }

  private openToken(keys: AgencyKeys, numberId: Uuid, sealed: Buffer): string {
    return this.sealer.openForAgency(keys, tokenPlace(keys.agencyId, numberId), sealed).toString('utf8');
  }

  private isServed(mode: Mode): boolean {
    return mode === 'live' || this.env.SANDBOX_BASE_URL !== undefined;
  }

  /** Where Meta, or the simulator in its place, is reached for numbers of this mode. */
  baseUrl(mode: Mode): string {
    if (mode === 'live') return this.env.GRAPH_BASE_URL;
    if (this.env.SANDBOX_BASE_URL === undefined) throw sandboxUnavailable();
    return this.env.SANDBOX_BASE_URL;
  }
}

function tokenPlace(agencyId: Uuid, numberId: Uuid): SealPlace {
  return { table: 'phone_numbers', column: 'access_token_sealed', rowId: numberId, agencyId };
}
