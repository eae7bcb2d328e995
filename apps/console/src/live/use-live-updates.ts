import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Membership } from '../session/me.js';
import { onChange } from './changes.js';
import { Connection, type LiveStatus, liveStatus, onLiveStatus } from './connection.js';
import { type Topic, topicsFor } from './topics.js';

let connection: Connection | undefined;

export const retryLive = (): void => connection?.retry();

/** Keeps what is shown true while the page is open. Used once, by the shell. */
export function useLiveUpdates(membership: Membership | undefined): void {
  const agencyId = membership?.agency.id;
  const topics = membership ? topicsFor(membership).join(',') : '';
  useEffect(() => {
    if (!agencyId || !topics) return undefined;
    const opened = new Connection(agencyId, topics.split(',') as Topic[]);
    connection = opened;
    return () => {
      opened.close();
      connection = undefined;
    };
  }, [agencyId, topics]);
}

export const useLiveStatus = (): LiveStatus => useSyncExternalStore(onLiveStatus, liveStatus);

/** Does something whenever anything of the topic has changed. */
export function useChange(topic: Topic, listener: (ids: readonly string[]) => void): void {
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(() => onChange(topic, (ids) => latest.current(ids)), [topic]);
}
