import type { Config } from './config/config.ts';
import type { RunAids } from './run-aids.ts';
import { loadPrograms } from './truth/cli/load-programs.ts';
import { loadTruth, type Truth } from './truth/load-truth.ts';

/** Everything machine-readable that the guides are held against. */
export async function readTruth(config: Config, { memory, cache }: RunAids): Promise<Truth> {
  const read = async (): Promise<Truth> => {
    const specs = await loadTruth(config.specs, config, cache?.specs(config.files === undefined));
    const { programs, readText } = await loadPrograms(config.programs ?? [], config);
    return {
      ...specs,
      index: Object.keys(programs).length > 0 ? { ...specs.index, programs } : specs.index,
      documents: { ...specs.documents, readText: (file) => specs.documents.readText(file) ?? readText(file) },
    };
  };
  return memory ? memory.truth(config, read) : read();
}
