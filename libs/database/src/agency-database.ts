import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { type AgencyContext, isSystem, isUuid, PLATFORM_AGENCY_ID, permissionMissing } from '#libs/kernel';
import type { AcrossAgenciesFunction } from './across-agencies.js';

/**
 * A context inside its own transaction. Repositories take it as their first argument, so that no query of agency data can
 * be written that is not fenced to one agency.
 */
export interface AgencyTx extends AgencyContext {
  readonly manager: EntityManager;
  /** Rows of a parameterised statement. */
  query<T>(sql: string, parameters?: readonly unknown[]): Promise<T[]>;
  /** Number of rows that a parameterised statement changed. */
  execute(sql: string, parameters?: readonly unknown[]): Promise<number>;
}

/** Deadlock and serialisation failure: the work is run again from its start. */
const RETRIED_STATES = new Set(['40P01', '40001']);
const MAX_TRIES = 4;

/** Opens the transactions of the product. The only place that tells Postgres which agency is meant. */
@Injectable()
export class AgencyDatabase {
  /** Statements run since the process started; tests compare it before and after to prove that there is no N+1. */
  statementCount = 0;

  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs `work` in one transaction in which Postgres shows the agency of `ctx` and nothing else. `work` may run more than
   * once (deadlocks are retried), so it must have no effect outside the transaction.
   */
  async agencyTransaction<T>(ctx: AgencyContext, work: (tx: AgencyTx) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.runOnce(ctx, work);
      } catch (error) {
        if (tries >= MAX_TRIES || !isRetried(error)) throw error;
      }
    }
  }

  /** The same for the platform's own rows; for the system and for people with a platform permission. */
  async platformTransaction<T>(ctx: AgencyContext, work: (tx: AgencyTx) => Promise<T>): Promise<T> {
    const isAllowed = isSystem(ctx) || [...ctx.permissions].some((permission) => permission.startsWith('platform:'));
    if (!isAllowed) throw permissionMissing('platform:*');
    return this.agencyTransaction({ ...ctx, agencyId: PLATFORM_AGENCY_ID }, work);
  }

  /** Calls one of the few functions that may look across agencies. They answer ids and keyed hashes, never content. */
  async acrossAgencies<T>(name: AcrossAgenciesFunction, parameters: readonly unknown[] = []): Promise<T[]> {
    const places = parameters.map((_, index) => `$${index + 1}`).join(', ');
    this.statementCount++;
    return this.dataSource.query(`SELECT * FROM ${name}(${places})`, [...parameters]);
  }

  private async runOnce<T>(ctx: AgencyContext, work: (tx: AgencyTx) => Promise<T>): Promise<T> {
    if (!isUuid(ctx.agencyId)) throw new Error('the context names no agency');
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.connect();
      await runner.startTransaction();
      const tx = this.open(ctx, runner);
      await tx.query(`SELECT set_config('app.agency_id', $1, true), set_config('app.actor_id', $2, true)`, [
        ctx.agencyId,
        ctx.actor.id,
      ]);
      const result = await work(tx);
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release().catch(() => undefined);
    }
  }

  private open(ctx: AgencyContext, runner: QueryRunner): AgencyTx {
    const run = async (sql: string, parameters: readonly unknown[] = []) => {
      this.statementCount++;
      return runner.query(sql, [...parameters], true);
    };
    return {
      ...ctx,
      manager: runner.manager,
      query: async <T>(sql: string, parameters?: readonly unknown[]) => (await run(sql, parameters)).records as T[],
      execute: async (sql, parameters) => (await run(sql, parameters)).affected ?? 0,
    };
  }
}

function isRetried(error: unknown): boolean {
  return RETRIED_STATES.has(sqlState(error) ?? '');
}

/** The SQLSTATE of a failed statement, or undefined for any other error. https://www.postgresql.org/docs/current/errcodes-appendix.html */
export function sqlState(error: unknown): string | undefined {
  const inner = (error as { driverError?: { code?: unknown }; code?: unknown } | null) ?? {};
  const code = inner.driverError?.code ?? inner.code;
  return typeof code === 'string' ? code : undefined;
}

/** The name of the unique constraint that a failed insert ran into, or undefined. Constraints are the truth; nothing is checked first. */
export function violatedUnique(error: unknown): string | undefined {
  if (sqlState(error) !== '23505') return undefined;
  const driver = (error as { driverError?: { constraint?: string } }).driverError;
  return driver?.constraint ?? '';
}
