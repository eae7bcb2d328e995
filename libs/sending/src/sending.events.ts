/** A citizen wrote STOP (or a word for it) and it changed something. Payload: contactId, numberId. */
export const CONTACT_STOPPED = 'contact.stopped';

/** A citizen wrote START and it changed something. Payload: contactId, numberId. */
export const CONTACT_STARTED = 'contact.started';
