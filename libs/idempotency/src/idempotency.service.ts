import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import canonicalize from 'canonicalize';
import { type AgencyKeys, FieldSealer, KeyRing, type SealPlace } from '#libs/crypto';
import type { AgencyTx } from '#libs/database';
import { DomainError } from '#libs/kernel';
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

/** What a request came to: an answer to give, or a refusal that leaves nothing behind. */
export type Outcome<Body> = { readonly status: number; readonly body: Body } | DomainError;

interface Known {
  readonly request: IdempotentRequest;
  readonly keyHash: Buffer;
  readonly requestHash: Buffer;
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
    const [outcome] = await this.withinAll(tx, [request], async () => [await work()]);
    if (!outcome || outcome instanceof DomainError) throw outcome ?? idempotencyKeyInUse();
    return outcome;
  }

  /**
   * The same for many requests of one actor, in two statements. `work` is given the places of those that have no answer yet
   * and says what each came to; whoever is refused must have left nothing behind.
   * @throws DomainError `idempotency-key-in-use` when an answer came up meanwhile; then nothing of them all may stay
   */
  async withinAll<Body>(
    tx: AgencyTx,
    requests: readonly IdempotentRequest[],
    work: (places: readonly number[]) => Promise<readonly Outcome<Body>[]>,
  ): Promise<(IdempotentAnswer<Body> | DomainError)[]> {
    const known = requests.map(toKnown);
    const outcomes = new Map<number, IdempotentAnswer<Body> | DomainError>(await this.earlier<Body>(tx, known));
    const open = requests.map((_, place) => place).filter((place) => !outcomes.has(place));
    const done = open.length > 0 ? await work(open) : [];
    for (const [index, place] of open.entries()) {
      const outcome = done[index] ?? idempotencyKeyInUse();
      outcomes.set(place, outcome instanceof DomainError ? outcome : toAnswer(outcome));
    }
    await this.store(
      tx,
      open.map((place) => ({ known: known[place] ?? null, outcome: outcomes.get(place) })),
    );
    return requests.map((_, place) => outcomes.get(place) ?? idempotencyKeyInUse());
  }

  /** Removes answers of the agency that nobody can ask for any more. @returns how many */
  async sweep(tx: AgencyTx): Promise<number> {
    return this.repository.deleteExpired(tx, SWEEP_LIMIT);
  }

  /** Answers given before, and refusals of keys that are in use or meant another request, by place. */
  private async earlier<Body>(
    tx: AgencyTx,
    known: readonly (Known | null)[],
  ): Promise<[number, IdempotentAnswer<Body> | DomainError][]> {
    const asked = known.flatMap((one, place) => (one ? [{ ...one, place }] : []));
    if (asked.length === 0) return [];
    const claims = await this.repository.claim(
      tx,
      asked.map(({ keyHash }) => ({ keyHash, lock: lockOf(tx, keyHash) })),
    );
    const keys = claims.some(({ answer }) => answer) ? await this.keyRing.load(tx.agencyId) : null;
    // A transaction gets a lock again that it holds, so the second of two equal keys is told apart here.
    const seen = new Set<string>();
    return asked.flatMap(({ place, keyHash, requestHash }, index): [number, IdempotentAnswer<Body> | DomainError][] => {
      const { isFree, answer } = claims[index] ?? { isFree: false, answer: null };
      if (answer && keys) return [[place, this.replay<Body>(tx, keys, { keyHash, requestHash }, answer)]];
      const text = keyHash.toString('hex');
      if (!isFree || seen.has(text)) return [[place, idempotencyKeyInUse()]];
      seen.add(text);
      return [];
    });
  }

  private replay<Body>(
    tx: AgencyTx,
    keys: AgencyKeys,
    { keyHash, requestHash }: Pick<Known, 'keyHash' | 'requestHash'>,
    answer: StoredAnswer,
  ): IdempotentAnswer<Body> | DomainError {
    if (!answer.request_hash.equals(requestHash)) return idempotencyKeyReused();
    const text = this.sealer.openForAgency(keys, placeOf(tx, keyHash), answer.response_sealed).toString('utf8');
    return new IdempotentAnswer(answer.status, JSON.parse(text) as Body, true);
  }

  private async store(
    tx: AgencyTx,
    done: readonly { readonly known: Known | null; readonly outcome: IdempotentAnswer | DomainError | undefined }[],
  ): Promise<void> {
    const kept = done.flatMap(({ known, outcome }) =>
      known && outcome instanceof IdempotentAnswer && isSuccess(outcome.status) ? [{ known, outcome }] : [],
    );
    if (kept.length === 0) return;
    const keys = await this.keyRing.load(tx.agencyId);
    const answers = kept.map(({ known: { keyHash, requestHash, request }, outcome: { status, body } }) => ({
      keyHash,
      requestHash,
      route: request.route,
      status,
      sealed: this.sealer.sealForAgency(keys, placeOf(tx, keyHash), JSON.stringify(body ?? null)),
    }));
    if (!(await this.repository.insert(tx, answers))) throw idempotencyKeyInUse();
  }
}

function toKnown(request: IdempotentRequest): Known | null {
  if (request.key === undefined) return null;
  const keyHash = sha256(request.key);
  return { request, keyHash, requestHash: sha256(`${request.route}\n${canonicalize(request.body) ?? ''}`) };
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
