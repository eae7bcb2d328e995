import { Text } from '#libs/http';

export class SignInDto {
  @Text({ max: 254, example: 'admin@health.example' })
  email: string;

  @Text({ max: 200 })
  password: string;
}
