import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useAgencyPath } from '../../session/rights.js';
import { ProfileView } from './profile-view.js';

export default function ProfilePage() {
  const { t } = useTranslation('numbers');
  const to = useAgencyPath();
  const { number: id = '' } = useParams();
  return <ProfileView id={id} crumbs={[{ label: t('title'), to: to('/numbers') }]} />;
}
