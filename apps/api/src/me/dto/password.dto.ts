import { Text } from '#libs/http';

export class ChangePasswordDto {
  @Text({ max: 200, description: 'The password until now' })
  currentPassword: string;

  @Text({ min: 12, max: 200, description: 'The new one, of at least 12 characters' })
  newPassword: string;
}
