import { afterAll, beforeAll } from 'vitest';
import { detailOfAChange } from './scenarios/audit-detail.js';
import { theKit } from './scenarios/kit.js';
import { speedOfPages } from './scenarios/speed.js';
import { BrowserWorld } from './support/world.js';

let started: BrowserWorld;
beforeAll(async () => {
  started = await BrowserWorld.start();
});
afterAll(() => started?.stop());

theKit(() => started);
detailOfAChange(() => started);
speedOfPages(() => started);
