/** Where a database is, for errors and checks. Pure: nothing is loaded. */

/** "db.example:5432/reports": the host, port and name of an address; never its user, password or options. */
export function nameDatabase(address: string): string {
  const { hostname, port, pathname, searchParams } = new URL(address);
  const host = searchParams.get('host') ?? hostname;
  return `${host}${port === '' ? '' : `:${port}`}${pathname === '/' ? '' : pathname}`;
}
