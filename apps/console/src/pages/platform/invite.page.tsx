import { loadArea } from '../../i18n/i18n.js';
import InvitePage from '../team/invite.page.js';

await loadArea('team');

/** The same page as in an agency, with its words; a component of its own, so that bundling keeps the line above. */
export default function PlatformInvitePage() {
  return <InvitePage />;
}
