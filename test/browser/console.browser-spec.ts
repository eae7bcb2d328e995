import { afterAll, beforeAll } from 'vitest';
import { detailOfAChange } from './scenarios/audit-detail.js';
import { breakGlass } from './scenarios/break-glass.js';
import { byKeyboard } from './scenarios/by-keyboard.js';
import { callbacks } from './scenarios/callbacks.js';
import { endpoints } from './scenarios/endpoints.js';
import { failures } from './scenarios/failures.js';
import { firstMessage } from './scenarios/first-message.js';
import { theKit } from './scenarios/kit.js';
import { library } from './scenarios/library.js';
import { onboarding } from './scenarios/onboarding.js';
import { sessionEnd } from './scenarios/session-end.js';
import { signUpWindow } from './scenarios/sign-up-window.js';
import { signingIn } from './scenarios/signing-in.js';
import { speedOfPages } from './scenarios/speed.js';
import { stopping } from './scenarios/stopping.js';
import { templates } from './scenarios/templates.js';
import { looksOfTheTour, tourOfPages } from './scenarios/tour.js';
import { BrowserWorld } from './support/world.js';

/** Starting a system and a browser takes longer than most scenarios, so they share them; whom they change they invite. */
let started: BrowserWorld;
beforeAll(async () => {
  started = await BrowserWorld.start();
});
afterAll(() => started?.stop());

const world = () => started;

signingIn(world);
firstMessage(world);
onboarding(world);
callbacks(world);
library(world);
sessionEnd(world);
breakGlass(world);
signUpWindow(world);
byKeyboard(world);
endpoints(world);
stopping(world);
templates(world);
failures(world);
theKit(world);
detailOfAChange(world);
tourOfPages(world);
looksOfTheTour();
speedOfPages(world);
