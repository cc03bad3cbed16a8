/** Every URL that nostall prints starts here. */
export const homepage = 'https://www.npmjs.com/package/nostall';

export function ruleUrl(id: string): string {
  return `${homepage}#${id}`;
}
