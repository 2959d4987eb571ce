/** Variables that keep an install script from fetching a program, by package, as the packages' documentation has them. */

interface Switch {
  readonly name: string;
  isOn(value: string): boolean;
}

const isSet = (value: string) => !['', '0', 'false'].includes(value);

const SKIPPING: Readonly<Record<string, readonly Switch[]>> = {
  puppeteer: [
    { name: 'PUPPETEER_SKIP_DOWNLOAD', isOn: isSet },
    { name: 'PUPPETEER_SKIP_CHROMIUM_DOWNLOAD', isOn: isSet },
  ],
};

/** Whether the environment tells a package's install script to fetch nothing. */
export function isSkipped(fetcher: string, variable: (name: string) => string | undefined): boolean {
  const switches = Object.hasOwn(SKIPPING, fetcher) ? SKIPPING[fetcher] : undefined;
  return switches?.some(({ name, isOn }) => isOn(variable(name) ?? '')) ?? false;
}
