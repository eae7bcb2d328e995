import { useEffect, useRef } from 'react';
import { useParams, useRevalidator } from 'react-router';
import type { Membership } from '../session/me.js';

/** Rights that come or go under an open page: its guard decides anew whether it may be shown. */
export function useGuardAgain(membership: Membership | undefined): void {
  const { agency } = useParams();
  const { revalidate } = useRevalidator();
  const rights = membership?.permissions.join(' ');
  const known = useRef({ agency, rights });
  useEffect(() => {
    const isOther = known.current.agency === agency && known.current.rights !== rights;
    known.current = { agency, rights };
    if (isOther) void revalidate();
  }, [agency, rights, revalidate]);
}
