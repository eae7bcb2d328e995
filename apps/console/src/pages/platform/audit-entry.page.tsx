import { loadArea } from '../../i18n/i18n.js';
import { EntryView } from '../audit/entry-view.js';

// The same words as those of an agency's log.
await loadArea('audit');

export default EntryView;
