/** Sign-in hosts of Microsoft's clouds whose end-session endpoint is known without asking. */
const HOSTS: ReadonlySet<string> = new Set([
  'login.microsoftonline.com',
  'login.windows.net',
  'login.microsoft.com',
  'sts.windows.net',
  'login.partner.microsoftonline.cn',
  'login.chinacloudapi.cn',
  'login.microsoftonline.us',
  'login.usgovcloudapi.net',
  'login.sovcloud-identity.fr',
  'login.sovcloud-identity.de',
  'login.sovcloud-identity.sg',
]);

/** Whether `host` is a sign-in host of a Microsoft cloud; several of them are names of the same one. */
export function isMicrosoftHost(host: string): boolean {
  return HOSTS.has(host);
}

/** Whether `authority` is a tenant of a Microsoft cloud (AD FS and B2C have hosts of their own). */
export function isMicrosoftCloud(authority: URL): boolean {
  return isMicrosoftHost(authority.host);
}

/** The end-session endpoint of a tenant of a Microsoft cloud. */
export function microsoftEndSessionEndpoint(authority: URL): string {
  const tenant = authority.pathname.split('/')[1] || 'common';
  return `${authority.origin}/${tenant}/oauth2/v2.0/logout`;
}
