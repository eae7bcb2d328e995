import type { Query } from '@tanstack/react-query';
import { queryClient } from '../api/queries.js';
import { ME_KEY } from '../session/me.js';
import { type Change, pathsOf, type Topic } from './topics.js';

/** Lists that grow while they are read. They say how much is new, and move only when they are asked to. */
const GROWING = ['/v1/messages', '/v1/audit/entries'];

for (const path of GROWING)
  queryClient.setQueryDefaults([path], { refetchOnWindowFocus: false, refetchOnReconnect: false });

/** So that a burst of changes is one request. */
const GATHERED_MS = 1_000;

/** Is given what the newest change of its topic names. */
type Listener = (ids: readonly string[]) => void;

const listeners = new Map<Topic, Set<Listener>>();

export function onChange(topic: Topic, listener: Listener): () => void {
  const those = listeners.get(topic) ?? new Set();
  listeners.set(topic, those.add(listener));
  return () => those.delete(listener);
}

interface KeyInit {
  list?: unknown;
  params?: { path?: { id?: string } };
}

function concerns({ queryKey }: Query, { topic, ids }: Change): boolean {
  const [path, , init] = queryKey as [string, unknown, KeyInit | null | undefined];
  if (!pathsOf(topic).includes(path)) return false;
  if (init?.list && GROWING.includes(path)) return false;
  const id = init?.params?.path?.id;
  return !id || ids.length === 0 || ids.includes(id);
}

let gathered: Change[] = [];

function applyGathered(): void {
  const changes = gathered;
  gathered = [];
  void queryClient.invalidateQueries({ predicate: (query) => changes.some((change) => concerns(query, change)) });
  const newest = new Map(changes.map(({ topic, ids }) => [topic, ids]));
  for (const [topic, ids] of newest) for (const listener of listeners.get(topic) ?? []) listener(ids);
}

/** Has everything read again that looks different now. */
export function apply(changes: readonly Change[]): void {
  if (changes.length === 0) return;
  if (gathered.length === 0) setTimeout(applyGathered, GATHERED_MS);
  gathered.push(...changes);
}

/** Where a page hears nothing any more, its person may have lost what opened it to them. */
export const doubtRights = (): void => void queryClient.invalidateQueries({ queryKey: ME_KEY });
