import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import canonicalize from 'canonicalize';
import { type AgencyKeys, FieldSealer, KeyRing, type SealPlace } from '#libs/crypto';
import type { AgencyTx } from '#libs/database';
import { idempotencyKeyInUse, idempotencyKeyReused } from './idempotency.errors.js';
import { IdempotencyRepository, type StoredAnswer } from './idempotency.repository.js';
import { IdempotentAnswer } from './idempotent-answer.js';

export interface IdempotentRequest {
  /** Undefined: the request runs without being remembered. */
  readonly key: string | undefined;
  /** Method and pattern: `POST /v1/messages`. */
  readonly route: string;
  /** The parsed and defaulted body, so that two spellings of the same request are one. */
  readonly body: unknown;
}

const SWEEP_LIMIT = 1000;

/** Lets a repeated request have its first answer and act once. */
@Injectable()
export class IdempotencyService {
  constructor(
    private readonly repository: IdempotencyRepository,
    private readonly keyRing: KeyRing,
    private readonly sealer: FieldSealer,
  ) {}

  /**
   * Runs `work` in the caller's transaction unless the key has an answer. Only 2xx answers are kept: `work` throws its
   * refusals, the transaction rolls back, and the key works once the cause is mended.
   */
  async within<Body>(
    tx: AgencyTx,
    request: IdempotentRequest,
    work: () => Promise<{ readonly status: number; readonly body: Body }>,
  ): Promise<IdempotentAnswer<Body>> {
    if (request.key === undefined) return toAnswer(await work());
    const keyHash = sha256(request.key);
    const requestHash = sha256(`${request.route}\n${canonicalize(request.body) ?? ''}`);
    const { isFree, answer } = await this.repository.claim(tx, keyHash, lockOf(tx, keyHash));
    if (answer) return this.replay<Body>(tx, keyHash, requestHash, answer);
    if (!isFree) throw idempotencyKeyInUse();
    const done = toAnswer(await work());
    if (isSuccess(done.status)) await this.store(tx, { keyHash, requestHash, route: request.route }, done);
    return done;
  }

  /** Removes answers of the agency that nobody can ask for any more. @returns how many */
  async sweep(tx: AgencyTx): Promise<number> {
    return this.repository.deleteExpired(tx, SWEEP_LIMIT);
  }

  private async replay<Body>(
    tx: AgencyTx,
    keyHash: Buffer,
    requestHash: Buffer,
    answer: StoredAnswer,
  ): Promise<IdempotentAnswer<Body>> {
    if (!answer.request_hash.equals(requestHash)) throw idempotencyKeyReused();
    const keys = await this.keyRing.load(tx.agencyId);
    const text = this.sealer.openForAgency(keys, placeOf(tx, keyHash), answer.response_sealed).toString('utf8');
    return new IdempotentAnswer(answer.status, JSON.parse(text) as Body, true);
  }

  private async store(
    tx: AgencyTx,
    request: { keyHash: Buffer; requestHash: Buffer; route: string },
    { status, body }: IdempotentAnswer,
  ): Promise<void> {
    const keys: AgencyKeys = await this.keyRing.load(tx.agencyId);
    const sealed = this.sealer.sealForAgency(keys, placeOf(tx, request.keyHash), JSON.stringify(body ?? null));
    const isStored = await this.repository.insert(tx, { ...request, status, sealed });
    if (!isStored) throw idempotencyKeyInUse();
  }
}

function toAnswer<Body>({ status, body }: { readonly status: number; readonly body: Body }): IdempotentAnswer<Body> {
  return new IdempotentAnswer(status, body, false);
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}

/** 64 bits of agency, actor and key: an advisory lock knows no more. */
function lockOf(tx: AgencyTx, keyHash: Buffer): bigint {
  const digest = createHash('sha256').update(`idempotency\0${tx.agencyId}\0${tx.actor.id}\0`).update(keyHash).digest();
  return digest.readBigInt64BE(0);
}

function placeOf(tx: AgencyTx, keyHash: Buffer): SealPlace {
  const rowId = `${tx.actor.id}:${keyHash.toString('hex')}`;
  return { table: 'idempotency_keys', column: 'response_sealed', rowId, agencyId: tx.agencyId };
}
