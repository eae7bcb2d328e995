import type { ServerResponse } from 'node:http';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { StandingService } from '#libs/access';
import { AgencyDatabase } from '#libs/database';
import { type AgencyContext, parseWireId, systemContext, type Uuid } from '#libs/kernel';
import { Logger } from '#libs/observability';
import {
  type ConsoleEvent,
  ConsoleEventsRepository,
  type Horizon,
  type Position,
} from './console-events.repository.js';
import { tooManyStreams } from './live.errors.js';
import { isAfter, LiveStream, type StreamRequest } from './live-stream.js';
import { LIVE_TOPICS } from './live-topics.js';

/** Half a second is soon enough for a screen, and two looks a second cost an agency next to nothing. */
const TICK_MS = 500;
/** Rights are asked for every second tick: whoever lost them sees nothing of the second after. */
const TICKS_PER_CHECK = 2;
/** More events than this at once are told as "anything may have changed". */
const MAX_EVENTS = 1_000;
/** One browser needs one stream; a person has a few browsers. Counted in each process. */
const MAX_STREAMS_PER_PERSON = 8;
/** Agencies that are looked at side by side, so that a tick leaves the pool to requests. */
const LANES = 3;

/** The open streams of this process. While there are any, each of their agencies is looked at once a tick. */
@Injectable()
export class LiveHub implements BeforeApplicationShutdown {
  private readonly byAgency = new Map<Uuid, Set<LiveStream>>();
  private readonly perPerson = new Map<Uuid, number>();
  private timer: NodeJS.Timeout | undefined;
  private ticks = 0;
  private isEnding = false;

  constructor(
    private readonly database: AgencyDatabase,
    private readonly events: ConsoleEventsRepository,
    private readonly standing: StandingService,
    private readonly logger: Logger,
  ) {}

  /** Answers with a stream that goes on where `lastEventId` was told. @throws DomainError `too-many-streams` */
  async open(request: StreamRequest, response: ServerResponse, lastEventId?: string): Promise<void> {
    const { ctx } = request;
    const release = this.count(ctx.actor.id);
    try {
      const { missed, horizon } = await this.missedSince(ctx, lastEventId);
      if (response.destroyed) return release();
      const stream = new LiveStream(request, response);
      response.once('close', () => {
        release();
        this.leave(ctx.agencyId, stream);
      });
      stream.begin();
      if (missed) stream.tell(missed, horizon);
      else stream.tellAll(horizon);
      this.join(ctx.agencyId, stream);
    } catch (error) {
      release();
      throw error;
    }
  }

  get openStreams(): number {
    return [...this.byAgency.values()].reduce((sum, streams) => sum + streams.size, 0);
  }

  beforeApplicationShutdown(): void {
    this.isEnding = true;
    clearTimeout(this.timer);
    for (const streams of this.byAgency.values()) for (const stream of streams) stream.end();
  }

  /** What was not told since that event, or null when nobody can say any more. */
  private async missedSince(
    ctx: AgencyContext,
    lastEventId: string | undefined,
  ): Promise<{ missed: ConsoleEvent[] | null; horizon: Horizon }> {
    const id = lastEventId === undefined ? null : parseWireId('event', lastEventId);
    return this.database.agencyTransaction(systemContext(ctx.agencyId, ctx.requestId), async (tx) => {
      const [horizon, from] = await Promise.all([
        this.events.horizon(tx),
        id ? this.events.findPosition(tx, id) : null,
      ]);
      const missed = from && (await this.events.listBetween(tx, from, horizon, MAX_EVENTS + 1));
      return { missed: missed && missed.length <= MAX_EVENTS ? missed : null, horizon };
    });
  }

  private join(agencyId: Uuid, stream: LiveStream): void {
    if (this.isEnding) stream.end();
    const streams = this.byAgency.get(agencyId) ?? new Set();
    this.byAgency.set(agencyId, streams.add(stream));
    this.timer ??= setTimeout(() => void this.tick(), TICK_MS);
  }

  private leave(agencyId: Uuid, stream: LiveStream): void {
    const streams = this.byAgency.get(agencyId);
    streams?.delete(stream);
    if (streams?.size === 0) this.byAgency.delete(agencyId);
  }

  /** @returns how to give the place back, once */
  private count(personId: Uuid): () => void {
    const open = this.perPerson.get(personId) ?? 0;
    if (open >= MAX_STREAMS_PER_PERSON) throw tooManyStreams(MAX_STREAMS_PER_PERSON);
    this.perPerson.set(personId, open + 1);
    let isReleased = false;
    return () => {
      if (isReleased) return;
      isReleased = true;
      const left = (this.perPerson.get(personId) ?? 1) - 1;
      if (left > 0) this.perPerson.set(personId, left);
      else this.perPerson.delete(personId);
    };
  }

  private async tick(): Promise<void> {
    const isCheck = ++this.ticks % TICKS_PER_CHECK === 0;
    const waiting = [...this.byAgency];
    const lanes = Array.from({ length: LANES }, async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) await this.serve(next[0], next[1], isCheck);
    });
    await Promise.all(lanes);
    this.timer = this.byAgency.size > 0 && !this.isEnding ? setTimeout(() => void this.tick(), TICK_MS) : undefined;
  }

  /** A failed look is made up for by the next: streams keep their places. */
  private async serve(agencyId: Uuid, streams: ReadonlySet<LiveStream>, isCheck: boolean): Promise<void> {
    try {
      if (isCheck) await Promise.all([...streams].map((stream) => this.endUnlessEntitled(stream)));
      await this.deliver(agencyId, [...streams]);
    } catch (error) {
      this.logger.failure('live events not read', error, { agencyId });
    }
    for (const stream of streams) stream.beat();
  }

  private async endUnlessEntitled(stream: LiveStream): Promise<void> {
    const { ctx, token, topics } = stream.request;
    const needed = topics.map((topic) => LIVE_TOPICS[topic].permission);
    if (!(await this.standing.holds(token, ctx, needed))) stream.end();
  }

  private async deliver(agencyId: Uuid, streams: readonly LiveStream[]): Promise<void> {
    const open = streams.filter(({ isOpen }) => isOpen);
    if (open.length === 0) return;
    const { events, horizon } = await this.read(agencyId, oldest(open.map(({ from }) => from)));
    for (const stream of open) {
      if (events.length > MAX_EVENTS) stream.tellAll(horizon);
      else stream.tell(events, horizon);
    }
  }

  private read(agencyId: Uuid, from: Position): Promise<{ events: ConsoleEvent[]; horizon: Horizon }> {
    return this.database.agencyTransaction(systemContext(agencyId), async (tx) => {
      const horizon = await this.events.horizon(tx);
      return { horizon, events: await this.events.listBetween(tx, from, horizon, MAX_EVENTS + 1) };
    });
  }
}

function oldest(positions: readonly Position[]): Position {
  return positions.reduce((least, one) => (isAfter(least, one) ? one : least));
}
