import { Injectable } from '@nestjs/common';
import { DepartmentsService } from '#libs/agencies';
import { type AuditEntryType, AuditService, type JsonObject } from '#libs/audit';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { EgressClient } from '#libs/egress';
import { EventInterests } from '#libs/events';
import { type AgencyContext, Clock, newId, notFound, type Uuid } from '#libs/kernel';
import type { EndpointChange, EndpointDetails, EndpointView, NewEndpoint } from './callback-endpoint.js';
import { CallbackEndpointsRepository, type EndpointRow } from './callback-endpoints.repository.js';
import { CallbackReplaysRepository } from './callback-replays.repository.js';
import { CallbackSecrets } from './callback-secrets.service.js';
import { isCallbackType } from './callback-types.js';
import { eventsNotAllowed, tooManyCallbacks, urlNotAllowed } from './callbacks.errors.js';
import { HEALTHY } from './endpoint-health.js';
import { publicKeyOf, type SignatureScheme } from './signatures.js';

const LISTENER = 'callbacks';
/** More than any department has systems; each costs a look a second. */
const MAX_ENDPOINTS = 100;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What a receiver verifies with. */
export interface RevealedSecret {
  readonly scheme: SignatureScheme;
  readonly current: string;
  readonly previous: string | null;
}

/** Where departments are told what happens to their messages: made, changed, turned off and on, removed. */
@Injectable()
export class CallbackEndpointsService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: CallbackEndpointsRepository,
    private readonly replays: CallbackReplaysRepository,
    private readonly secrets: CallbackSecrets,
    private readonly departments: DepartmentsService,
    private readonly interests: EventInterests,
    private readonly egress: EgressClient,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async list(ctx: AgencyContext): Promise<EndpointView[]> {
    return this.database.agencyTransaction(ctx, (tx) => this.repository.list(tx, this.dayAgo()));
  }

  async get(ctx: AgencyContext, id: Uuid): Promise<EndpointDetails> {
    return this.database.agencyTransaction(ctx, (tx) => this.getIn(tx, id));
  }

  async create(ctx: AgencyContext, wanted: NewEndpoint): Promise<EndpointDetails> {
    const { url, departmentId = null, description = '', scheme = 'v1a' } = wanted;
    this.assertUrl(url);
    const events = readEvents(wanted.events);
    const id = newId();
    const secret = await this.secrets.make(ctx.agencyId, id, scheme);
    return this.database.agencyTransaction(ctx, async (tx) => {
      if ((await this.repository.count(tx)) >= MAX_ENDPOINTS) throw tooManyCallbacks(MAX_ENDPOINTS);
      if (departmentId) await this.departments.lockOpenIn(tx, departmentId);
      await this.repository.insert(tx, { id, departmentId, url, description, events, scheme, ...secret });
      await this.record(tx, 'webhook_out.endpoint.created', id, {
        url,
        events,
        scheme,
        ...(departmentId && { departmentId }),
      });
      await this.tellInterests(tx);
      return this.getIn(tx, id);
    });
  }

  async update(ctx: AgencyContext, id: Uuid, change: EndpointChange): Promise<EndpointDetails> {
    if (change.url !== undefined) this.assertUrl(change.url);
    return this.database.agencyTransaction(ctx, async (tx) => {
      const before = await this.lockIn(tx, id);
      const url = change.url ?? before.url;
      const description = change.description ?? before.description;
      const events = change.events ? readEvents(change.events) : before.events;
      await this.repository.update(tx, id, { url, description, events });
      await this.record(tx, 'webhook_out.endpoint.changed', id, {
        from: { url: before.url, events: [...before.events] },
        to: { url, events: [...events] },
      });
      await this.tellInterests(tx);
      return this.getIn(tx, id);
    });
  }

  /** What it was told, and what waited for it, goes with it. */
  async remove(ctx: AgencyContext, id: Uuid): Promise<void> {
    await this.database.agencyTransaction(ctx, async (tx) => {
      const { url } = await this.lockIn(tx, id);
      await this.repository.remove(tx, id);
      await this.record(tx, 'webhook_out.endpoint.removed', id, { url });
      await this.tellInterests(tx);
    });
  }

  /** What waits goes out at once. */
  async enable(ctx: AgencyContext, id: Uuid): Promise<EndpointDetails> {
    return this.database.agencyTransaction(ctx, async (tx) => {
      const { state } = await this.lockIn(tx, id);
      if (state === 'off') {
        await this.repository.saveHealth(tx, id, HEALTHY, this.clock.now(), false);
        await this.record(tx, 'webhook_out.enabled', id);
        await this.tellInterests(tx);
      }
      return this.getIn(tx, id);
    });
  }

  /** What waits is kept, what happens from now on is not. */
  async disable(ctx: AgencyContext, id: Uuid): Promise<EndpointDetails> {
    return this.database.agencyTransaction(ctx, async (tx) => {
      const before = await this.lockIn(tx, id);
      if (before.state !== 'off') {
        const off = { ...before, state: 'off', offReason: 'person', circuitUntil: null } as const;
        await this.repository.saveHealth(tx, id, off, this.clock.now(), false);
        await this.audit.record(tx, { type: 'webhook_out.disabled', target: target(id), reason: 'person' });
        await this.tellInterests(tx);
      }
      return this.getIn(tx, id);
    });
  }

  /** Calls carry signatures of both secrets until the overlap is over. */
  async rotateSecret(ctx: AgencyContext, id: Uuid, overlapHours: number): Promise<EndpointDetails> {
    const now = this.clock.now();
    return this.database.agencyTransaction(ctx, async (tx) => {
      const { scheme, secretSealed } = await this.lockIn(tx, id);
      const fresh = await this.secrets.make(tx.agencyId, id, scheme);
      const previousUntil = new Date(now.getTime() + overlapHours * HOUR_MS);
      await this.repository.rotate(tx, id, { ...fresh, previousSealed: secretSealed, previousUntil });
      await this.record(tx, 'webhook_out.secret.rotated', id, { oldUntil: previousUntil.toISOString() });
      return this.getIn(tx, id);
    });
  }

  /** Shown to whoever proved again who they are; that it was shown is on record. */
  async revealSecret(ctx: AgencyContext, id: Uuid): Promise<RevealedSecret> {
    const endpoint = await this.database.agencyTransaction(ctx, async (tx) => {
      const row = await this.lockIn(tx, id);
      await this.record(tx, 'webhook_out.secret.revealed', id);
      return row;
    });
    const { current, previous } = await this.secrets.open(ctx.agencyId, endpoint, this.clock.now());
    // Of a key pair the receiver needs the public half; the private one never leaves.
    const shown = (secret: string) => publicKeyOf(secret) ?? secret;
    return { scheme: endpoint.scheme, current: shown(current), previous: previous && shown(previous) };
  }

  async lockIn(tx: AgencyTx, id: Uuid): Promise<EndpointRow> {
    const endpoint = await this.repository.lock(tx, id);
    if (!endpoint) throw notFound();
    return endpoint;
  }

  /** What nobody wants to hear of is not even written down. */
  async tellInterests(tx: AgencyTx): Promise<void> {
    await this.interests.replace(tx, LISTENER, await this.repository.wantedTypes(tx));
  }

  private async getIn(tx: AgencyTx, id: Uuid): Promise<EndpointDetails> {
    const [endpoint, replay] = await Promise.all([
      this.repository.view(tx, id, this.dayAgo()),
      this.replays.last(tx, id),
    ]);
    if (!endpoint) throw notFound();
    return { ...endpoint, replay };
  }

  private dayAgo(): Date {
    return new Date(this.clock.now().getTime() - DAY_MS);
  }

  private assertUrl(url: string): void {
    const fault = this.egress.faultOf(url);
    if (fault) throw urlNotAllowed(fault);
  }

  private async record(tx: AgencyTx, type: AuditEntryType, id: Uuid, detail?: JsonObject): Promise<void> {
    await this.audit.record(tx, { type, target: target(id), ...(detail && { detail }) });
  }
}

export function target(id: Uuid): { readonly kind: string; readonly id: Uuid } {
  return { kind: 'callback', id };
}

/** Each once, in the order in which they were named. */
function readEvents(given: readonly string[]): string[] {
  const unknown = given.filter((event) => !isCallbackType(event));
  if (unknown.length > 0 || given.length === 0) throw eventsNotAllowed(unknown);
  return [...new Set(given)];
}
