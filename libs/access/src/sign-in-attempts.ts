import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { WindowCounts } from './window-counts.js';

const WINDOW_MS = 15 * 60_000;
const MAX_HELD = 50_000;

/** Tries of one address from one place, and of one place whatever the address: checking a password costs 60 ms. */
const PER_PERSON = 10;
const PER_PLACE = 100;

export interface Attempt {
  /** Seconds to wait, or 0 when the attempt may go on. */
  readonly waitSeconds: number;
  /** The first attempt of this window that must wait. */
  readonly isFirstRefused: boolean;
}

/** Counts attempts to sign in, in memory: each process has its own count, and a restart forgets it. */
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

  /** A success says that the person is who they say: their attempts do not count against them or their office. */
  succeed(email: string, ip: string): void {
    this.counts.forget(personKey(email, ip));
    this.counts.takeBack(ip);
  }
}

/** A hash, so that memory holds no list of addresses. */
function personKey(email: string, ip: string): string {
  return createHash('sha256').update(`${email}\0${ip}`).digest('base64');
}
