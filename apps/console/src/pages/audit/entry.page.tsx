import { EntryView } from './entry-view.js';

export default EntryView;
