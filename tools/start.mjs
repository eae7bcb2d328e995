import './node-version.mjs';

// Loaded only after the check above: what follows is written for a modern Node.
void import('./start/main.mjs').then(({ main }) => main());
