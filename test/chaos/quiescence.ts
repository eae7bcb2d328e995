import { eventually } from '../support/eventually.js';
import type { StoredFacts } from './stored-facts.js';

const UNDER_WAY = ['accepted', 'queued', 'sending', 'in_doubt', 'sent', 'delivered'];

/**
 * Waits until nothing is due, leased, in doubt or unread and the audit log has caught up. Where webhooks are lost, some
 * messages never get further than a state before `read`: `lasting` names those.
 */
export async function comesToRest(
  facts: StoredFacts,
  deadlineMs: number,
  lasting: readonly string[] = [],
): Promise<void> {
  const open = UNDER_WAY.filter((state) => !lasting.includes(state)).map((state) => `'${state}'`);
  await eventually(async () => {
    const { messages, webhooks } = await facts.unfinished();
    const underWay = await facts.count(`messages WHERE state IN (${open.join(', ')})`);
    const staged = await facts.count('audit.staging');
    if (messages + webhooks + underWay + staged === 0) return;
    throw new Error(
      `${messages} in the outbox, ${webhooks} webhooks, ${underWay} under way, ${staged} not yet in the log`,
    );
  }, deadlineMs);
}
