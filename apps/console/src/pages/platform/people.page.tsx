import { loadArea } from '../../i18n/i18n.js';

// The same page as in an agency, with its words.
export { default } from '../team/people.page.js';

await loadArea('team');
