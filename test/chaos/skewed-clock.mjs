// Read before a program (`node --import`): its clock then differs from that of the machine, as on a host without NTP.
const skewMs = Number(process.env.CHAOS_CLOCK_SKEW_MS ?? 0);
const { now } = Date;

globalThis.Date = new Proxy(Date, {
  construct: (RealDate, args, asked) => Reflect.construct(RealDate, args.length > 0 ? args : [now() + skewMs], asked),
  apply: (RealDate) => new RealDate(now() + skewMs).toString(),
  get: (RealDate, name) => (name === 'now' ? () => now() + skewMs : Reflect.get(RealDate, name)),
});
