import { isIP } from 'node:net';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { allowInsecureRequests, Configuration, type CustomFetch, customFetch, discovery } from 'openid-client';
import { Agent, fetch } from 'undici';
import { Env } from '#libs/config';
import { isPublicAddress, publicLookup } from '#libs/egress';
import { Logger } from '#libs/observability';
import { ssoProviderUnreachable } from './sso.errors.js';
import type { SsoSettings } from './sso-settings.js';

const TIMEOUT_SECONDS = 5;
const MAX_ANSWER_BYTES = 512 * 1024;
/** What a directory says about itself changes rarely; its keys are fetched anew when one is unknown. */
const HELD_MS = 600_000;
const MAX_HELD = 200;

/** Speaks to the directories of agencies. Outside demo mode only over https and only to public addresses. */
@Injectable()
export class OidcClients implements OnModuleDestroy {
  readonly isStrict: boolean;
  private readonly agent: Agent;
  private readonly held = new LRUCache<string, Configuration>({ max: MAX_HELD, ttl: HELD_MS });

  constructor(
    env: Env,
    private readonly logger: Logger,
  ) {
    this.isStrict = env.BELFRY_MODE !== 'demo';
    const timeout = TIMEOUT_SECONDS * 1000;
    this.agent = new Agent({
      connect: { timeout, ...(this.isStrict && { lookup: publicLookup }) },
      headersTimeout: timeout,
      bodyTimeout: timeout,
      maxResponseSize: MAX_ANSWER_BYTES,
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.agent.destroy();
  }

  /** @throws DomainError `sso-provider-unreachable`, also for a directory that calls itself otherwise */
  async of(settings: SsoSettings, clientSecret: string | null): Promise<Configuration> {
    const key = JSON.stringify([settings.issuer, settings.clientId, clientSecret]);
    const known = this.held.get(key);
    if (known) return known;
    try {
      const found = await discovery(new URL(settings.issuer), settings.clientId, clientSecret ?? undefined, undefined, {
        timeout: TIMEOUT_SECONDS,
        [customFetch]: this.fetch,
        execute: this.isStrict ? [] : [allowInsecureRequests],
      });
      this.held.set(key, found);
      return found;
    } catch (error) {
      this.logger.failure('directory not reached', error, { issuer: settings.issuer });
      throw ssoProviderUnreachable();
    }
  }

  /** Every call passes here: the description of the directory, its keys and its tokens, wherever it says they are. */
  private readonly fetch: CustomFetch = async (url, options) => {
    this.assertAllowed(new URL(url));
    const { method, headers, body, redirect, signal } = options;
    const answer = await fetch(url, {
      method,
      headers,
      body: body as string,
      redirect,
      signal,
      dispatcher: this.agent,
    });
    return answer as unknown as Response;
  };

  private assertAllowed({ protocol, hostname }: URL): void {
    if (!this.isStrict) return;
    if (protocol !== 'https:') throw new Error('a directory is asked over https only');
    // An address is not looked up, so the look-up cannot refuse it.
    const address = hostname.replace(/^\[|\]$/g, '');
    if (isIP(address) && !isPublicAddress(address)) throw new Error('not a public address');
  }
}
