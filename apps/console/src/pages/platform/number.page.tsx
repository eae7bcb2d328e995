import { useParams } from 'react-router';
import { loadArea } from '../../i18n/i18n.js';
import { AgencyOfNumbers } from '../numbers/number-room.js';
import { NumberView } from '../numbers/number-view.js';
import { useNumberCrumbs } from './number-crumbs.js';
import { AgencyOnboarding } from './onboarding-stepper.js';

await loadArea('numbers');

/** A number's way to being connected, for who runs the platform: the state is the agency's, so that either can go on. */
export default function NumberPage() {
  const { id = '', number = '' } = useParams();
  const crumbs = useNumberCrumbs(id);
  return (
    <AgencyOfNumbers value={id}>
      <NumberView id={number} crumbs={crumbs} progress={<AgencyOnboarding id={id} />} />
    </AgencyOfNumbers>
  );
}
