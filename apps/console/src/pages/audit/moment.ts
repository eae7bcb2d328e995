import { timeZone } from '../../session/time-zone.js';

/** How far a zone is ahead of UTC at a moment. */
function offsetOf(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return shown - Math.floor(at / 1000) * 1000;
}

/** What `2026-11-22T09:30` on a clock on the wall is in UTC; whatever is no such time stays as it is, and the API says so. */
export function momentOf(wall: string, zone = timeZone()): string {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?$/.test(wall)) return wall;
  const asUtc = Date.parse(`${wall}Z`);
  if (Number.isNaN(asUtc)) return wall;
  // The offset is looked up twice: around a change of the clocks the first one may be of the wrong side.
  const near = asUtc - offsetOf(zone, asUtc);
  return new Date(asUtc - offsetOf(zone, near)).toISOString();
}
