import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AgencyDatabase } from '#libs/database';
import { Clock } from '#libs/kernel';
import { MonthMissing } from './sequencer.errors.js';
import type { SequencerRepository, WaitingLog } from './sequencer.repository.js';
import { SequencerService } from './sequencer.service.js';

const open = (agencyId: string): WaitingLog => ({ agencyId, state: 'open' });

/** Logs with a number of staged rows each; a negative one stands for a log that fails. */
class FakeRepository {
  readonly appended: string[] = [];

  constructor(private readonly staged: Map<string, number>) {}

  async waiting(): Promise<WaitingLog[]> {
    return [...this.staged.keys()].map(open);
  }

  async appendBatch(agencyId: string): Promise<number> {
    const count = this.staged.get(agencyId) ?? 0;
    if (count < 0) throw new Error(`${agencyId} fails`);
    this.staged.delete(agencyId);
    this.appended.push(agencyId);
    return count;
  }

  async months(): Promise<Set<string>> {
    return new Set();
  }
}

const database = { acrossAgencies: async () => [] } as unknown as AgencyDatabase;
const serviceOf = (repository: object) =>
  new SequencerService(repository as unknown as SequencerRepository, database, new Clock());

describe(SequencerService.name, () => {
  beforeEach(() => {
    vi.spyOn(Logger.prototype, 'error').mockReturnValue(undefined);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('does not let a log that fails keep the others waiting', async () => {
    const repository = new FakeRepository(
      new Map([
        ['a', 2],
        ['b', -1],
        ['c', -1],
        ['d', -1],
        ['e', 3],
      ]),
    );
    await expect(serviceOf(repository).drain()).rejects.toThrow('fails');
    expect(repository.appended.sort()).toEqual(['a', 'e']);
  });

  it('logs a failure and goes on', async () => {
    const repository = new FakeRepository(new Map([['a', -1]]));
    const service = serviceOf(repository);
    service.start();
    await vi.waitFor(() => expect(Logger.prototype.error).toHaveBeenCalled());
    await service.stop();
  });

  it('stops at once while it pauses, may be stopped twice and started again', async () => {
    const repository = new FakeRepository(new Map());
    const service = serviceOf(repository);
    service.start();
    service.start();
    await service.stop();
    await service.stop();
    service.start();
    await service.stop();
  });

  it('tells of entries that have no log to go to', async () => {
    const waiting = async (): Promise<WaitingLog[]> => [{ agencyId: 'a', state: null }];
    expect(await serviceOf({ waiting }).drain()).toBe(0);
    expect(Logger.prototype.error).toHaveBeenCalledWith(expect.objectContaining({ agencyId: 'a' }));
  });

  it('does not take another failed check for a missing month', async () => {
    const cause = new Error('another check');
    const appendBatch = () => Promise.reject(new MonthMissing([], cause));
    const repository = { waiting: async () => [open('a')], appendBatch, months: async () => new Set() };
    await expect(serviceOf(repository).drain()).rejects.toBe(cause);
  });
});
