/** The users that may do everything in a container: root of Linux, and ContainerAdministrator of Windows. */
export function isRoot(user: string | null | undefined): boolean {
  return /^(?:root|0+)(?::|$)|^containeradministrator$/i.test(user ?? '');
}
