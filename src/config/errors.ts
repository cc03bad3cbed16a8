/** What a user wrote in a configuration and must mend; the message names file, line and key. Exit code 2. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
