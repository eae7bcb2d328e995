import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Agent, type Dispatcher, request } from 'undici';
import { Env } from '#libs/config';
import { type DestinationFault, destinationFault, type EgressRules } from './destination.js';
import { type EgressFault, faultOf } from './egress-failure.js';
import { publicLookup, publicOrLoopbackLookup } from './public-address.js';

/** More of an answer is not read: nobody needs it, and it may be endless. */
const KEPT_BYTES = 4 * 1024;
/** A stranger's server that takes no connection in this time is not there. */
const CONNECT_MS = 5_000;
/** Shorter than the five seconds after which many servers close, so that a call rarely meets a closing connection. */
const KEEP_ALIVE_MS = 4_000;

export interface EgressCall {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** For everything: name, connection, sending, answer. */
  readonly timeoutMs: number;
}

export interface EgressFetch {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** For everything, to the last byte of the answer. */
  readonly timeoutMs: number;
  /** More than this is not read: the stream fails there. */
  readonly maxBytes: number;
}

/** An answer whose bytes are still to be read, or to be discarded. */
export type EgressFetched =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly contentType: string | null;
      /** Fails with `EgressBodyError` where the answer breaks off or is too long. */
      readonly bytes: AsyncIterable<Buffer>;
      readonly discard: () => void;
    }
  | { readonly kind: 'failed'; readonly fault: EgressFault };

export type EgressOutcome =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly contentType: string | null;
      /** The first 4 KB. */
      readonly body: Buffer;
      readonly durationMs: number;
    }
  | { readonly kind: 'failed'; readonly fault: EgressFault; readonly durationMs: number };

/**
 * Calls addresses that somebody else chose. Only https at allowed ports, only public addresses, checked at the moment of
 * connecting, and no redirect is followed: its target was never checked.
 */
@Injectable()
export class EgressClient implements OnModuleDestroy {
  private readonly rules: EgressRules;
  private readonly agent: Agent;

  constructor(env: Env) {
    this.rules = { ports: env.EGRESS_PORTS, loopback: env.EGRESS_LOOPBACK };
    const lookup = env.EGRESS_LOOPBACK ? publicOrLoopbackLookup : publicLookup;
    this.agent = new Agent({
      connect: { timeout: CONNECT_MS, lookup },
      keepAliveTimeout: KEEP_ALIVE_MS,
      keepAliveMaxTimeout: KEEP_ALIVE_MS,
      // An endpoint has its own limit of calls in flight; here they must not wait for one another.
      connections: null,
      pipelining: 1,
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.agent.destroy();
  }

  /** What is wrong with an address, as far as its text tells. */
  faultOf(url: string): DestinationFault | null {
    return destinationFault(url, this.rules);
  }

  /** Fetches something long, which is read as it comes. Never throws itself. */
  async fetch({ url, headers, timeoutMs, maxBytes }: EgressFetch): Promise<EgressFetched> {
    if (this.faultOf(url)) return { kind: 'failed', fault: 'address-not-allowed' };
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      const { statusCode, headers: told, body } = await request(url, { headers, signal, dispatcher: this.agent });
      const type = told['content-type'];
      return {
        kind: 'answered',
        status: statusCode,
        contentType: typeof type === 'string' ? type : null,
        bytes: upTo(maxBytes, body),
        discard: () => void body.on('error', () => undefined).destroy(),
      };
    } catch (error) {
      return { kind: 'failed', fault: faultOf(error) };
    }
  }

  /** Posts, and never throws: what went wrong is an outcome. */
  async post({ url, headers, body, timeoutMs }: EgressCall): Promise<EgressOutcome> {
    const startedAt = performance.now();
    const took = () => Math.round(performance.now() - startedAt);
    // Also of an address that was allowed when it was stored; a literal one is connected to without being looked up.
    if (this.faultOf(url)) return { kind: 'failed', fault: 'address-not-allowed', durationMs: 0 };
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      const answer = await request(url, { method: 'POST', headers, body, signal, dispatcher: this.agent });
      const kept = await firstBytes(answer.body);
      const contentType = answer.headers['content-type'];
      return {
        kind: 'answered',
        status: answer.statusCode,
        contentType: typeof contentType === 'string' ? contentType : null,
        body: kept,
        durationMs: took(),
      };
    } catch (error) {
      return { kind: 'failed', fault: faultOf(error), durationMs: took() };
    }
  }
}

/** What went wrong after an answer had begun. */
export class EgressBodyError extends Error {
  constructor(readonly fault: EgressFault | 'too-large') {
    super(fault);
  }
}

/** The bytes as they come, counted: what a header says of their number is not believed. */
async function* upTo(maxBytes: number, body: Dispatcher.ResponseData['body']): AsyncGenerator<Buffer> {
  let length = 0;
  try {
    for await (const chunk of body) {
      length += (chunk as Buffer).length;
      if (length > maxBytes) throw new EgressBodyError('too-large');
      yield chunk as Buffer;
    }
  } catch (error) {
    throw error instanceof EgressBodyError ? error : new EgressBodyError(faultOf(error));
  } finally {
    body.destroy();
  }
}

/** The status is what counts: an answer that breaks off in its body was given all the same. */
async function firstBytes(body: Dispatcher.ResponseData['body']): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk as Buffer);
      length += (chunk as Buffer).length;
      if (length >= KEPT_BYTES) break;
    }
  } catch (error) {
    if (faultOf(error) === 'timeout') throw error;
  }
  return Buffer.concat(chunks).subarray(0, KEPT_BYTES);
}
