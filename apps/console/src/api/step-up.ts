/** What the API answers when an act needs a proof of oneself that is younger than ten minutes. */
export const STEP_UP = 'step-up-required';

type Ask = () => Promise<boolean>;

let ask: Ask | undefined;

/** The shell shows the dialog; until it is there, the answer is no. */
export function onStepUp(next: Ask | undefined): void {
  ask = next;
}

/** True once the person has proved who they are; false when they leave it. */
export const askForStepUp = async (): Promise<boolean> => (await ask?.()) ?? false;
