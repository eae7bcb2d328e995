/** True in development and in builds for checks: the page that shows every component of the kit exists. */
declare const __WITH_KIT_PAGE__: boolean;
