import type { AgencyTx } from '#libs/database';

/** One kind of thing that waits for a person, told as a number with a way to it. */
export interface HomeNeed {
  readonly kind: string;
  /** Whoever may not see the things is not told how many there are. */
  readonly permission: string;
  /** The page of the console where they are dealt with, when it has one. */
  readonly to?: string;
  /** One statement, over an index. */
  count(tx: AgencyTx): Promise<number>;
}

/** What an agency's messages came to since midnight, in its own time zone. */
export interface TodayFigures {
  readonly accepted: number;
  readonly sent: number;
  readonly delivered: number;
  readonly read: number;
  readonly failed: number;
  readonly received: number;
}

export interface TodaySource {
  today(tx: AgencyTx): Promise<TodayFigures>;
}

/** Injection token of all needs, in the order in which they are shown; the API lists them. */
export const HOME_NEEDS = Symbol('HOME_NEEDS');

/** Injection token of the source of today's figures. */
export const TODAY_SOURCE = Symbol('TODAY_SOURCE');
