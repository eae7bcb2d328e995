import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { AuditService } from '#libs/audit';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, newId } from '#libs/kernel';
import { requestRefused } from './consent.errors.js';
import {
  BUILT_IN_REPLY,
  isSameTerms,
  type NewPurpose,
  type Purpose,
  type PurposeTerms,
  purposeProblems,
  termsOf,
} from './purpose.js';
import { type PurposeRef, PurposesRepository } from './purposes.repository.js';

const REMEMBERED_VERSIONS = 5_000;

/** What an agency sends messages for, in versions that never change. */
@Injectable()
export class PurposesService {
  private readonly versions = new LRUCache<string, Purpose>({ max: REMEMBERED_VERSIONS });

  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: PurposesRepository,
    private readonly audit: AuditService,
  ) {}

  async create(ctx: AgencyContext, draft: NewPurpose): Promise<Purpose> {
    return this.database.agencyTransaction(ctx, (tx) => this.createIn(tx, draft));
  }

  /** The purpose with this code as described: its first version, its next one, or the one there is when nothing differs. */
  async createIn(tx: AgencyTx, draft: NewPurpose): Promise<Purpose> {
    const terms = termsOf(draft);
    const problems = purposeProblems(terms);
    if (problems.length > 0) throw requestRefused(problems);
    // A code without a version yet has no row to lock, so that two of them made at once would both be the first.
    await this.repository.lockCode(tx, terms.code);
    return this.makeVersion(tx, terms);
  }

  /** Active purposes by code. */
  async list(ctx: AgencyContext): Promise<Purpose[]> {
    return this.database.agencyTransaction(ctx, (tx) => this.repository.listActive(tx));
  }

  async listActive(tx: AgencyTx): Promise<Purpose[]> {
    return this.repository.listActive(tx);
  }

  async findActive(tx: AgencyTx, codes: readonly string[]): Promise<Map<string, Purpose>> {
    const purposes = await this.repository.listActive(tx, codes);
    return new Map(purposes.map((purpose) => [purpose.code, purpose]));
  }

  /** The versions that messages name, by `id/version`. A version never changes, so each is read once: at most one statement. */
  async byVersion(tx: AgencyTx, refs: readonly PurposeRef[]): Promise<Map<string, Purpose>> {
    const wanted = new Map(refs.map((ref) => [`${ref.id}/${ref.version}`, ref]));
    const missing = [...wanted].filter(([key]) => !this.versions.has(`${tx.agencyId}/${key}`)).map(([, ref]) => ref);
    for (const purpose of missing.length > 0 ? await this.repository.listVersions(tx, missing) : []) {
      this.versions.set(`${tx.agencyId}/${purpose.id}/${purpose.version}`, purpose);
    }
    return new Map(
      [...wanted.keys()].flatMap((key) => {
        const purpose = this.versions.get(`${tx.agencyId}/${key}`);
        return purpose ? [[key, purpose] as const] : [];
      }),
    );
  }

  /** Gives an agency the purpose of answering people who wrote. Harmless when it is there. */
  async ensureBuiltIn(tx: AgencyTx): Promise<void> {
    await this.repository.lockCode(tx, BUILT_IN_REPLY.code);
    const added = await this.repository.insert(tx, { id: newId(), version: 1 }, BUILT_IN_REPLY);
    if (added) await this.recordVersion(tx, added);
  }

  private async makeVersion(tx: AgencyTx, terms: PurposeTerms): Promise<Purpose> {
    const current = await this.repository.lockActive(tx, terms.code);
    if (current && isSameTerms(current, terms)) return current;
    if (current && current.category !== terms.category) throw categoryFixed(current);
    if (current) await this.repository.retire(tx, current);
    const next = current ? { id: current.id, version: current.version + 1 } : { id: newId(), version: 1 };
    const purpose = await this.repository.insert(tx, next, terms);
    if (!purpose) throw new Error('a purpose got a second active version in spite of its lock');
    await this.recordVersion(tx, purpose);
    return purpose;
  }

  private async recordVersion(tx: AgencyTx, { id, version, basis }: Purpose): Promise<void> {
    await this.audit.record(tx, {
      type: 'consent.purpose.versioned',
      target: { kind: 'purpose', id },
      basis,
      detail: { version },
    });
  }
}

/** Consent was given for the category people were told of; it must not turn into consent for another. */
function categoryFixed({ category }: Purpose) {
  return requestRefused([
    {
      field: 'category',
      code: 'fixed',
      message: `category of this purpose is ${category} and cannot change; use another code`,
    },
  ]);
}
