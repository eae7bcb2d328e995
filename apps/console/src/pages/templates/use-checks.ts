import { useEffect, useState } from 'react';
import { request } from '../../api/queries.js';
import type { Content, Finding, Preview } from './types.js';

/** While somebody types, nothing is asked. */
const PAUSE_MS = 500;

export interface Checks {
  findings: readonly Finding[];
  preview: Preview | undefined;
  /** The checks are of what stands there now. */
  isCurrent: boolean;
}

/** What the rules say of what is being written, and how it would look; asked of the API, which has the same rules for all. */
export function useChecks(name: string, language: string, content: Content, pauseMs = PAUSE_MS): Checks {
  const [checks, setChecks] = useState<Omit<Checks, 'isCurrent'> & { of: string }>({
    findings: [],
    preview: undefined,
    of: '',
  });
  const wanted = JSON.stringify({ name, language, content });
  useEffect(() => {
    let isStale = false;
    const timer = setTimeout(() => {
      const asked = JSON.parse(wanted) as { name: string; language: string; content: Content };
      const { name: ofName, ...shown } = asked;
      void Promise.all([
        request('post', '/v1/templates/lint', { body: { ...shown, name: ofName } }),
        request('post', '/v1/templates/preview', { body: shown }),
      ])
        .then(([{ data }, preview]) => {
          if (!isStale) setChecks({ findings: data, preview, of: wanted });
          return undefined;
        })
        // What cannot be checked now is checked with the next letter, and again when approval is asked for.
        .catch(() => undefined);
    }, pauseMs);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [wanted, pauseMs]);
  return { findings: checks.findings, preview: checks.preview, isCurrent: checks.of === wanted };
}
