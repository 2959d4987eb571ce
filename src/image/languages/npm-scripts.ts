/** Variables that keep an install script from fetching a program, by package. Their documentation names them. */

const SKIPPING: Readonly<Record<string, readonly { readonly variable: string; isOn(value: string): boolean }[]>> = {
  puppeteer: [
    { variable: 'PUPPETEER_SKIP_DOWNLOAD', isOn: (value) => value !== '' && value !== 'false' && value !== '0' },
    {
      variable: 'PUPPETEER_SKIP_CHROMIUM_DOWNLOAD',
      isOn: (value) => value !== '' && value !== 'false' && value !== '0',
    },
  ],
  cypress: [{ variable: 'CYPRESS_INSTALL_BINARY', isOn: (value) => value === '0' }],
};

/** Whether the environment tells a package's install script to fetch nothing. */
export function isSkipped(name: string, valueOf: (variable: string) => string | undefined): boolean {
  const switches = Object.hasOwn(SKIPPING, name) ? SKIPPING[name] : undefined;
  return switches?.some(({ variable, isOn }) => isOn(valueOf(variable) ?? '')) ?? false;
}
