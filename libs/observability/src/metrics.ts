import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** Seconds: from an answer out of memory to a request that waited for a lock. */
const SECONDS_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export interface MetricOptions<Label extends string> {
  readonly name: string;
  readonly help: string;
  /** Ids of agencies and numbers at most, and never anything of a person. */
  readonly labels?: readonly Label[];
}

/** Counters, gauges and histograms of one process, in a registry of its own, so that tests do not share any. */
export class Metrics {
  constructor(private readonly registry: Registry) {}

  counter<Label extends string>({ name, help, labels = [] }: MetricOptions<Label>): Counter<Label> {
    const known = this.registry.getSingleMetric(name);
    if (known) return known as Counter<Label>;
    return new Counter({ name, help, labelNames: labels, registers: [this.registry] });
  }

  gauge<Label extends string>({ name, help, labels = [] }: MetricOptions<Label>): Gauge<Label> {
    const known = this.registry.getSingleMetric(name);
    if (known) return known as Gauge<Label>;
    return new Gauge({ name, help, labelNames: labels, registers: [this.registry] });
  }

  histogram<Label extends string>(
    { name, help, labels = [] }: MetricOptions<Label>,
    buckets: readonly number[] = SECONDS_BUCKETS,
  ): Histogram<Label> {
    const known = this.registry.getSingleMetric(name);
    if (known) return known as Histogram<Label>;
    return new Histogram({ name, help, labelNames: labels, buckets: [...buckets], registers: [this.registry] });
  }

  /** All metrics in the text format that Prometheus reads. */
  render(): Promise<string> {
    return this.registry.metrics();
  }

  get contentType(): string {
    return this.registry.contentType;
  }
}
