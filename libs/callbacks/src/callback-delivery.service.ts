import { Injectable } from '@nestjs/common';
import { Env } from '#libs/config';
import { AgencyDatabase } from '#libs/database';
import { EgressClient } from '#libs/egress';
import { Clock, systemContext, toWireId, type Uuid } from '#libs/kernel';
import { Logger, Metrics } from '#libs/observability';
import { MessageLookUp, type MessageSummary } from '#libs/sending';
import { resultOf } from './attempt-result.js';
import { callbackBody } from './callback-body.js';
import { CallbackDeliveriesRepository, type ClaimedDelivery } from './callback-deliveries.repository.js';
import { CallbackEndpointsRepository, type EndpointRow } from './callback-endpoints.repository.js';
import { CallbackSecrets } from './callback-secrets.service.js';
import { CallbackSettle, type MadeCall } from './callback-settle.service.js';
import { roomOf } from './endpoint-health.js';
import { signatureHeader } from './signatures.js';

/** What is held of one endpoint for one round. */
interface Round {
  readonly endpoint: EndpointRow;
  readonly deliveries: readonly ClaimedDelivery[];
  readonly messages: ReadonlyMap<Uuid, MessageSummary>;
}

/**
 * Calls endpoints with what is due. Each endpoint has a turn of its own with its own limit of calls in flight, so that one
 * that never answers holds up nobody but itself. Any number of workers share the deliveries of an endpoint; what a worker
 * held when it died goes out again after its lease, under the same id.
 */
@Injectable()
export class CallbackDelivery {
  private readonly turns = new Map<Uuid, Promise<void>>();
  private readonly calls;
  private isStopped = false;

  constructor(
    private readonly database: AgencyDatabase,
    private readonly endpoints: CallbackEndpointsRepository,
    private readonly deliveries: CallbackDeliveriesRepository,
    private readonly messages: MessageLookUp,
    private readonly secrets: CallbackSecrets,
    private readonly settle: CallbackSettle,
    private readonly egress: EgressClient,
    private readonly env: Env,
    private readonly clock: Clock,
    private readonly logger: Logger,
    metrics: Metrics,
  ) {
    this.calls = metrics.counter({
      name: 'belfry_callback_calls_total',
      help: 'Calls to systems of departments by what became of them',
      labels: ['outcome'],
    });
  }

  /** Begins a turn of every endpoint with something due and does not wait for any. @returns how many were begun */
  async startDue(): Promise<number> {
    const due = await this.deliveries.acrossAgenciesDue(this.clock.now());
    const fresh = due.filter(({ endpoint_id }) => !this.isStopped && !this.turns.has(endpoint_id));
    for (const { agency_id, endpoint_id } of fresh) this.begin(agency_id, endpoint_id);
    return fresh.length;
  }

  /** When every turn that was begun is over. */
  async idle(): Promise<void> {
    await Promise.all(this.turns.values());
  }

  /** Calls in flight are waited for and written down; nothing new begins. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await this.idle();
  }

  private begin(agencyId: Uuid, endpointId: Uuid): void {
    const turn = this.take(agencyId, endpointId)
      .catch((error: unknown) => this.logger.failure('callbacks not delivered', error, { agencyId, endpointId }))
      .finally(() => this.turns.delete(endpointId));
    this.turns.set(endpointId, turn);
  }

  private async take(agencyId: Uuid, endpointId: Uuid): Promise<void> {
    for (let mayGoOn = true; mayGoOn && !this.isStopped; ) {
      const round = await this.claim(agencyId, endpointId);
      if (!round) return;
      const calls = await this.callAll(agencyId, round);
      mayGoOn = await this.settle.settle(agencyId, endpointId, calls);
    }
  }

  private async claim(agencyId: Uuid, endpointId: Uuid): Promise<Round | null> {
    const now = this.clock.now();
    const leasedUntil = new Date(now.getTime() + this.env.CALLBACK_LEASE_MS);
    return this.database.agencyTransaction(systemContext(agencyId), async (tx) => {
      const endpoint = await this.endpoints.find(tx, endpointId);
      if (!endpoint || endpoint.state === 'off' || (endpoint.circuitUntil && endpoint.circuitUntil > now)) return null;
      const room = roomOf(endpoint, this.env.CALLBACK_CONCURRENCY);
      const deliveries = await this.deliveries.claim(tx, endpointId, room, now, leasedUntil);
      if (deliveries.length === 0) return null;
      const ids = deliveries.flatMap(({ messageId }) => messageId ?? []);
      return { endpoint, deliveries, messages: await this.messages.byIds(tx, ids) };
    });
  }

  private async callAll(agencyId: Uuid, { endpoint, deliveries, messages }: Round): Promise<MadeCall[]> {
    const { current, previous } = await this.secrets.open(agencyId, endpoint, this.clock.now());
    const secrets = previous === null ? [current] : [current, previous];
    return Promise.all(
      deliveries.map((delivery) => {
        const message = delivery.messageId ? (messages.get(delivery.messageId) ?? null) : null;
        return this.call(endpoint, delivery, callbackBody(delivery, message, { endpointId: endpoint.id }), secrets);
      }),
    );
  }

  private async call(
    endpoint: EndpointRow,
    delivery: ClaimedDelivery,
    body: string,
    secrets: readonly string[],
  ): Promise<MadeCall> {
    const startedAt = this.clock.now();
    const timestamp = Math.floor(startedAt.getTime() / 1000);
    const id = toWireId('event', delivery.id);
    const signature = signatureHeader({ id, timestamp, body }, secrets);
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Belfry-Callbacks/1',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signature,
    };
    const outcome = await this.egress.post({
      url: endpoint.url,
      headers,
      body,
      timeoutMs: this.env.CALLBACK_TIMEOUT_MS,
    });
    const result = resultOf(outcome);
    this.calls.inc({ outcome: result.isSuccess ? 'taken' : (result.fault ?? 'refused') });
    return { delivery, result, signature, startedAt };
  }
}
