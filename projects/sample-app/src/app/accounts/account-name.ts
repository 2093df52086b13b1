import type { AccountInfo } from 'msal-logout';

/** What to call the person: the name, or the user name where the provider sent no name. */
export function accountName({
  name = '',
  username,
}: Pick<AccountInfo, 'name' | 'username'>): string {
  return name === '' ? username : name;
}

/** One or two letters that stand for `name` where there is no room for it. */
export function initials(name: string): string {
  const words = name.split(/[\s._@-]+/).filter(Boolean);
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [words[0], last].map((word) => word?.charAt(0).toUpperCase() ?? '').join('');
}
