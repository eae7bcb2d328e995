import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type ContactMerge, ContactsService } from '#libs/contacts';
import type { AgencyTx } from '#libs/database';
import { newId, type Uuid } from '#libs/kernel';
import { type ConsentDraft, ConsentRecorder } from './consent-recorder.js';
import { type CarriedState, carriedStates } from './merged-states.js';
import { PurposesService } from './purposes.service.js';

/** Brings the choices of two contacts together when they turn out to be one person; the stricter one holds for both. */
@Injectable()
export class MergedConsent implements OnModuleInit {
  constructor(
    private readonly contacts: ContactsService,
    private readonly recorder: ConsentRecorder,
    private readonly purposes: PurposesService,
  ) {}

  onModuleInit(): void {
    this.contacts.onMerge((tx, merges) => this.carry(tx, merges));
  }

  private async carry(tx: AgencyTx, merges: readonly ContactMerge[]): Promise<void> {
    const ids = [...new Set(merges.flatMap(({ from, into }) => [from, into]))];
    const states = await this.recorder.listStates(tx, ids);
    const versions = new Map((await this.purposes.listActive(tx)).map(({ id, version }) => [id, version]));
    const carried = merges.flatMap(({ from, into }) => carriedStates(from, into, states));
    const drafts = carried.flatMap((state) => {
      const version = versions.get(state.purposeId);
      return version === undefined ? [] : [draftOf(tx, state, version)];
    });
    await this.recorder.append(tx, drafts);
    for (const merge of merges) await this.carryOptIn(tx, merge);
  }

  /** Evidence that the person may be messaged at all, which they gave under the other id. */
  private async carryOptIn(tx: AgencyTx, { from, into }: ContactMerge): Promise<void> {
    const [given, known] = [await this.recorder.findOptIn(tx, from), await this.recorder.findOptIn(tx, into)];
    if (!given || known) return;
    const { method, at } = given;
    await this.recorder.append(tx, [
      { id: newId(), contactId: into, purpose: null, event: 'granted', method, at, actor: tx.actor },
    ]);
  }
}

function draftOf(tx: AgencyTx, state: CarriedState, version: number): ConsentDraft {
  const { id, contactId, purposeId, event, at, isCitizens } = state;
  const actor = isCitizens ? { kind: 'citizen' as const, id: contactId satisfies Uuid } : tx.actor;
  return { id, contactId, purpose: { id: purposeId, version }, event, method: 'import', at, actor };
}
