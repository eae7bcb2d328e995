import { eventually } from '../support/eventually.js';
import type { StoredFacts } from './stored-facts.js';

/** Waits until nothing is due, leased, in doubt or unread, every status has come, and the audit log has caught up. */
export async function comesToRest(facts: StoredFacts, deadlineMs: number): Promise<void> {
  await eventually(async () => {
    const { messages, webhooks } = await facts.unfinished();
    const unread = await facts.count(
      "messages WHERE state IN ('accepted', 'queued', 'sending', 'in_doubt', 'sent', 'delivered')",
    );
    const staged = await facts.count('audit.staging');
    if (messages + webhooks + unread + staged > 0) {
      throw new Error(
        `still ${messages} in the outbox, ${webhooks} webhooks, ${unread} without an end, ${staged} unsequenced`,
      );
    }
  }, deadlineMs);
}
