import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LOCK_AFTER_FAILURES } from './sessions/session-limits.js';
import { WindowCounts } from './window-counts.js';

const WINDOW_MS = 15 * 60_000;
const MAX_HELD = 50_000;

/** Tries of one address from one place, and of one place whatever the address: checking a password costs 60 ms. */
const PER_PERSON = 10;
const PER_PLACE = 100;
/** What a page asks for before anybody typed anything: a page load each. */
const OPENINGS_PER_PLACE = 300;

export interface Attempt {
  /** Seconds to wait, or 0 when the attempt may go on. */
  readonly waitSeconds: number;
  /** The first attempt of this window that must wait. */
  readonly isFirstRefused: boolean;
}

/**
 * Counts attempts to sign in, in memory: each process has its own count, and a restart forgets it. The lock of a person is in
 * Postgres; for an address that nobody has, `unknown` counts alike, so that the two cannot be told apart.
 */
@Injectable()
export class SignInAttempts {
  private readonly counts = new WindowCounts(WINDOW_MS, MAX_HELD);

  /** Counts before the password is checked, so that many attempts at once do not all pass. */
  begin(email: string, ip: string): Attempt {
    const key = personKey(email, ip);
    const person = this.counts.add(key);
    const place = this.counts.add(ip);
    if (person <= PER_PERSON && place <= PER_PLACE) return { waitSeconds: 0, isFirstRefused: false };
    return {
      waitSeconds: this.counts.secondsLeft(person > PER_PERSON ? key : ip),
      isFirstRefused: person === PER_PERSON + 1 || place === PER_PLACE + 1,
    };
  }

  /** One more failed attempt for an address that nobody has, wherever from. */
  failUnknown(email: string): void {
    this.counts.add(unknownKey(email));
  }

  /** Seconds that an address that nobody has is locked, or 0. */
  unknownLockedSeconds(email: string): number {
    const key = unknownKey(email);
    return this.counts.count(key) >= LOCK_AFTER_FAILURES ? this.counts.secondsLeft(key) : 0;
  }

  /** A page that begins something before anybody named themselves. @returns seconds to wait, or 0 */
  open(ip: string): number {
    const key = `open\0${ip}`;
    return this.counts.add(key) > OPENINGS_PER_PLACE ? this.counts.secondsLeft(key) : 0;
  }

  /** A success says that the person is who they say: their attempts do not count against them or their office. */
  succeed(email: string, ip: string): void {
    this.counts.forget(personKey(email, ip));
    this.counts.takeBack(ip);
  }
}

function unknownKey(email: string): string {
  return personKey(email, 'unknown');
}

/** A hash, so that memory holds no list of addresses. */
function personKey(email: string, ip: string): string {
  return createHash('sha256').update(`${email}\0${ip}`).digest('base64');
}
