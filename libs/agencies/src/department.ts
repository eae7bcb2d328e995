import type { Uuid } from '#libs/kernel';

/** Messages that a department may have accepted; null is as many as it likes. */
export interface DepartmentQuota {
  readonly dailyQuota: number | null;
  readonly monthlyQuota: number | null;
}

export interface Department extends DepartmentQuota {
  readonly id: Uuid;
  readonly name: string;
  readonly createdAt: Date;
  readonly archivedAt: Date | null;
}

/** What is left out stays as it is; a quota of null is taken away. */
export type DepartmentChange = Partial<DepartmentQuota & { readonly name: string }>;

export interface DepartmentUsage extends DepartmentQuota {
  readonly today: number;
  readonly month: number;
  /** The last 31 days by the clock of the agency, oldest first, days without a message left out. */
  readonly days: readonly { readonly day: string; readonly n: number }[];
}
