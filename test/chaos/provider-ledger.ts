import type { Uuid } from '#libs/kernel';
import { parseCallbackData } from '#libs/whatsapp';
import { eventually } from '../support/eventually.js';
import type { TestSystem } from '../support/system.js';

interface LedgerEntry {
  readonly wamid: string;
  readonly callbackData: string | null;
  readonly to: string;
  readonly at: string;
}

/** A send that the provider accepted, with what its callback data names. */
export interface Accept {
  readonly messageId: Uuid | null;
  readonly attempt: number;
  /** Digits of the phone, or the user id. */
  readonly to: string;
  readonly at: Date;
}

const PAGE = 10_000;

/** What the provider has accepted: the only witness for "0 lost, 0 sent twice". It is read forward, so a look costs little. */
export class ProviderLedger {
  readonly accepts: Accept[] = [];
  private reading: Promise<number> = Promise.resolve(0);

  constructor(private readonly system: TestSystem) {}

  /** @returns how many sends were accepted so far */
  refresh(): Promise<number> {
    // One reader at a time, also when tests run side by side: the next page begins where the last one ended.
    this.reading = this.reading.then(() => this.readOn());
    return this.reading;
  }

  private async readOn(): Promise<number> {
    for (;;) {
      const page = await this.system.sim<{ data: LedgerEntry[] }>(
        'GET',
        `accepts?after=${this.accepts.length}&limit=${PAGE}`,
      );
      this.accepts.push(...page.data.map(toAccept));
      if (page.data.length < PAGE) return this.accepts.length;
    }
  }

  async reaches(count: number, deadlineMs: number): Promise<void> {
    await eventually(async () => {
      const have = await this.refresh();
      if (have < count) throw new Error(`the provider accepted ${have} of ${count} messages`);
    }, deadlineMs);
  }

  /** The accepted sends of each message. Sends that name no message of ours stand under null. */
  byMessage(): Map<Uuid | null, Accept[]> {
    const groups = new Map<Uuid | null, Accept[]>();
    for (const accept of this.accepts) {
      groups.set(accept.messageId, [...(groups.get(accept.messageId) ?? []), accept]);
    }
    return groups;
  }
}

function toAccept({ callbackData, to, at }: LedgerEntry): Accept {
  const named = callbackData === null ? null : parseCallbackData(callbackData);
  return { messageId: named?.messageId ?? null, attempt: named?.attempt ?? 0, to, at: new Date(at) };
}
