/** How many items go together at most, and how many groups of one key may be under way at a time. */
export interface GatheringLimits {
  readonly size: number;
  readonly groups: number;
}

interface Waiting<In, Out> {
  readonly item: In;
  readonly resolve: (outcome: Out) => void;
  readonly reject: (error: unknown) => void;
}

interface Line<In, Out> {
  readonly waiting: Waiting<In, Out>[];
  underWay: number;
}

/**
 * Lets what comes in while others are being worked on be worked on together, as a database commits the transactions that
 * wait for its disk. Whoever comes alone waits for nobody; the busier it is, the larger the groups.
 */
export class Gathering<In, Out> {
  private readonly lines = new Map<string, Line<In, Out>>();

  /** @param run answers for each item of a group, in order */
  constructor(
    private readonly run: (items: readonly In[]) => Promise<readonly Out[]>,
    private readonly limits: GatheringLimits,
  ) {}

  /** Items of one key may go together. Rejects with what `run` threw for the group. */
  add(key: string, item: In): Promise<Out> {
    const line = this.lines.get(key) ?? { waiting: [], underWay: 0 };
    this.lines.set(key, line);
    const outcome = new Promise<Out>((resolve, reject) => line.waiting.push({ item, resolve, reject }));
    this.advance(key, line);
    return outcome;
  }

  private advance(key: string, line: Line<In, Out>): void {
    while (line.underWay < this.limits.groups && line.waiting.length > 0) {
      line.underWay++;
      void this.answer(line.waiting.splice(0, this.limits.size)).finally(() => {
        line.underWay--;
        this.advance(key, line);
      });
    }
    if (line.underWay === 0) this.lines.delete(key);
  }

  private async answer(group: readonly Waiting<In, Out>[]): Promise<void> {
    try {
      const outcomes = await this.run(group.map(({ item }) => item));
      for (const [index, { resolve }] of group.entries()) resolve(outcomes[index] as Out);
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }
}
