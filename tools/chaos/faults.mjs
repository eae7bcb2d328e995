/** What can be made to go wrong, in the order of the trust report. Each part of a run says which of them it did. */
export const FAULTS = [
  { id: 'F1', what: 'Workers are killed (SIGKILL) at any moment of their work' },
  { id: 'F2', what: 'The api is killed inside a transaction' },
  { id: 'F3', what: 'The sequencer of the audit log is killed, with the worker that runs it' },
  { id: 'F4', what: 'PostgreSQL is restarted without shutting down' },
  { id: 'F5', what: 'Redis is emptied, killed and started again' },
  {
    id: 'F6',
    what: 'WhatsApp is slow, resets connections, and answers 4xx, 5xx and pages that are no answer',
  },
  { id: 'F7', what: 'Webhooks come twice, late, in another order, or not at all' },
  { id: 'F8', what: 'A worker is paused longer than its lease and goes on' },
  { id: 'F9', what: 'The clocks of processes differ' },
  { id: 'F10', what: 'The disk of the database is full' },
  { id: 'F11', what: 'Connections to the database run out, or it stalls' },
  { id: 'F12', what: 'The database is restored from a backup' },
  { id: 'F13', what: 'The store of the signer fails' },
  { id: 'F14', what: 'Two versions of the schema are in use at once' },
];

/** What must hold afterwards. */
export const INVARIANTS = [
  { id: 'I1', what: 'Every accepted message is there once, and has ended or says why it has not' },
  {
    id: 'I2',
    what: 'WhatsApp accepted every message once; twice only where answer and echo were both kept away on purpose',
  },
  { id: 'I3', what: 'What is marked sent was accepted by WhatsApp, and what it accepted is a message marked sent' },
  { id: 'I4', what: 'Nothing is sent five seconds after a withdrawal is on record' },
  { id: 'I5', what: 'The audit log has one entry for each action, without a gap' },
  { id: 'I6', what: 'The end of a message does not depend on the order of webhooks' },
  { id: 'I7', what: 'Every message stands under the agency that was promised it' },
  { id: 'I8', what: 'A request that came again with its key made nothing new' },
  { id: 'I9', what: 'Alerts are as quick as without faults' },
  { id: 'I10', what: 'A worker that was fenced off changed nothing' },
];
