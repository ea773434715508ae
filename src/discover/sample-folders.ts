const sampleFolder =
  /^(?:tests?|__tests__|spec_?tests?|e2e|fixtures?|__fixtures__|examples?|samples?|templates?|testdata|test-data|mocks?|__mocks__)$/i;

/** Drops what lies in folders of tests, fixtures and examples, as long as something else remains. */
export function withoutSamples(paths: readonly string[]): readonly string[] {
  const real = paths.filter((path) => !path.split('/').slice(0, -1).some(isSampleFolder));
  return real.length > 0 ? real : paths;
}

function isSampleFolder(name: string): boolean {
  return sampleFolder.test(name);
}
