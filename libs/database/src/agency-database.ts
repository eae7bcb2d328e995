import type { Writable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type ClientBase, DatabaseError } from 'pg';
import { DataSource } from 'typeorm';
import { type AgencyContext, isSystem, isUuid, PLATFORM_AGENCY_ID, permissionMissing } from '#libs/kernel';
import type { AcrossAgenciesFunction } from './across-agencies.js';
import { arrayLiteral } from './array-literal.js';
import { StatementNames } from './statement-names.js';

/**
 * A context inside its own transaction. Repositories take it as their first argument, so that no query of agency data can
 * be written that is not fenced to one agency. Statements given without waiting for one another (`Promise.all`) go to
 * Postgres together and run in the order in which they were given.
 */
export interface AgencyTx extends AgencyContext {
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
  private readonly statementNames = new StatementNames();

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
    const begin = beginStatement(ctx);
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as ClientBase;
      return await this.complete(ctx, client, begin, work);
    } finally {
      await runner.release().catch(() => undefined);
    }
  }

  /** Statements are pipelined: Postgres runs them in the order in which they are given here, and the first needs no wait. */
  private async complete<T>(
    ctx: AgencyContext,
    client: ClientBase,
    begin: string,
    work: (tx: AgencyTx) => Promise<T>,
  ): Promise<T> {
    const life = { isOver: false };
    this.statementCount++;
    writeTogether(client);
    const begun = client.query(begin);
    begun.catch(() => undefined); // told below, after the work that it makes fail as well
    try {
      const result = await work(this.open(ctx, client, life));
      await begun;
      life.isOver = true;
      await client.query('COMMIT');
      return result;
    } catch (error) {
      life.isOver = true;
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }

  private open(ctx: AgencyContext, client: ClientBase, life: { isOver: boolean }): AgencyTx {
    const run = async (sql: string, parameters: readonly unknown[] = []) => {
      // Of statements given side by side, one may fail while others go on; the connection may be another agency's by then.
      if (life.isOver) throw new Error('the transaction is over');
      this.statementCount++;
      writeTogether(client);
      return client.query({ name: this.statementNames.nameOf(sql), text: sql, values: parameters.map(asText) });
    };
    return {
      ...ctx,
      query: async <T>(sql: string, parameters?: readonly unknown[]) => (await run(sql, parameters)).rows as T[],
      execute: async (sql, parameters) => (await run(sql, parameters)).rowCount ?? 0,
    };
  }
}

/**
 * Statements given without waiting leave in one write: each write of its own wakes Postgres for one statement. The uncork runs
 * once everything that is ready to go on has gone on, and a cork inside a cork is only counted.
 */
function writeTogether(client: ClientBase): void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

function asText(value: unknown): unknown {
  return Array.isArray(value) ? (arrayLiteral(value) ?? value) : value;
}

/** One round trip opens the transaction and names its agency. Both ids are checked: they stand in the statement itself. */
function beginStatement({ agencyId, actor }: AgencyContext): string {
  if (!isUuid(agencyId) || !isUuid(actor.id)) throw new Error('the context names no agency or no actor');
  return `BEGIN; SELECT set_config('app.agency_id', '${agencyId}', true), set_config('app.actor_id', '${actor.id}', true)`;
}

function isRetried(error: unknown): boolean {
  return RETRIED_STATES.has(sqlState(error) ?? '');
}

/** The SQLSTATE of a failed statement, or undefined for any other error. https://www.postgresql.org/docs/current/errcodes-appendix.html */
export function sqlState(error: unknown): string | undefined {
  return error instanceof DatabaseError ? error.code : undefined;
}

/** The name of the unique constraint that a failed insert ran into, or undefined. Constraints are the truth; nothing is checked first. */
export function violatedUnique(error: unknown): string | undefined {
  return error instanceof DatabaseError && error.code === '23505' ? (error.constraint ?? '') : undefined;
}

/** Whether a statement failed for the data that it was given: classes 22 and 23 of SQLSTATE. */
export function isRowRefused(error: unknown): boolean {
  return /^2[23]/.test(sqlState(error) ?? '');
}
