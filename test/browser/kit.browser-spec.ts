import { afterAll, beforeAll } from 'vitest';
import { theKit } from './scenarios/kit.js';
import { BrowserWorld } from './support/world.js';

let started: BrowserWorld;
beforeAll(async () => {
  started = await BrowserWorld.start();
});
afterAll(() => started?.stop());

theKit(() => started);
