import { Stale } from '../kit/index.js';
import type { Membership } from '../session/me.js';
import { topicsFor } from './topics.js';
import { retryLive, useLiveStatus } from './use-live-updates.js';

/** Says on each page when nothing arrives by itself any more. */
export function LiveNotice({ membership }: { membership: Membership | undefined }) {
  const status = useLiveStatus();
  if (status.kind !== 'polling' || !membership || topicsFor(membership).length === 0) return null;
  return <Stale since={status.since} onRetry={retryLive} />;
}
