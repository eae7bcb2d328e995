export { type Home, HomeService, type WaitingNeed } from './home.service.js';
export { HOME_NEEDS, type HomeNeed, TODAY_SOURCE, type TodayFigures, type TodaySource } from './need.js';
