import { Text } from '#libs/http';

export class SignInDto {
  @Text({ max: 254, example: 'admin@health.example', description: 'The address under which the person was invited' })
  email: string;

  @Text({ max: 200, description: 'The password, as it was chosen' })
  password: string;
}
