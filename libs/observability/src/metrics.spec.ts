import { Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { Metrics } from './metrics.js';

describe(Metrics.name, () => {
  it('gives the same metric for the same name', async () => {
    const metrics = new Metrics(new Registry());
    const options = { name: 'belfry_tries_total', help: 'Tries', labels: ['kind'] } as const;
    metrics.counter(options).inc({ kind: 'a' });
    metrics.counter(options).inc({ kind: 'a' });
    expect(await metrics.render()).toContain('belfry_tries_total{kind="a"} 2');
  });

  it('keeps registries apart', async () => {
    new Metrics(new Registry()).counter({ name: 'belfry_tries_total', help: 'Tries' }).inc();
    expect(await new Metrics(new Registry()).render()).not.toContain('belfry_tries_total');
  });
});
