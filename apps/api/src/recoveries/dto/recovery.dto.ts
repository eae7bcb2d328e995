import { Text } from '#libs/http';

export class RequestRecoveryDto {
  @Text({ max: 254, example: 'admin@health.example', description: 'The address of the account' })
  email: string;
}

export class FinishRecoveryDto {
  @Text({ min: 12, max: 200, description: 'The new password, of at least 12 characters' })
  newPassword: string;
}
