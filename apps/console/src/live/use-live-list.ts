import { type InfiniteData, type UseInfiniteQueryResult, useQueryClient } from '@tanstack/react-query';
import type { PathsWithMethod } from 'openapi-typescript-helpers';
import { useEffect, useState } from 'react';
import type { Paths } from '../api/client.js';
import { type Page, queryKey, request, useList } from '../api/queries.js';
import type { Topic } from './topics.js';
import { useChange } from './use-live-updates.js';
import { useTop } from './use-top.js';

interface ListInit {
  params?: { query?: Record<string, unknown> };
}

export interface LiveList<T> {
  list: UseInfiniteQueryResult<InfiniteData<Page<T>>>;
  /** How many rows would stand above those that are shown. */
  fresh: number;
  /** Whether there are more of them than were counted. */
  isMore: boolean;
  /** Reads the list again from its top. */
  show: () => Promise<void>;
}

interface Fresh {
  count: number;
  isMore: boolean;
}

const NOTHING: Fresh = { count: 0, isMore: false };

/** A list, newest first, whose rows change where they stand; new rows are counted and shown only when asked for. */
export function useLiveList<T extends { id: string }>(
  path: PathsWithMethod<Paths, 'get'>,
  topic: Topic,
  init: ListInit = {},
): LiveList<T> {
  const queries = useQueryClient();
  const list = useList(path, init) as unknown as UseInfiniteQueryResult<InfiniteData<Page<T>>>;
  const key = queryKey(path, { list: init });
  const top = useTop(key, list);
  const [fresh, setFresh] = useState<Fresh>(NOTHING);
  const question = JSON.stringify(key);
  // Another question has another answer.
  useEffect(() => setFresh(NOTHING), [question]);

  async function look(): Promise<void> {
    if (!queries.getQueryData(key)) return;
    // What cannot be read now is read after the next change.
    const head = (await request('get', path as never, init as never).catch(() => undefined)) as Page<T> | undefined;
    const shown = queries.getQueryData<InfiniteData<Page<T>>>(key);
    if (!head || !shown) return;
    const newest = new Map(head.data.map((row) => [row.id, row]));
    const known = new Set(shown.pages.flatMap((page) => page.data.map(({ id }) => id)));
    const count = head.data.filter(({ id }) => !known.has(id)).length;
    setFresh({ count, isMore: count > 0 && count === head.data.length && head.next !== null });
    queries.setQueryData<InfiniteData<Page<T>>>(key, {
      ...shown,
      pages: shown.pages.map((page) => ({ ...page, data: page.data.map((row) => newest.get(row.id) ?? row) })),
    });
  }

  async function show(): Promise<void> {
    await top();
    setFresh(NOTHING);
  }

  // Each reading is on record, so nothing is read for a page that nobody looks at.
  useChange(topic, () => {
    if (document.visibilityState === 'visible') void look();
  });
  return { list, fresh: fresh.count, isMore: fresh.isMore, show };
}
