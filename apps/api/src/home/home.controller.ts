import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '#libs/access';
import { Env } from '#libs/config';
import { HOME_STYLE, homePage } from './home-page.js';

/** Says where things are. */
@Public()
@ApiExcludeController()
@Controller()
export class HomeController {
  private readonly page: string;

  constructor(env: Env) {
    const simulator = env.SIMULATOR_CONTROL_URL;
    this.page = homePage([
      { href: '/docs', label: 'API reference', text: 'Every route, its fields and its refusals.' },
      { href: '/openapi.json', label: 'OpenAPI document', text: 'The same for programs.' },
      { href: '/health/ready', label: 'Health', text: 'Whether the service can do its work.' },
      ...(simulator
        ? [{ href: simulator, label: 'Simulator', text: 'A phone on which you see messages arrive.' }]
        : []),
    ]);
  }

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  getHome(): string {
    return this.page;
  }

  @Get('home.css')
  @Header('Content-Type', 'text/css; charset=utf-8')
  getHomeStyle(): string {
    return HOME_STYLE;
  }
}
