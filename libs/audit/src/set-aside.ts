import type { Uuid } from '#libs/kernel';

/** Staged rows that a sequencer passes over, by agency. Held in memory only: the rows themselves stay staged. */
export class SetAside {
  private readonly ids = new Map<Uuid, string[]>();

  get count(): number {
    return [...this.ids.values()].reduce((sum, ids) => sum + ids.length, 0);
  }

  of(agencyId: Uuid): readonly string[] {
    return this.ids.get(agencyId) ?? [];
  }

  add(agencyId: Uuid, ids: readonly string[]): void {
    this.ids.set(agencyId, [...this.of(agencyId), ...ids]);
  }

  clear(): void {
    this.ids.clear();
  }
}
