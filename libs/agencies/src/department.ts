import type { Uuid } from '#libs/kernel';

export interface Department {
  readonly id: Uuid;
  readonly name: string;
  readonly createdAt: Date;
}
