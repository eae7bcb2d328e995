import type { Faults } from './faults.js';
import type { Profile } from './profile.js';
import type { Scheduler } from './scheduler.js';
import type { SimulatorClock } from './simulator-clock.js';
import { WebhookEndpoint } from './webhook-endpoint.js';
import type { WebhookUpdate } from './webhook-payload.js';
import type { WebhookTarget, World } from './world.js';

/** A second copy comes in a POST of its own, as Meta's retries do. */
const DUPLICATE_AFTER_MS = 20;

/** Sends each update to the app's webhook, or to the address that an account has put in its place. */
export class WebhookSender {
  private endpoints = new Map<string, WebhookEndpoint>();

  constructor(
    private readonly world: World,
    private readonly faults: Faults,
    private readonly clock: SimulatorClock,
    private readonly scheduler: Scheduler,
    private readonly profile: Profile,
  ) {}

  /** Setting what is already set does nothing; anything else starts with a new handshake. */
  configure(target: WebhookTarget | null): void {
    const { webhook } = this.world;
    if (JSON.stringify(webhook) === JSON.stringify(target)) return;
    this.world.webhook = target;
    for (const endpoint of this.endpoints.values()) void endpoint.close();
    this.endpoints = new Map();
    if (target) this.endpointAt(target);
  }

  /** `citizen` is who the update is about, for the faults. */
  send(update: WebhookUpdate, citizen: string): void {
    const strike = (kind: 'webhook-lose' | 'webhook-delay' | 'webhook-duplicate') =>
      this.faults.strike([kind], citizen, update.number.id);
    if (strike('webhook-lose')) return;
    const delay = strike('webhook-delay');
    if (delay) this.scheduler.after(delay.delayMs, () => this.push(update));
    else this.push(update);
    if (!strike('webhook-duplicate')) return;
    this.scheduler.after((delay?.delayMs ?? 0) + DUPLICATE_AFTER_MS, () => this.push(update));
  }

  state(): { isVerified: boolean; lastProblem: string | null; waiting: number } | null {
    const endpoint = this.world.webhook && this.endpoints.get(this.world.webhook.url);
    if (!endpoint) return null;
    return { isVerified: endpoint.isVerified, lastProblem: endpoint.lastProblem, waiting: endpoint.waiting() };
  }

  async close(): Promise<void> {
    await Promise.all([...this.endpoints.values()].map((endpoint) => endpoint.close()));
  }

  private push(update: WebhookUpdate): void {
    const target = this.world.webhook;
    const { isSubscribed, override } = this.world.subscription(update.number.waba.id);
    if (target && isSubscribed) this.endpointAt({ ...target, ...override }).push(update);
  }

  private endpointAt(target: WebhookTarget): WebhookEndpoint {
    const known = this.endpoints.get(target.url);
    if (known) return known;
    const endpoint = new WebhookEndpoint(target, this.clock, this.scheduler, this.profile);
    this.endpoints.set(target.url, endpoint);
    return endpoint;
  }
}
