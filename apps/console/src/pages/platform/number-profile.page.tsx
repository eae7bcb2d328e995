import { useParams } from 'react-router';
import { loadArea } from '../../i18n/i18n.js';
import { AgencyOfNumbers } from '../numbers/number-room.js';
import { ProfileView } from '../numbers/profile-view.js';
import { useNumberCrumbs } from './number-crumbs.js';

await loadArea('numbers');

/** What citizens see of an agency, for who runs the platform. */
export default function NumberProfilePage() {
  const { id = '', number = '' } = useParams();
  const crumbs = useNumberCrumbs(id);
  return (
    <AgencyOfNumbers value={id}>
      <ProfileView id={number} crumbs={crumbs} />
    </AgencyOfNumbers>
  );
}
