import { useEffect, useState } from 'react';
import { queryKey, useList } from '../../api/queries.js';
import { useChange } from '../../live/use-live-updates.js';
import { useTop } from '../../live/use-top.js';
import { newEntries } from './new-entries.js';

const PATH = '/v1/audit/entries';

/** How long the log is, and was when it was first told; `silent`: nobody tells it any more. */
type Length = { told: number; first: number } | 'silent' | undefined;

/**
 * The log, newest first. Reading it is an entry of the log itself, so that it is never read again by itself: the stream
 * tells how long it has become, and the person asks for more.
 */
export function useLog(query: Record<string, string>) {
  const init = { params: { query } };
  const key = queryKey(PATH, { list: init });
  const list = useList(PATH, init);
  const top = useTop(key, list);
  const [length, setLength] = useState<Length>();
  const question = JSON.stringify(key);
  // Another question is read anew.
  useEffect(() => setLength(undefined), [question]);
  useChange('audit', ([text]) =>
    setLength((known) => {
      if (text === undefined) return 'silent';
      const told = Number(text);
      return { told, first: typeof known === 'object' ? known.first : told };
    }),
  );
  const pages = list.data?.pages ?? [];
  const isFiltered = Object.keys(query).length > 0;
  return {
    list,
    /** New entries of the log; of how many of them the filters would let through nobody knows. */
    fresh: typeof length === 'object' && !isFiltered ? newEntries(pages, length.told) : 0,
    isPerhapsMore:
      length === 'silent' || (isFiltered && length !== undefined && length.told - length.first > pages.length),
    show: async () => {
      await top();
      setLength(undefined);
    },
  };
}
