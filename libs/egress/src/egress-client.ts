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
