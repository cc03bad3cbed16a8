/** Whether a file is a test, by its path relative to the project (forward slashes): what pytest collects, and what lies beside it. */
export function isTestPath(path: string): boolean {
  const folders = path.split('/');
  const file = folders.pop() ?? '';
  if (/^test_.*\.pyi?$|_test\.pyi?$|^conftest\.py$/.test(file)) return true;
  return folders.includes('tests') || folders.includes('test');
}
