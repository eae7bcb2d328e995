import { EntryView } from './entry-view.js';

/** One entry of the agency's log. */
export default EntryView;
